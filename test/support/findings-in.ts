import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAssembly } from '../../src/assembly/load.js';
import type { Check } from '../../src/check/check.js';
import type { Example, ExampleStack } from '../../src/check/example.js';
import type { Place, Severity } from '../../src/check/problem.js';
import { runChecks } from '../../src/check/run.js';
import type { Config } from '../../src/config/config.js';
import { toSettings } from '../../src/config/settings.js';
import { partsOfPlace } from '../../src/finding/place.js';
import { buildGraph } from '../../src/graph/graph.js';
import { type NestedSketch, type StackSketch, writeAssembly } from './assembly-builder.js';

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

/** Writes the example as a cdk.out, loads it, and runs checks over it. A check that throws fails the test. */
export function findingsIn(example: Example, checks: Check | readonly Check[], config: Config = EXAMPLE_CONFIG): readonly FoundProblem[] {
  const graph = buildGraph([loadAssembly(writeExample(example))]);
  const { problems, failures } = runChecks(graph, [checks].flat(), toSettings(config));
  if (failures[0] !== undefined) throw failures[0].error;
  return problems.map(({ check, problem }) => ({
    severity: problem.severity ?? check.severity,
    checkId: check.id,
    ...foundPlace(problem.at, problem.message),
    ...(problem.related?.length && { related: problem.related.map(({ at, message }) => foundPlace(at, message)) }),
  }));
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

/** Writes the example as a cdk.out and gives its path. */
function writeExample(example: Example): string {
  const missing = Object.values(example).flatMap(({ missingContext = [] }) =>
    missingContext.map((key) => ({ key, provider: '', props: {} })),
  );
  const root = writeAssembly({
    stacks: Object.fromEntries(Object.entries(example).map(([id, stack]) => [id, { ...sketchOf(stack), ...placementOf(stack) }])),
    ...(missing.length > 0 && { manifest: { missing } }),
  });
  for (const [id, stack] of Object.entries(example)) {
    completeNestedStacks(join(root, id), '.template.json', stack);
    addAssets(root, id, stack);
  }
  return root;
}

function placementOf({ region, account, name, dependencies, terminationProtection, metadata }: ExampleStack): Partial<StackSketch> {
  return {
    ...(name !== undefined && { name }),
    ...(metadata && { metadata }),
    ...(region !== undefined && { region }),
    ...(account !== undefined && { account }),
    ...(dependencies && { dependencies }),
    ...(terminationProtection !== undefined && { terminationProtection }),
  };
}

function sketchOf({ resources, outputs, parameters, conditions, mappings, nested }: ExampleStack): Omit<NestedSketch, 'parameterValues'> {
  const own = Object.entries(resources ?? {}).filter(([logicalId]) => !Object.hasOwn(nested ?? {}, logicalId));
  return {
    resources: Object.fromEntries(own),
    ...(outputs && { outputs }),
    ...(parameters && { parameters }),
    ...(conditions && { conditions }),
    ...(mappings && { mappings }),
    ...(nested && { nested: Object.fromEntries(Object.entries(nested).map(([logicalId, stack]) => [logicalId, sketchOf(stack)])) }),
  };
}

/** Lays what the example says of its `AWS::CloudFormation::Stack`s (parameters, condition) over what the builder wrote. */
function completeNestedStacks(prefix: string, suffix: string, { resources, nested }: ExampleStack): void {
  if (nested === undefined) return;
  const file = prefix + suffix;
  const template = JSON.parse(readFileSync(file, 'utf8'));
  for (const [logicalId, stack] of Object.entries(nested)) {
    const { Properties, ...attributes } = Object(resources?.[logicalId]);
    const written = template.Resources[logicalId];
    Object.assign(written, attributes, { Properties: { ...written.Properties, ...Properties } });
    completeNestedStacks(prefix + logicalId, '.nested.template.json', stack);
  }
  writeFileSync(file, JSON.stringify(template, undefined, 1));
}

/** Lists assets in the asset manifest of the stack, and writes those that are there. */
function addAssets(root: string, id: string, { assets }: ExampleStack): void {
  if (assets === undefined) return;
  const file = join(root, `${id}.assets.json`);
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  for (const [path, isThere] of Object.entries(assets)) {
    manifest.files[path] = { source: { path, packaging: 'file' }, destinations: {} };
    if (isThere) writeFileSync(join(root, path), '');
  }
  writeFileSync(file, JSON.stringify(manifest, undefined, 1));
}
