import { loadAssembly } from '../../src/assembly/load.js';
import type { Check } from '../../src/check/check.js';
import type { Example } from '../../src/check/example.js';
import { runChecks } from '../../src/check/run.js';
import { NO_SETTINGS } from '../../src/check/settings.js';
import { fillIn } from '../../src/finding/fill-in.js';
import { buildGraph } from '../../src/graph/graph.js';
import { writeExample } from '../../src/testing/example-assembly.js';
import { temporaryFolder } from './assembly-builder.js';

/** The fixes that a report of this example, made with L2 constructs, shows for a check, in the order of its findings. */
export function fixesIn(example: Example, check: Check): readonly string[] {
  const root = temporaryFolder();
  writeExample(root, example);
  const { problems } = runChecks(buildGraph([loadAssembly(root)]), [check], NO_SETTINGS);
  return problems.map(({ problem }) => fillIn(problem.fix ?? check.docs.fix, problem.fill));
}
