import { describe, expect, test } from 'vitest';
import { setIdentifierDuplicate, setIdentifierMissing } from '../../checks/route53/record-groups.js';
import type { Config } from '../../src/config/config.js';
import { InputError } from '../../src/diagnostic.js';
import type { AssemblySketch, StackSketch } from '../support/assembly-builder.js';
import { checkSketch, idsOf, WRONG_RECORD, WRONG_RECORD_CHECK } from '../support/planted.js';

const two = (rest: Partial<StackSketch> = {}): AssemblySketch => ({
  stacks: { Dns: { region: 'us-east-1', resources: { One: WRONG_RECORD, Two: { ...WRONG_RECORD } }, ...rest } },
});
const acknowledged = (id: string) => [{ type: 'aws:cdk:acknowledged-rules', data: { [id]: 'meant' }, trace: ['lib/a.ts:1:1'] }];
const messages = (diagnostics: readonly { readonly message: string }[]): readonly string[] => diagnostics.map(({ message }) => message);

describe('acknowledged in CDK code', () => {
  test('holds for the construct and what is below it, and nowhere else', async () => {
    const report = await checkSketch(two({ metadata: { 'Dns/One': acknowledged(`synthcheck::${WRONG_RECORD_CHECK}`) } }));
    expect(idsOf(report)).toEqual([`${WRONG_RECORD_CHECK} Dns/Two`]);
    expect(report.summary).toMatchObject({ error: 1, suppressed: 1 });
    expect(report.diagnostics).toEqual([]);
  });

  test('on a stack holds for the stacks nested in it', async () => {
    const report = await checkSketch(
      two({
        nested: { Inner: { resources: { Three: WRONG_RECORD } } },
        metadata: { Dns: acknowledged(`synthcheck::${WRONG_RECORD_CHECK}`) },
      }),
    );
    expect(report.summary).toMatchObject({ error: 0, suppressed: 3 });
  });

  test('a construct whose path only begins alike is another one', async () => {
    const report = await checkSketch(
      two({
        resources: { One: WRONG_RECORD, OneMore: WRONG_RECORD },
        metadata: { 'Dns/One': acknowledged(`synthcheck::${WRONG_RECORD_CHECK}`) },
      }),
    );
    expect(idsOf(report)).toEqual([`${WRONG_RECORD_CHECK} Dns/OneMore`]);
  });

  test('one that fits nothing is reported, and one that names no check', async () => {
    const report = await checkSketch({
      stacks: {
        Dns: {
          metadata: {
            'Dns/One': acknowledged(`synthcheck::${WRONG_RECORD_CHECK}`),
            'Dns/Two': acknowledged('synthcheck::route53/set-identifier-mising'),
            'Dns/Three': acknowledged('CloudFormation-Validate::W3010'),
          },
        },
      },
    });
    expect(messages(report.diagnostics)).toEqual([
      'The acknowledgement of `synthcheck::route53/set-identifier-mising` at `Dns/Two` does nothing: unknown check `route53/set-identifier-mising`: did you mean `route53/set-identifier-missing`?.',
      `The acknowledgement of \`synthcheck::${WRONG_RECORD_CHECK}\` at \`Dns/One\` fits no finding: remove it.`,
    ]);
  });
});

describe('in the resource', () => {
  const withMetadata = (metadata: object): AssemblySketch => ({
    stacks: { Dns: { resources: { One: { ...WRONG_RECORD, Metadata: metadata }, Two: WRONG_RECORD } } },
  });

  test('holds for this resource', async () => {
    const report = await checkSketch(withMetadata({ synthcheck: { ignore: [{ id: 'route53/*', reason: 'meant' }] } }));
    expect(idsOf(report)).toEqual([`${WRONG_RECORD_CHECK} Dns/Two`]);
  });

  test.each([
    ['no reason', { ignore: [{ id: WRONG_RECORD_CHECK, reason: ' ' }] }, 'has an entry without `reason`: it does nothing.'],
    ['no id', { ignore: [{ reason: 'meant' }] }, 'has an entry without `id`: it does nothing.'],
    [
      'a day that does not exist',
      { ignore: [{ id: WRONG_RECORD_CHECK, reason: 'meant', until: '2027-02-30' }] },
      'has an entry whose `until` is no date',
    ],
    ['no list', { ignore: { id: WRONG_RECORD_CHECK } }, 'does nothing: write `{ ignore: [{ id, reason }] }`.'],
  ])('%s: it does nothing, and that is said', async (_, synthcheck, expected) => {
    const report = await checkSketch(withMetadata({ synthcheck }));
    expect(report.summary).toMatchObject({ error: 2, suppressed: 0 });
    expect(report.diagnostics).toMatchObject([{ severity: 'warning', message: expect.stringContaining(expected) }]);
  });
});

describe('in the configuration', () => {
  const check = (suppressions: Config['suppressions'], now?: string) =>
    checkSketch(two(), { config: { suppressions: suppressions ?? [] }, now: now === undefined ? undefined : new Date(now) });

  test.each<[string, NonNullable<Config['suppressions']>[number]]>([
    ['a construct', { id: WRONG_RECORD_CHECK, construct: 'Dns/One', reason: 'meant' }],
    ['a construct above', { id: 'route53/*', construct: '/Dns/', reason: 'meant' }],
    ['a glob of constructs', { id: WRONG_RECORD_CHECK, construct: '*/One', reason: 'meant' }],
    ['a stack', { id: WRONG_RECORD_CHECK, stack: 'D*', reason: 'meant' }],
    ['both', { id: WRONG_RECORD_CHECK, stack: 'Dns', construct: '**', reason: 'meant' }],
  ])('%s', async (name, suppression) => {
    const report = await check([suppression]);
    expect(report.summary.suppressed).toBe(name === 'a construct' || name === 'a glob of constructs' ? 1 : 2);
    expect(report.diagnostics).toEqual([]);
  });

  test('what lies elsewhere stays, and the suppression is reported', async () => {
    const report = await check([{ id: WRONG_RECORD_CHECK, construct: 'Dns/Three', reason: 'meant' }]);
    expect(report.summary).toMatchObject({ error: 2, suppressed: 0 });
    expect(messages(report.diagnostics)).toEqual([
      `The suppression of \`${WRONG_RECORD_CHECK}\` at \`Dns/Three\` (config) fits no finding: remove it.`,
    ]);
  });

  test('holds on its last day, and no longer', async () => {
    const suppression = { id: WRONG_RECORD_CHECK, construct: 'Dns/One', reason: 'meant', until: '2026-11-22' };
    expect((await check([suppression], '2026-11-22T23:59:59Z')).summary).toMatchObject({ error: 1, suppressed: 1 });
    const after = await check([suppression], '2026-11-23T00:00:00Z');
    expect(after.summary).toMatchObject({ error: 2, suppressed: 0 });
    expect(messages(after.diagnostics)).toEqual([
      `The suppression of \`${WRONG_RECORD_CHECK}\` at \`Dns/One\` (config) has expired on 2026-11-22: fix what it hid, or give it a later day.`,
    ]);
  });

  test('what was not looked for does not count as unused', async () => {
    const suppressions = [{ id: WRONG_RECORD_CHECK, construct: 'Dns/Three', reason: 'meant' }];
    const options = { config: { suppressions } };
    const checks = [setIdentifierMissing, setIdentifierDuplicate];
    expect((await checkSketch(two(), { ...options, checks, skip: { ids: [WRONG_RECORD_CHECK], origin: '--skip' } })).diagnostics).toEqual(
      [],
    );
    const others: AssemblySketch = { stacks: { ...two().stacks, Other: { resources: { Three: WRONG_RECORD } } } };
    expect((await checkSketch(others, { ...options, stacks: { ids: ['Dns'], origin: '--stack' } })).diagnostics).toEqual([]);
    const lint = [{ id: 'cfn-lint/E3012', construct: 'Dns/One', reason: 'meant' }];
    expect((await checkSketch(two(), { config: { suppressions: lint } })).diagnostics).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ['no reason', { id: WRONG_RECORD_CHECK, construct: 'A' }, 'config: `suppressions[0]` has no `reason`'],
    ['an empty reason', { id: WRONG_RECORD_CHECK, construct: 'A', reason: '' }, 'config: `suppressions[0].reason` must match \\S'],
    ['no place', { id: WRONG_RECORD_CHECK, reason: 'meant' }, 'config: `suppressions[0]` needs `construct` or `stack`'],
    [
      'a wrong day',
      { id: WRONG_RECORD_CHECK, stack: 'A', reason: 'b', until: '2027-02-30' },
      'config: `suppressions[0].until` is a day that does not exist',
    ],
    [
      'an unknown id',
      { id: 'rout53/set-identifier-missing', stack: 'A', reason: 'b' },
      'config: `suppressions[0]`: unknown check `rout53/set-identifier-missing`: did you mean `route53/set-identifier-missing`?',
    ],
  ])('%s is an error', async (_, suppression, expected) => {
    const error = await check([suppression as never]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toContain(expected);
  });

  test('can be left out of account', async () => {
    const report = await checkSketch(two(), { config: { suppressions: [{ id: '**', stack: '*', reason: 'all' }] }, suppress: false });
    expect(report.summary).toMatchObject({ error: 2, suppressed: 0 });
  });
});
