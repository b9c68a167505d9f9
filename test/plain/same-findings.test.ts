import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checks } from '../../checks/index.js';
import { loadAssembly } from '../../src/assembly/load.js';
import type { CloudAssembly, Stack } from '../../src/assembly/model.js';
import { runChecks } from '../../src/check/run.js';
import { toSettings } from '../../src/config/settings.js';
import { partsOfPlace } from '../../src/finding/place.js';
import { buildGraph } from '../../src/graph/graph.js';
import { loadTemplates } from '../../src/plain/load-templates.js';
import { stackOf } from '../../src/plain/template-stack.js';
import { writeExample } from '../../src/testing/example-assembly.js';

const SETTINGS = toSettings({ deletion: { destroyable: ['*-test*'], retained: ['*-prod*'] } });

/** What the manifest alone knows: assets, annotations, lookups that were not done, topics for the events of stacks. */
const OF_MANIFEST = /^assembly\/|^sns\/notification-topic-region$/;

function findingsIn(assembly: CloudAssembly): readonly string[] {
  const { problems, failures } = runChecks(buildGraph([assembly]), checks, SETTINGS);
  expect(failures).toEqual([]);
  return problems
    .filter(({ check: { id } }) => !OF_MANIFEST.test(id))
    .map(({ check, problem }) => {
      const { stack, resource, propertyPath } = partsOfPlace(problem.at);
      return `${problem.severity ?? check.severity} ${check.id} ${stack.name} ${resource?.logicalId} ${propertyPath.join('.')}`;
    })
    .sort();
}

/** The same templates in the same environments and order, without a manifest. */
function withoutManifest(root: string, { stacks }: CloudAssembly): CloudAssembly {
  const describe = (stack: Stack) =>
    stackOf(join(root, stack.templateFile), {
      name: stack.name,
      ...stack.environment,
      parameters: stack.parameterValues,
      tags: stack.tags,
      terminationProtection: stack.terminationProtection,
      dependsOn: stack.dependencies.map(({ name }) => name),
      isDeclared: true,
    });
  // A manifest without dependencies says so; templates say nothing.
  return Object.assign(loadTemplates(stacks.map(describe), { root, path: root }), { isOrderKnown: true });
}

const isFlat = ({ stacks }: CloudAssembly): boolean => stacks.every(({ parent }) => parent === undefined);

describe('templates have the same findings as the assembly that they are in', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'synthcheck-same-')));
  const examples = checks.flatMap(({ id, docs }) => [[`${id}, incorrect`, docs.bad] as const, [`${id}, correct`, docs.good] as const]);

  test.each(examples)('%s', (name, example) => {
    const root = join(folder, name.replaceAll('/', '-'));
    writeExample(root, example);
    const assembly = loadAssembly(root);
    // Nested stacks of the CDK are found by their assets, and names of stacks say which one is meant.
    const names = assembly.stacks.map((stack) => stack.name);
    if (!isFlat(assembly) || new Set(names).size < names.length || assembly.stacks.some(({ template }) => template.resources.size === 0))
      return;
    expect(findingsIn(withoutManifest(root, assembly))).toEqual(findingsIn(assembly));
  });

  test.each(['broken', 'fixed'])('the sample payments-dr, %s', (state) => {
    const root = fileURLToPath(new URL(`../../samples/payments-dr/${state}/cdk.out`, import.meta.url));
    const assembly = loadAssembly(root);
    const flat = { ...assembly, stacks: assembly.stacks.filter(({ parent }) => parent === undefined) };
    expect(findingsIn(withoutManifest(root, flat))).toEqual(findingsIn(flat));
  });
});
