import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';

const created = (logicalId: string, frame: string) => [
  { type: 'aws:cdk:logicalId', data: logicalId },
  { type: 'aws:cdk:creationStack', data: [frame] },
];

const CODE = '  new Topic();\n'.repeat(5);

/** An app whose sources were changed so many seconds after the manifest was written. */
function project(seconds: Readonly<Record<string, number>>): string {
  const cwd = writeProject(
    {
      stacks: {
        Web: {
          region: 'us-east-1',
          resources: { One: { Type: 'AWS::SNS::Topic' }, Two: { Type: 'AWS::SNS::Topic' } },
          metadata: {
            'Web/One': created('One', 'new Web (lib/web.ts:2:3)'),
            'Web/Two': created('Two', 'new Web (lib/topics.ts:4:3)'),
          },
        },
      },
    },
    { 'package.json': {}, 'lib/web.ts': CODE, 'lib/topics.ts': CODE, 'lib/other.ts': CODE },
  );
  const written = statSync(join(cwd, 'cdk.out/manifest.json')).mtimeMs / 1000;
  for (const [file, after] of Object.entries(seconds)) utimesSync(join(cwd, file), written + after, written + after);
  return cwd;
}

const notes = async (cwd: string) => {
  const { code, stderr } = await runMain(['--lint', 'never', '--format', 'json'], { cwd });
  expect(code).toBe(0);
  return stderr;
};

describe('sources of an app', () => {
  test('that were changed after the synth are a warning, also without findings', async () => {
    expect(await notes(project({ 'lib/web.ts': 3_600 }))).toBe(
      'synthcheck: warning: lib/web.ts: The file was changed after the assembly cdk.out was written. Run `cdk synth` again: what is checked is not what the app says now.\n',
    );
    expect(await notes(project({ 'lib/web.ts': 3_600, 'lib/topics.ts': 90 }))).toContain('Other files of the app were, too (1).');
  });

  test.each([
    ['older', { 'lib/web.ts': -3_600, 'lib/topics.ts': -1 }],
    ['written in the same minute', { 'lib/web.ts': 30 }],
    ['named by no trace', { 'lib/other.ts': 3_600 }],
    ['older than a template, as in a committed assembly', { 'lib/web.ts': 3_600, 'cdk.out/Web.template.json': 3_600 }],
  ])('that are %s are none', async (_, seconds) => {
    expect(await notes(project({ 'lib/topics.ts': -1, 'lib/web.ts': -1, ...seconds }))).not.toContain('was changed after');
  });
});
