import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAssembly } from '../assembly/load.js';
import type { Check } from '../check/check.js';
import type { Example } from '../check/example.js';
import type { Place, Severity } from '../check/problem.js';
import { type CheckedProblem, runChecks } from '../check/run.js';
import type { Config } from '../config/config.js';
import { toSettings } from '../config/settings.js';
import { partsOfPlace } from '../finding/place.js';
import { buildGraph } from '../graph/graph.js';
import { writeExample } from './example-assembly.js';

/** What tests compare: a finding without lines. */
export interface FoundProblem extends FoundPlace {
  readonly severity: Severity;
  readonly checkId: string;
  /** Left out when there are none. */
  readonly related?: readonly FoundPlace[];
}

export interface FoundPlace {
  /** The stack's id: the key in the example; `Parent/Nested` for a nested one. */
  readonly stack: string;
  /** Left out for a stack. */
  readonly logicalId?: string;
  /** Below `Properties`, joined with dots (`Replicas.1.Region`); left out for a whole resource. */
  readonly propertyPath?: string;
  readonly message: string;
}

/** The examples in checks are read as with this configuration. */
const EXAMPLE_CONFIG: Config = { deletion: { destroyable: ['*-test*'], retained: ['*-prod*'] } };

/**
 * Writes the example as a cdk.out, loads it, and runs checks over it: what a test of a check compares. A check that throws fails the test.
 * Without a configuration stacks named `*-test*` are destroyable and those named `*-prod*` retained.
 */
export function findingsIn(example: Example, checks: Check | readonly Check[], config: Config = EXAMPLE_CONFIG): readonly FoundProblem[] {
  const folder = mkdtempSync(join(tmpdir(), 'synthcheck-'));
  try {
    const root = join(folder, 'cdk.out');
    writeExample(root, example);
    const { problems, failures } = runChecks(buildGraph([loadAssembly(root)]), [checks].flat(), toSettings(config));
    if (failures[0] !== undefined) throw failures[0].error;
    return problems.map(toFound);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toFound({ check, problem }: CheckedProblem): FoundProblem {
  return {
    severity: problem.severity ?? check.severity,
    checkId: check.id,
    ...foundPlace(problem.at, problem.message),
    ...(problem.related?.length && { related: problem.related.map(({ at, message }) => foundPlace(at, message)) }),
  };
}

function foundPlace(place: Place, message: string): FoundPlace {
  const { stack, resource, propertyPath } = partsOfPlace(place);
  return {
    stack: stack.id,
    ...(resource && { logicalId: resource.logicalId }),
    ...(propertyPath.length > 0 && { propertyPath: propertyPath.join('.') }),
    message,
  };
}
