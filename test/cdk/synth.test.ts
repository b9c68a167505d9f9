import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { checks } from '../../checks/index.js';
import { check } from '../../src/index.js';
import { temporaryFolder } from '../support/assembly-builder.js';

/** They synthesize for real, and take minutes: `npm run test:cdk` installs what they need and runs them. */
vi.setConfig({ testTimeout: 180_000 });

const APPS = process.env.CDK_APPS;
const ID = 'route53/set-identifier-missing';

interface Synth {
  readonly app: 'newest' | 'older';
  readonly file?: string;
  readonly withCli: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

function synth({ app, file = 'app.ts', withCli, env = {} }: Synth) {
  const cwd = join(APPS ?? '', app);
  // In the project, since source files elsewhere are not looked at.
  const output = join(cwd, 'cdk.out');
  rmSync(output, { recursive: true, force: true });
  const run = file.endsWith('.ts') ? ['node', '--import', 'tsx', file] : ['node', file];
  const command = withCli
    ? [join(cwd, 'node_modules/.bin/cdk'), 'synth', '**', '--quiet', '--no-notices', '--app', run.join(' '), '--output', output]
    : run;
  // Without what belongs to this test run: CDK looks at NODE_ENV.
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS_|CDK_|NODE_|VITEST|TEST$)/.test(name)));
  const { status, stdout, stderr } = spawnSync(command[0] ?? '', command.slice(1), {
    cwd,
    encoding: 'utf8',
    env: { ...inherited, CDK_DISABLE_CLI_TELEMETRY: 'true', ...(!withCli && { CDK_OUTDIR: output }), ...env },
  });
  return { status, text: stdout + stderr, output };
}

const ways = [
  { way: 'with the command line', withCli: true },
  { way: 'without it', withCli: false },
];

describe.skipIf(APPS === undefined)('aws-cdk-lib 2.276', () => {
  describe.each(ways)('$way', ({ withCli }) => {
    test('findings in a stack, a nested stack and a stage let the synthesis fail, each with its line', () => {
      const { status, text, output } = synth({ app: 'newest', withCli });
      expect(status).toBe(1);
      for (const path of ['Dns/Record', 'Dns/Inner/InNested', 'Prod/Web/InStage']) expect(text).toContain(`${path} `);
      expect(text).toMatch(/stacks\.ts:6:\d+\nERROR The weighted record/);
      expect(text).toContain(`Acknowledge with 'synthcheck::${ID}'`);

      const { pluginReports } = JSON.parse(readFileSync(join(output, 'validation-report.json'), 'utf8'));
      const [own] = pluginReports.filter(({ pluginName }: { pluginName: string }) => pluginName === 'synthcheck');
      expect(
        own.violations.flatMap(({ violatingConstructs }: { violatingConstructs: readonly object[] }) => violatingConstructs),
      ).toHaveLength(3);
      expect(own.suppressedViolations).toMatchObject([{ ruleName: ID, reason: 'for the test', acknowledgedAt: 'Dns/Accepted' }]);
      expect(own.violations[0].violatingConstructs[0].cloudFormationResource.propertyPaths).toEqual(['Properties.Weight']);
    });

    test('fixed, it is a success', () => {
      expect(synth({ app: 'newest', withCli, env: { FIXED: '1' } }).status).toBe(0);
    });

    test('a plugin that cannot work is no success', () => {
      const config = join(temporaryFolder(), 'a.json');
      writeFileSync(config, '{"chekcs":{}}');
      const { status, text } = synth({ app: 'newest', withCli, env: { CONFIG: config, FIXED: '1' } });
      expect(status).toBe(1);
      expect(text).toContain('unknown key `chekcs`: did you mean `checks`?');
    });
  });

  test('from CommonJS', () => {
    const { status, text } = synth({ app: 'newest', file: 'app.cjs', withCli: false });
    expect({ status, text }).toMatchObject({ status: 1, text: expect.stringContaining(`synthcheck::${ID}`) });
  });

  test('beside cdk-nag, the command line says nothing twice, and each thing with its line', async () => {
    const { output } = synth({ app: 'newest', withCli: true, env: { NAG: '1' } });
    const { findings, diagnostics } = await check({ assemblies: [output], checks });
    const places = findings.map(({ checkId, stack, resource, propertyPath }) =>
      [checkId, stack.id, resource?.logicalId, ...propertyPath].join(' '),
    );
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(findings.map(({ checkId }) => checkId))).toEqual(
      new Set(['AwsSolutions/AwsSolutions-S1', 'AwsSolutions/AwsSolutions-S10', ID]),
    );
    for (const { source } of findings) expect(source?.file).toMatch(/stacks\.ts$/);
    expect(diagnostics).toMatchObject([{ severity: 'info', message: expect.stringContaining('covers `AwsSolutions`, `synthcheck`') }]);
  });
});

describe.skipIf(APPS === undefined)('aws-cdk-lib 2.180', () => {
  test.each(ways)('$way', ({ withCli }) => {
    const { status, text } = synth({ app: 'older', withCli });
    expect(status).toBe(1);
    for (const path of ['Dns/Record', 'Dns/Inner/InNested', 'Prod/Web/InStage']) expect(text).toContain(`Construct Path: ${path}\n`);
    expect(synth({ app: 'older', withCli, env: { FIXED: '1' } }).status).toBe(0);
  });

  test.each(ways)('$way, a plugin that cannot work is no success', ({ withCli }) => {
    const { status, text } = synth({ app: 'older', withCli, env: { CONFIG: 'gone.json', FIXED: '1' } });
    expect(status).toBe(1);
    expect(text).toContain('gone.json does not exist');
  });
});
