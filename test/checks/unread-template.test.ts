import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks } from '../../checks/index.js';
import { loadAssembly } from '../../src/assembly/load.js';
import { runChecks } from '../../src/check/run.js';
import { toSettings } from '../../src/config/settings.js';
import { partsOfPlace } from '../../src/finding/place.js';
import { buildGraph } from '../../src/graph/graph.js';
import { writeExample } from '../../src/testing/example-assembly.js';

const SETTINGS = toSettings({ deletion: { destroyable: ['*-test*'], retained: ['*-prod*'] } });

describe('a template that cannot be read', () => {
  const inSeveralStacks = checks.filter(({ docs }) => [docs.bad, docs.good].some((example) => Object.keys(example).length > 1));

  test.each(inSeveralStacks.map((check) => ({ id: check.id, check })))(
    'adds no finding of $id: what is missing may be in it',
    ({ check }) => {
      for (const example of [check.docs.bad, check.docs.good]) {
        const folder = mkdtempSync(join(tmpdir(), 'synthcheck-'));
        const root = join(folder, 'cdk.out');
        const findings = (): readonly string[] =>
          runChecks(buildGraph([loadAssembly(root)]), [check], SETTINGS).problems.map(({ problem }) => {
            const { stack, resource, propertyPath } = partsOfPlace(problem.at);
            return JSON.stringify([stack.id, resource?.logicalId, propertyPath]);
          });
        try {
          writeExample(root, example);
          const whole = findings();
          const templates = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.template.json'));
          for (const file of templates.length > 1 ? templates : []) {
            const path = join(root, file);
            const text = readFileSync(path, 'utf8');
            writeFileSync(path, '{');
            const left = findings().filter((place) => !whole.includes(place));
            expect(left, file).toEqual([]);
            writeFileSync(path, text);
          }
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }
    },
  );
});
