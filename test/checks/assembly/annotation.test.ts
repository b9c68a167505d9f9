import { expect, it } from 'vitest';
import check from '../../../checks/assembly/annotation.js';
import { loadAssembly } from '../../../src/assembly/load.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { runChecks } from '../../../src/check/run.js';
import { NO_SETTINGS } from '../../../src/check/settings.js';
import { partsOfPlace } from '../../../src/finding/place.js';
import { buildGraph } from '../../../src/graph/graph.js';
import { writeAssembly } from '../../support/assembly-builder.js';
import { findingsIn } from '../../support/findings-in.js';

const annotated = (metadata: Readonly<Record<string, readonly JsonObject[]>>) => ({
  Web: {
    region: 'us-east-1',
    resources: { Plain: { Type: 'AWS::SNS::Topic' }, Inner: { Type: 'AWS::CloudFormation::Stack' } },
    nested: { Inner: { resources: { Queue: { Type: 'AWS::SQS::Queue' } } } },
    metadata,
  },
});

it.each(['error', 'warning', 'info'] as const)('passes on %s at the resource', (severity) => {
  expect(findingsIn(annotated({ 'Web/Plain': [{ type: `aws:cdk:${severity}`, data: 'Mind this.' }] }), check)).toEqual([
    { severity, checkId: 'assembly/annotation', stack: 'Web', logicalId: 'Plain', message: 'Mind this.' },
  ]);
});

it('finds the resource in a nested stack', () => {
  const example = annotated({ '/Web/Inner/Queue': [{ type: 'aws:cdk:warning', data: 'Mind this.' }] });
  expect(findingsIn(example, check)).toMatchObject([{ stack: 'Web/Inner', logicalId: 'Queue' }]);
});

it.each(['Resource', 'Default'])('finds the %s of a construct', (child) => {
  const metadata = {
    [`/Web/Bucket/${child}`]: [{ type: 'aws:cdk:logicalId', data: 'Site' }],
    '/Web/Bucket': [{ type: 'aws:cdk:warning', data: 'Mind this.' }],
  };
  const resources = { Site: { Type: 'AWS::S3::Bucket' } };
  const path = writeAssembly({ stacks: { Web: { resources } }, files: { 'Web.metadata.json': metadata } });
  const { problems } = runChecks(buildGraph([loadAssembly(path)]), [check], NO_SETTINGS);
  expect(problems.map(({ problem }) => partsOfPlace(problem.at).resource?.logicalId)).toEqual(['Site']);
});

it('names no construct twice: what is annotated at the stack itself', () => {
  const [finding] = findingsIn(annotated({ '/Web': [{ type: 'aws:cdk:warning', data: 'Mind this.' }] }), check);
  expect(finding).toEqual({ severity: 'warning', checkId: 'assembly/annotation', stack: 'Web', message: 'Mind this.' });
});

it('names a construct that is no resource, at its stack', () => {
  const [finding] = findingsIn(annotated({ 'Web/Cluster': [{ type: 'aws:cdk:warning', data: 'Mind this.' }] }), check);
  expect(finding).toEqual({ severity: 'warning', checkId: 'assembly/annotation', stack: 'Web', message: 'Web/Cluster: Mind this.' });
});

it('takes the id that silences a warning out of the text, and into the mend', () => {
  const entry = { type: 'aws:cdk:warning', data: 'Mind\nthis. [ack: @aws-cdk/aws-ecs:minHealthyPercent]' };
  const path = writeAssembly({ stacks: { Web: { metadata: { 'Web/Service': [entry] } } } });
  const { problems } = runChecks(buildGraph([loadAssembly(path)]), [check], NO_SETTINGS);
  expect(problems.map(({ problem }) => [partsOfPlace(problem.at).stack.id, problem.message, problem.fix])).toEqual([
    [
      'Web',
      'Web/Service: Mind\nthis.',
      'Do what it asks for, or accept it: `Annotations.of(construct).acknowledgeWarning("@aws-cdk/aws-ecs:minHealthyPercent", "reason")`.',
    ],
  ]);
});

it('takes any data, and leaves other entries alone', () => {
  const example = annotated({
    'Web/Plain': [{ type: 'aws:cdk:info', data: { list: [1] } }, { type: 'aws:cdk:warning' }, { type: 'aws:cdk:warnings', data: 'x' }],
  });
  expect(findingsIn(example, check).map(({ message }) => message)).toEqual(['{"list":[1]}', 'null']);
});

const LOOKUP = [
  { type: 'aws:cdk:error', data: 'Need to perform AWS calls for account 1, but no credentials have been configured' },
  { type: 'aws:cdk:error-code', data: 'ContextProviderError' },
];

it('leaves a failed lookup to assembly/context-missing, in every stack of the environment', () => {
  const stack = { region: 'us-east-1', metadata: { '/Web': LOOKUP } };
  expect(findingsIn({ Web: { ...stack, missingContext: ['zone:account=482731905566:region=us-east-1'] } }, check)).toEqual([]);
  expect(findingsIn({ Web: stack }, check)).toMatchObject([{ severity: 'error', stack: 'Web' }]);
});
