import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../support/assembly-builder.js';
import { diffFolders } from './diff-of.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

describe('what differs in nothing that matters', () => {
  test.each(['../../samples/payments-dr/broken/cdk.out', '../../samples/payments-diff/after/cdk.out'])(
    '%s and itself: no change',
    async (path) => {
      const { summary, resources, stacks, deployment, findings, folded } = await diffFolders(at(path), at(path));
      expect(summary.hasChanges).toBe(false);
      expect({ resources, stacks, deployment, folded }).toEqual({
        resources: [],
        stacks: [],
        deployment: { order: [], problems: [], failure: null, links: { added: [], removed: [] } },
        folded: [],
      });
      expect(findings).toEqual({ new: [], fixed: [], unchanged: null });
    },
  );

  test('the same when the files are not the same byte for byte', async () => {
    const copy = join(temporaryFolder(), 'cdk.out');
    const path = at('../../samples/payments-dr/broken/cdk.out');
    cpSync(path, copy, { recursive: true });
    writeFiles(copy, { 'another-file.json': {} });
    const { summary, findings } = await diffFolders(path, copy);
    expect(summary).toMatchObject({ hasChanges: false, folded: 0 });
    expect(findings).toMatchObject({ new: [], fixed: [] });
    expect(findings.unchanged).toBeGreaterThan(0);
  });

  test('one app, synthesized by aws-cdk-lib 2.240.0 and 2.276.0: nothing but noise', async () => {
    const report = await diffFolders(at('two-cdk-versions/2.240.0'), at('two-cdk-versions/2.276.0'));
    expect(report).toMatchObject({
      stacks: [],
      resources: [],
      security: [],
      deployment: { problems: [] },
      findings: { new: [], fixed: [] },
    });
    expect(report.folded.map(({ kind, count }) => [kind, count])).toEqual([
      ['asset-hash', 1],
      ['cdk', 3],
      ['cdk-handler', 8],
    ]);
  });
});
