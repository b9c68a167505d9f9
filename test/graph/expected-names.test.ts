import { expect, it } from 'vitest';
import { graphOf, linksIn } from './links-in.js';

const bucket = (BucketName: unknown) => ({ Type: 'AWS::S3::Bucket', Properties: { BucketName } });
const user = (value: unknown) => ({ Type: 'AWS::Lambda::Function', Properties: { BucketName: value } });
const sub = (text: string) => ({ 'Fn::Sub': text });
const parameters = { Stage: { Type: 'String', Default: 'dev' } };
const none = { region: 'us-east-1', account: null };

it.each<[string, unknown, unknown]>([
  ['a default on both sides', sub('logs-${Stage}'), sub('arn:aws:s3:::logs-${Stage}')],
  ['a default on the side of the name', sub('logs-${Stage}'), 'arn:aws:s3:::logs-dev'],
  ['a default on the side of the use', 'logs-dev', sub('arn:aws:s3:::logs-${Stage}')],
  ['a name in a property for names', sub('logs-${Stage}'), 'logs-dev'],
])('joins names by %s', (_, name, use) => {
  const graph = graphOf({
    stacks: {
      Data: { region: 'us-east-1', parameters, resources: { Logs: bucket(name) } },
      App: { region: 'us-west-2', parameters, resources: { User: user(use) } },
    },
  });
  const kind = String(JSON.stringify(use)).includes('arn:') ? 'arn' : 'name';
  expect(linksIn(graph)).toEqual([`App.User Properties.BucketName -> Data.Logs (${kind})`]);
});

it.each<[string, string]>([
  ['arn', 'arn:aws:s3:::logs-${AWS::AccountId}'],
  ['name', 'logs-${AWS::AccountId}'],
])('joins names with the account of stacks without one, by %s', (kind, use) => {
  const graph = graphOf({
    stacks: {
      Data: { ...none, resources: { Logs: bucket(sub('logs-${AWS::AccountId}')) } },
      App: { ...none, resources: { User: user(sub(use)) } },
    },
  });
  expect(linksIn(graph)).toEqual([`App.User Properties.BucketName -> Data.Logs (${kind})`]);
});

it.each<[string, object, unknown]>([
  ['a stack with an account', { region: 'us-east-1' }, sub('arn:aws:s3:::logs-${AWS::AccountId}')],
  ['another text', none, sub('arn:aws:s3:::log-${AWS::AccountId}')],
  ['a parameter without a default', none, sub('arn:aws:s3:::logs-${Given}')],
])('does not join names with %s', (_, app, use) => {
  const graph = graphOf({
    stacks: {
      Data: { ...none, resources: { Logs: bucket(sub('logs-${AWS::AccountId}')) } },
      App: { ...app, parameters: { Given: { Type: 'String' } }, resources: { User: user(use) } },
    },
  });
  expect(linksIn(graph)).toEqual([]);
});

it('does not join stages, which may go to different accounts', () => {
  const graph = graphOf({
    stacks: { Data: { ...none, resources: { Logs: bucket(sub('logs-${AWS::AccountId}')) } } },
    stages: { Prod: { stacks: { App: { ...none, resources: { User: user(sub('arn:aws:s3:::logs-${AWS::AccountId}')) } } } } },
  });
  expect(linksIn(graph)).toEqual([]);
});

it.each<[string, object, unknown]>([
  ['a default on both sides', { parameters }, sub('${Stage}-queue')],
  ['a default on the side of the export', {}, 'dev-queue'],
])('joins exports and imports by %s', (_, app, name) => {
  const graph = graphOf({
    stacks: {
      Data: {
        region: 'us-east-1',
        parameters,
        resources: { Queue: { Type: 'AWS::SQS::Queue' } },
        outputs: { Queue: { Value: { Ref: 'Queue' }, Export: { Name: sub('${Stage}-queue') } } },
      },
      App: { region: 'us-east-1', ...app, resources: { User: user({ 'Fn::ImportValue': name }) } },
    },
  });
  expect(linksIn(graph)).toEqual(['App.User Properties.BucketName -> Data.Queue (name: import)']);
  expect(graph.unresolved.filter(({ kind }) => kind === 'import')).toEqual([]);
});
