import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SynthcheckPlugin, type SynthcheckPluginOptions } from '../../src/cdk/plugin.js';
import { type AssemblySketch, writeAssembly } from '../support/assembly-builder.js';
import { WRONG_RECORD, WRONG_RECORD_CHECK } from '../support/planted.js';

const only = { only: [WRONG_RECORD_CHECK] };
const acknowledged = [{ type: 'aws:cdk:acknowledged-rules', data: { [`synthcheck::${WRONG_RECORD_CHECK}`]: 'meant' } }];
const dns = (rest: object = {}): AssemblySketch => ({
  stacks: { Dns: { region: 'us-east-1', resources: { One: WRONG_RECORD }, ...rest } },
});

function validate(sketch: AssemblySketch, options: SynthcheckPluginOptions = { config: only }, template = 'Dns.template.json') {
  const root = writeAssembly(sketch);
  return { root, ...new SynthcheckPlugin(options).validate({ templatePaths: [join(root, template)] }) };
}

test('finds what the command line finds, with template, logical id, property and construct', () => {
  const { root, success, violations } = validate(dns());
  expect(success).toBe(false);
  expect(violations).toMatchObject([
    {
      ruleName: WRONG_RECORD_CHECK,
      severity: 'error',
      description: expect.stringContaining('has no SetIdentifier'),
      fix: expect.stringContaining('setIdentifier'),
      violatingResources: [
        {
          resourceLogicalId: 'One',
          templatePath: join(root, 'Dns.template.json'),
          locations: ['Properties.Weight'],
          constructPath: 'Dns/One',
        },
      ],
    },
  ]);
});

test('looks at the whole app, whichever stage it is asked about, and at nested stacks', () => {
  const sketch = {
    ...dns({ nested: { Inner: { resources: { Two: WRONG_RECORD } } } }),
    stages: { Prod: { stacks: { Web: { resources: { Three: WRONG_RECORD } } } } },
  };
  const { violations } = validate(sketch, { config: only }, 'assembly-Prod/ProdWeb.template.json');
  const ids = violations.flatMap(({ violatingResources }) => violatingResources.map(({ resourceLogicalId }) => resourceLogicalId));
  expect([...ids].sort()).toEqual(['One', 'Three', 'Two']);
});

test('finds nothing wrong: a success without violations', () => {
  expect(validate({ stacks: { Dns: {} } })).toMatchObject({ success: true, violations: [] });
});

describe('what the app acknowledges', () => {
  test('goes to CDK, which sets it aside', () => {
    const report = validate(dns({ metadata: { 'Dns/One': acknowledged } }));
    expect(report).toMatchObject({ success: true, violations: [{ ruleName: WRONG_RECORD_CHECK }] });
  });

  test('stays out where CDK would then come to another conclusion', () => {
    const sketch = dns({ resources: { One: WRONG_RECORD, Two: WRONG_RECORD }, metadata: { 'Dns/One': acknowledged } });
    const options = { config: { ...only, checks: { [WRONG_RECORD_CHECK]: 'warning' as const }, failOn: 'warning' as const } };
    const report = validate(sketch, options);
    expect(report.success).toBe(false);
    expect(report.violations.flatMap(({ violatingResources }) => violatingResources)).toMatchObject([{ resourceLogicalId: 'Two' }]);
  });
});

test('suppressions of the configuration are final, and those that fit nothing are reported', () => {
  const suppressions = [
    { id: WRONG_RECORD_CHECK, construct: 'Dns/One', reason: 'meant' },
    { id: WRONG_RECORD_CHECK, construct: 'Dns/Gone', reason: 'meant' },
  ];
  const { success, violations } = validate(dns(), { config: { ...only, suppressions } });
  expect(success).toBe(true);
  expect(violations).toMatchObject([
    { ruleName: 'suppressions', severity: 'warning', description: expect.stringContaining('fits no finding') },
  ]);
});

test('severities of the configuration decide', () => {
  expect(validate(dns(), { config: { ...only, failOn: 'never' } })).toMatchObject({ success: true, violations: [{ severity: 'error' }] });
  expect(validate(dns(), { config: { ...only, checks: { [WRONG_RECORD_CHECK]: 'info' } } })).toMatchObject({
    success: true,
    violations: [{ severity: 'info' }],
  });
});

describe('never looks like success', () => {
  const fatal = (description: string) => ({
    success: false,
    violations: [{ ruleName: 'not-checked', severity: 'fatal', description: expect.stringContaining(description) }],
  });

  test('with a wrong configuration', () => {
    expect(validate(dns(), { config: { chekcs: {} } as never })).toMatchObject(fatal('unknown key `chekcs`: did you mean `checks`?'));
    expect(validate(dns(), { config: 'gone.json' })).toMatchObject(fatal('gone.json does not exist'));
  });

  test('without an assembly', () => {
    expect(new SynthcheckPlugin().validate({ templatePaths: ['/nowhere/a.template.json'] })).toMatchObject(fatal('no manifest.json'));
    expect(new SynthcheckPlugin().validate({ templatePaths: [] })).toMatchObject(fatal('no manifest.json'));
  });

  test('with a template that cannot be read', () => {
    const root = writeAssembly({ stacks: { Dns: {}, Other: {} } });
    writeFileSync(join(root, 'Other.template.json'), '{');
    expect(new SynthcheckPlugin({ config: only }).validate({ templatePaths: [join(root, 'Dns.template.json')] })).toMatchObject(
      fatal('Other.template.json'),
    );
  });
});

test('the lock of the synth that it is called from is no reason to wait', () => {
  const root = writeAssembly(dns());
  writeFileSync(join(root, 'synth.lock'), String(process.ppid));
  expect(new SynthcheckPlugin({ config: only }).validate({ templatePaths: [join(root, 'Dns.template.json')] }).violations).toHaveLength(1);
  rmSync(join(root, 'synth.lock'));
});
