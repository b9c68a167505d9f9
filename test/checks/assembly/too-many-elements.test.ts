import { expect, it } from 'vitest';
import check from '../../../checks/assembly/too-many-elements.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { LIST_LIMITS } from '../../../src/facts/list-limits.js';
import { findingsIn } from '../../support/findings-in.js';

const found = (resources: JsonObject, more: JsonObject = {}) => findingsIn({ App: { region: 'us-east-1', resources, ...more } }, check);

/** A list of so many elements at a path below an object. */
function listAt(path: string, elements: readonly Json[]): JsonObject {
  const steps = path.replace(/\.\*$/, '').split('.');
  return steps.reduceRight<Json>((below, step) => (step === '*' ? [below] : { [step]: below }), elements as Json) as JsonObject;
}

it.each(LIST_LIMITS.flatMap((row) => row.lists.map((list) => [row.type, list, row] as const)))('%s %s', (Type, list, { limit, what }) => {
  const of = (count: number, element: (index: number) => Json) =>
    found({
      It: {
        Type,
        Properties: listAt(
          list,
          Array.from({ length: count }, (_, index) => element(index)),
        ),
      },
    });
  expect(of(limit, (index) => `v${index}`)).toEqual([]);
  expect(of(limit + 1, (index) => `v${index}`)).toMatchObject([
    { severity: 'error', logicalId: 'It', message: expect.stringContaining(`These are ${limit + 1} ${what}, and ${limit} is the limit`) },
  ]);
  // It may be none.
  expect(of(limit + 1, (index) => (index === 0 ? { Ref: 'AWS::NotificationARNs' } : `v${index}`))).toEqual([]);
});

it('counts several lists together', () => {
  const condition = (Field: string, count: number) => ({ Field, Values: Array.from({ length: count }, (_, index) => `/v${index}`) });
  const rule = (...Conditions: JsonObject[]) =>
    found({ It: { Type: 'AWS::ElasticLoadBalancingV2::ListenerRule', Properties: { Conditions } } });
  expect(rule(condition('path-pattern', 3), condition('host-header', 3))).toMatchObject([{ propertyPath: 'Conditions.1.Values.2' }]);
  expect(rule(condition('path-pattern', 3), condition('host-header', 2))).toEqual([]);
});

const key = (UserName: Json) => ({ Type: 'AWS::IAM::AccessKey', Properties: { UserName } });
const user = { Type: 'AWS::IAM::User', Properties: {} };

it('a third key of a user', () => {
  const keys = (...users: Json[]) => Object.fromEntries(users.map((name, index) => [`Key${index}`, key(name)]));
  expect(found({ User: user, ...keys({ Ref: 'User' }, { Ref: 'User' }, { Ref: 'User' }) })).toMatchObject([
    { logicalId: 'Key2', propertyPath: 'UserName', message: expect.stringContaining('"Cannot exceed quota for AccessKeysPerUser: 2"') },
  ]);
  expect(found(keys('ann', 'ann', 'ann'))).toHaveLength(1);
  expect(found({ User: user, ...keys({ Ref: 'User' }, { Ref: 'User' }, 'ann') })).toEqual([]);
});
