import type { Resource } from '../../graph/model/resource.js';
import type { Change } from '../changes.js';
import type { DiffContext, Problem } from './problem.js';
import { isKept } from './release.js';

const [FUNCTION, VERSION] = ['AWS::Lambda::Function', 'AWS::Lambda::Version'] as const;

/** What the CDK calls the version of a function's current state; the deployed one is then the last that was published. */
const CURRENT_VERSION = /CurrentVersion[0-9A-F]{8}[0-9a-f]{32}$/;

/**
 * Settings of a function that are no part of its versions:
 * https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-lambda/lib/function-hash.ts
 */
const UNVERSIONED: ReadonlySet<unknown> = new Set([
  'Tags',
  'ReservedConcurrentExecutions',
  'CodeSigningConfigArn',
  'RecursiveLoop',
  'RuntimeManagementConfig',
]);

/** Versions that are published anew of functions that are the same. */
export function* functionVersionProblems(context: DiffContext): Generator<Problem> {
  const { after, before, pairing, changes } = context;
  const created = [...after.certainResourcesOfType(VERSION)].filter((version) => !isKept(version, context));
  if (created.length === 0) return;
  const published = new Set(
    [...before.certainResourcesOfType(VERSION)]
      .filter(({ logicalId }) => CURRENT_VERSION.test(logicalId))
      .map((version) => version.property('FunctionName').target(FUNCTION)?.base),
  );
  const changed = new Map(changes.map((change) => [change.after?.base, change]));
  for (const version of created) {
    const target = version.property('FunctionName').target(FUNCTION);
    const deployed = target && pairing.matches.originOf(target);
    if (target === undefined || deployed === undefined || !published.has(deployed.base) || !isKept(target, context)) continue;
    if (isAnotherVersion(target, changed.get(target.base), context)) continue;
    yield {
      kind: 'update-refused',
      level: 'blocked',
      at: version,
      message: `It publishes a version of ${target.displayNameFrom(version)}, whose code and settings are those of the deployed version: \`A version for this Lambda function exists. Modify the function to create a new version.\``,
      fix: 'Change something that is part of a version (the description, an environment variable), or what gave the version another logical ID back: switch the feature flag `@aws-cdk/aws-lambda:recognizeVersionProps` in a deployment that also changes the code.',
    };
  }
}

/** Whether the function is another one when the version is published. */
function isAnotherVersion(target: Resource, change: Change | undefined, { after, recreated }: DiffContext): boolean {
  if (change?.consequence === 'code') return true;
  if (change?.differences.some(({ path }) => path[0] === 'Properties' && !UNVERSIONED.has(path[1])) === true) return true;
  return after.linksFrom(target).some(({ to, kind }) => kind !== 'depends-on' && recreated.has(to.base));
}
