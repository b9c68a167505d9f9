import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SynthcheckPlugin } from '../../src/cdk/plugin.js';
import { type AssemblySketch, writeAssembly, writeFiles } from '../support/assembly-builder.js';
import { contentOfPage } from '../support/page-content.js';
import { WRONG_RECORD, WRONG_RECORD_CHECK } from '../support/planted.js';
import { BROKEN, SOUND, writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';

const acknowledged: AssemblySketch = {
  stacks: {
    Dns: {
      region: 'us-east-1',
      resources: { One: WRONG_RECORD },
      metadata: { 'Dns/One': [{ type: 'aws:cdk:acknowledged-rules', data: { [`synthcheck::${WRONG_RECORD_CHECK}`]: 'meant' } }] },
    },
  },
};
const only = ['--only', WRONG_RECORD_CHECK];

/** A project whose assembly was downloaded, with a configuration beside it. */
function downloaded(config: object): string {
  const cwd = writeProject(BROKEN);
  writeFiles(cwd, { 'artifact/synthcheck.config.json': config });
  renameSync(join(cwd, 'cdk.out'), join(cwd, 'artifact', 'cdk.out'));
  return cwd;
}

describe('a configuration that was downloaded with the assembly is named', () => {
  test.each(['terminal', 'json', 'markdown', 'html', 'github'])('by diff --format %s', async (format) => {
    const cwd = downloaded({ skip: ['dynamodb/*'] });
    const before = writeAssembly(SOUND);
    const { stdout, stderr } = await runMain(['diff', before, 'artifact/cdk.out', '--format', format], { cwd });
    const text = `${stdout}${stderr}`.replaceAll(/<code>|<\/code>|[\\`]/g, '').replace(/\s+/g, ' ');
    expect(text).toContain('artifact/synthcheck.config.json');
    expect(text).toContain('turns off: checks dynamodb/*');
  });

  test('by diff in a field of its JSON', async () => {
    const cwd = downloaded({ skip: ['dynamodb/*'] });
    const { stdout } = await runMain(['diff', writeAssembly(SOUND), 'artifact/cdk.out', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout).configuration).toEqual({ file: 'artifact/synthcheck.config.json', off: ['checks `dynamodb/*`'] });
  });

  test('by graph --format html', async () => {
    const cwd = downloaded({ skip: ['dynamodb/*'] });
    const { stdout, stderr } = await runMain(['graph', 'artifact/cdk.out', '--format', 'html'], { cwd });
    expect(stderr).toContain('artifact/synthcheck.config.json');
    expect(contentOfPage(stdout).report.configuration).toEqual({ file: 'artifact/synthcheck.config.json', off: ['checks `dynamodb/*`'] });
  });

  test.each([
    [{ accounts: ['482731905566'] }, 'known accounts `482731905566`'],
    [{ deletion: { destroyable: ['Data'] } }, 'stacks that can be deleted `Data`'],
  ])('in the log of GitHub too, when it declares %j', async (config, named) => {
    const { stdout } = await runMain(['artifact/cdk.out', '--lint', 'never', '--format', 'github'], { cwd: downloaded(config) });
    expect(stdout).toMatch(/^artifact\/synthcheck.config.json: This configuration is beside the assembly, and applies\. It declares: /m);
    expect(stdout).toContain(named);
  });
});

describe('suppressions that the assembly itself holds', () => {
  const newFindings = async (...args: readonly string[]): Promise<number> => {
    const { stdout } = await runMain(['diff', writeAssembly(SOUND), writeAssembly(acknowledged), ...only, '--format', 'json', ...args]);
    return JSON.parse(stdout).summary.findings.new;
  };

  test('count in a diff, unless they are not to', async () => {
    expect(await newFindings()).toBe(0);
    expect(await newFindings('--no-assembly-suppressions')).toBe(1);
  });

  test('count in the page of the graph, unless they are not to', async () => {
    const findings = async (...args: readonly string[]): Promise<number> => {
      const { stdout } = await runMain(['graph', writeAssembly(acknowledged), '--format', 'html', ...args]);
      return contentOfPage(stdout).report.findings.filter(({ checkId }) => checkId === WRONG_RECORD_CHECK).length;
    };
    expect(await findings()).toBe(0);
    expect(await findings('--no-assembly-suppressions')).toBe(1);
  });

  test('make a success for the plugin, unless they are not to', () => {
    const success = (assemblySuppressions?: boolean): boolean => {
      const root = writeAssembly(acknowledged);
      const plugin = new SynthcheckPlugin({
        config: { only: [WRONG_RECORD_CHECK] },
        ...(assemblySuppressions !== undefined && { assemblySuppressions }),
      });
      return plugin.validate({ templatePaths: [join(root, 'Dns.template.json')] }).success;
    };
    expect(success()).toBe(true);
    expect(success(false)).toBe(false);
  });
});

describe('what there is too much of', () => {
  const wrong = writeAssembly({
    stacks: {
      Dns: {
        region: 'us-east-1',
        resources: Object.fromEntries(Array.from({ length: 10_050 }, (_, index) => [`R${index}`, record(index)])),
      },
    },
  });
  const oddOnes = writeAssembly({
    stacks: { Dns: { resources: { One: { ...WRONG_RECORD, Metadata: { synthcheck: { ignore: Array(1_500).fill(1) } } } } } },
  });

  test('is counted by diff, and not listed', async () => {
    const { stdout } = await runMain(['diff', writeAssembly(SOUND), wrong, ...only, '--format', 'json']);
    const { summary, findings, diagnostics } = JSON.parse(stdout);
    expect(summary.findings.new).toBe(10_050);
    expect(findings.new).toHaveLength(10_000);
    expect(JSON.stringify(diagnostics)).toContain('And 50 more findings');
  });

  test('is not new because it is beyond the list', async () => {
    const { stdout } = await runMain(['diff', wrong, writeAssembly({ stacks: {} }), ...only, '--format', 'json']);
    expect(JSON.parse(stdout).summary.findings).toEqual({ new: 0, fixed: 10_050, unchanged: 0 });
  });

  test('is not reported by the plugin', () => {
    const { violations } = new SynthcheckPlugin({ config: { only: [WRONG_RECORD_CHECK] } }).validate({
      templatePaths: [join(wrong, 'Dns.template.json')],
    });
    const places = violations
      .filter(({ ruleName }) => ruleName === WRONG_RECORD_CHECK)
      .flatMap(({ violatingResources }) => violatingResources);
    expect(places).toHaveLength(10_000);
    expect(violations.map(({ description }) => description).join('\n')).toContain('And 50 more findings');
  });

  test('of diagnostics, by diff and the plugin', async () => {
    const { stdout } = await runMain(['diff', writeAssembly(SOUND), oddOnes, ...only, '--format', 'json']);
    expect(JSON.parse(stdout).diagnostics.length).toBeLessThanOrEqual(1_000);
    const { violations } = new SynthcheckPlugin({ config: { only: [WRONG_RECORD_CHECK] } }).validate({
      templatePaths: [join(oddOnes, 'Dns.template.json')],
    });
    expect(violations.length).toBeLessThanOrEqual(1_002);
  });
});

function record(index: number): object {
  return { ...WRONG_RECORD, Properties: { ...WRONG_RECORD.Properties, Name: `a${index}.example.com` } };
}
