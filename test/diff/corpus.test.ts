import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/assembly-builder.js';
import { corpusAssemblies, editCorpusAssembly } from './corpus-edits.js';
import { diffFolders } from './diff-of.js';
import { randomFrom } from './random.js';

const root = fileURLToPath(new URL('../../../shared/corpus/deployed', import.meta.url));
const all = corpusAssemblies(root);
/** A long run takes all: SYNTHCHECK_LONG=1 npx vitest run test/diff/corpus.test.ts */
const assemblies = process.env.SYNTHCHECK_LONG ? all : all.filter((_, index) => index % 40 === 0);

describe.skipIf(all.length === 0)('real assemblies, with one thing changed', () => {
  test.each(['drop', 'rename', 'retain', 'tweak', 'move', 'retarget'] as const)(
    '%s',
    async (kind) => {
      const wrong: unknown[] = [];
      let edited = 0;
      const target = join(temporaryFolder(), 'cdk.out');
      for (const [index, folder] of assemblies.entries()) {
        rmSync(target, { recursive: true, force: true });
        const edit = editCorpusAssembly(folder, target, kind, randomFrom(index + 1));
        if (edit === undefined) continue;
        edited++;
        const { resources } = await diffFolders(folder, target);
        const found = resources
          // What follows from the edit is reported as such.
          .filter(({ change }) => change !== 'carried')
          .map(({ change, before, after }) => `${change} ${(after ?? before)?.stack.id} ${(after ?? before)?.resource?.logicalId}`);
        if (found.join() !== edit.expected) wrong.push({ folder: folder.slice(root.length + 1), expected: edit.expected, found });
      }
      expect(wrong).toEqual([]);
      // Few of them have two stacks, and something that nothing refers to in one.
      if (kind !== 'move') expect(edited).toBeGreaterThan(0);
    },
    1_200_000,
  );
});
