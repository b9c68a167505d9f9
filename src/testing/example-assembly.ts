import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example, ExampleStack } from '../check/example.js';
import { type NestedSketch, type StackSketch, writeSketch } from './assembly-sketch.js';

/** Writes the example as a cdk.out into a folder. */
export function writeExample(root: string, example: Example): void {
  const missing = Object.values(example).flatMap(({ missingContext = [] }) =>
    missingContext.map((key) => ({ key, provider: '', props: {} })),
  );
  writeSketch(root, {
    stacks: Object.fromEntries(Object.entries(example).map(([id, stack]) => [id, { ...sketchOf(stack), ...placementOf(stack) }])),
    ...(missing.length > 0 && { manifest: { missing } }),
  });
  for (const [id, stack] of Object.entries(example)) {
    completeNestedStacks(join(root, id), '.template.json', stack);
    addAssets(root, id, stack);
  }
}

function placementOf(stack: ExampleStack): Partial<StackSketch> {
  const { region, account, name, dependencies, terminationProtection, tags, notificationArns, metadata } = stack;
  return {
    ...(name !== undefined && { name }),
    ...(metadata && { metadata }),
    ...(region !== undefined && { region }),
    ...(account !== undefined && { account }),
    ...(dependencies && { dependencies }),
    ...(terminationProtection !== undefined && { terminationProtection }),
    ...(tags && { tags }),
    ...(notificationArns && { notificationArns }),
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
