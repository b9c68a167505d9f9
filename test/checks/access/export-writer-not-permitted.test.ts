import { expect, it } from 'vitest';
import check from '../../../checks/access/export-writer-not-permitted.js';
import { findingsIn } from '../../support/findings-in.js';

it('reports the exact place and words', () =>
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'error',
      checkId: 'access/export-writer-not-permitted',
      stack: 'Dns',
      logicalId: 'Writer',
      propertyPath: 'WriterProps.region',
      message:
        'Writer writes exports for eu-west-1, and the role of its handler does not allow that there: "is not authorized to perform: ssm:ListTagsForResource on resource: arn:aws:ssm:eu-west-1:482731905566:parameter/cdk/exports/Web/Dnsuseast1ZoneId".',
      related: [{ stack: 'Dns', logicalId: 'Role', message: 'This is the role.' }],
    },
  ]));

it.each([
  ['a role of the account', 'Role', ['Policies', 0, 'PolicyDocument', 'Statement', 0, 'Resource'], '*'],
  ['policies that are not known', 'Role', ['ManagedPolicyArns'], ['arn:aws:iam::482731905566:policy/writers']],
  ['a handler that is not here', 'Writer', ['ServiceToken'], 'arn:aws:lambda:us-east-1:482731905566:function:writer'],
  ['a region that is not known', 'Writer', ['WriterProps', 'region'], { Ref: 'Region' }],
])('accepts %s', (_, id, steps, value) => {
  const app = JSON.parse(JSON.stringify(check.docs.bad));
  const [last, ...path] = [...steps].reverse();
  const place = path.reverse().reduce((at, step) => at[step], app.Dns.resources[id].Properties);
  place[last as string] = value;
  expect(findingsIn(app, check)).toEqual([]);
});
