import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { temporaryFolder } from '../support/assembly-builder.js';

/** What Microsoft's validator says, by its own rules and those for GitHub. The tool has no home page yet, which is a warning of its own. */
export function problemsOf(sarif: string): readonly string[] {
  const folder = temporaryFolder();
  const [input, output] = [join(folder, 'in.sarif'), join(folder, 'out.sarif')];
  writeFileSync(input, sarif);
  const tool: string = createRequire(import.meta.url)('@microsoft/sarif-multitool');
  // Its install script does this, where scripts of packages may run.
  chmodSync(tool, 0o755);
  const argv = ['validate', '--rule-kind', 'Sarif;Gh', '--level', 'Error;Warning', '--log', 'ForceOverwrite', '--output', output, input];
  try {
    execFileSync(tool, argv, { stdio: 'pipe' });
  } catch {
    // With findings its exit code is 1; they are in the output.
  }
  const { runs } = JSON.parse(readFileSync(output, 'utf8')) as Log;
  return runs.flatMap(({ results = [], invocations = [] }) => [
    ...results.flatMap(({ ruleId, message, locations }) => {
      const where = locations?.[0]?.physicalLocation?.region?.startLine;
      const isExpected = message.id === 'Warning_ProvideToolnformationUri';
      return isExpected ? [] : [`${ruleId} line ${where}: ${JSON.stringify(message)}`];
    }),
    ...invocations.flatMap(({ toolExecutionNotifications = [] }) =>
      toolExecutionNotifications.filter(({ level }) => level === 'error').map(({ message }) => message.text ?? 'failed'),
    ),
  ]);
}
