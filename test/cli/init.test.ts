import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../src/config/load-config.js';
import { temporaryFolder } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';

const CONFIG = 'synthcheck.config.yaml';
const WORKFLOW = '.github/workflows/synthcheck.yml';

test('writes a configuration that is valid, also with everything in it that is commented out, and a workflow', async () => {
  const cwd = temporaryFolder();
  expect(await runMain(['init'], { cwd })).toEqual({ code: 0, stdout: `${CONFIG} written\n${WORKFLOW} written\n`, stderr: '' });
  const load = () => loadConfig({ file: undefined, assemblies: ['cdk.out'], workingDirectory: cwd });
  expect((await load()).config).toEqual({ failOn: 'error', checks: {}, lint: { mode: 'auto' }, suppressions: [] });

  const text = readFileSync(join(cwd, CONFIG), 'utf8');
  const all = text
    .replace(/^checks: \{\}$/m, 'checks:')
    .replace(/^suppressions: \[\]$/m, 'suppressions:')
    .replace(/^#( {2}|(?=deletion|external|baseline|ownChecks)| (?=deletion|external|baseline|ownChecks)| {3})/gm, (_, rest) =>
      rest.trim() === '' && rest.length > 1 ? rest : '',
    )
    .replace(/^ *Validations\.of.*$/m, '');
  writeFileSync(join(cwd, CONFIG), all);
  const { config } = await load();
  expect(Object.keys(config).sort()).toEqual(['baseline', 'checks', 'deletion', 'external', 'failOn', 'lint', 'ownChecks', 'suppressions']);
  expect(config.suppressions?.[0]?.until).toBe('2027-03-31');
  expect(parse(readFileSync(join(cwd, WORKFLOW), 'utf8')).jobs.synthcheck.steps.at(-1)).toEqual({ run: 'npx synthcheck --format github' });
});

test('changes nothing that is there', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'synthcheck.config.json'), '{}');
  await runMain(['init'], { cwd });
  expect((await runMain(['init'], { cwd })).stdout).toBe(`synthcheck.config.json is there already\n${WORKFLOW} is there already\n`);
});
