import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runMain } from '../support/run-main.js';
import { checkIn, writeRepository } from './project.js';

const read = (file: string): string => readFileSync(new URL(`sam/${file}`, import.meta.url), 'utf8');
const HEAD = 'Transform: AWS::Serverless-2016-10-31\n';

async function graphOf(template: string) {
  const cwd = writeRepository({ 'template.yaml': template });
  return JSON.parse((await runMain(['graph', 'template.yaml', '--format', 'json'], { cwd })).stdout);
}

// Made with aws-sam-translator 1.115, which CloudFormation's transformation is: logical IDs without their hashes.
test('has the resources that the transformation makes', async () => {
  const graph = await graphOf(read('template.yaml'));
  const made = Object.fromEntries(graph.resources.map(({ logicalId, type }: Record<string, string>) => [logicalId, type]));
  expect(made).toEqual(JSON.parse(read('translated.json')));
});

const FUNCTION = `Resources:
  Create:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      InlineCode: x
`;

describe('what is not followed', () => {
  test.each([
    [
      'an event',
      `${FUNCTION}      Events:\n        Users: { Type: Cognito, Properties: { UserPool: !Ref Pool } }\n`,
      'Create.Events.Users',
    ],
    [
      'a deployment',
      `${FUNCTION}      AutoPublishAlias: live\n      DeploymentPreference: { Type: AllAtOnce }\n`,
      'Create.DeploymentPreference',
    ],
  ])('%s is counted', async (_, template, name) => {
    const { unresolved } = await graphOf(HEAD + template);
    expect(unresolved.filter(({ kind }: { kind: string }) => kind === 'generator').map((one: { name: string }) => one.name)).toEqual([
      name,
    ]);
  });

  test('a type stays as it is', async () => {
    const { resources } = await graphOf(`${HEAD}Resources:\n  Graph:\n    Type: AWS::Serverless::GraphQLApi\n`);
    expect(resources.map(({ type }: { type: string }) => type)).toEqual(['AWS::Serverless::GraphQLApi']);
  });
});

test('globals are merged: maps joined, texts replaced', async () => {
  const template = `${HEAD}Globals:
  Function:
    Timeout: 60
    Environment: { Variables: { TABLE: !Ref Orders } }
${FUNCTION}      Events:
        Jobs: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
  Jobs:
    Type: AWS::SQS::Queue
    Properties: { VisibilityTimeout: 30 }
  Orders: { Type: AWS::Serverless::SimpleTable }
`;
  const cwd = writeRepository({ 'template.yaml': template });
  // The queue's timeout is shorter than that of the function, which the globals say.
  expect((await checkIn(cwd, 'template.yaml')).findings).toEqual([expect.stringMatching(/^error sqs\/visibility-timeout template\(\) /)]);
  const { links } = await graphOf(template);
  expect(links.map(({ from, to }: Record<string, string>) => `${from} ${to}`)).toContain('template.Create template.Orders');
});

test('a finding in what is generated stands where the template asks for it', async () => {
  const template = `${HEAD}Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      Domain:
        DomainName: api.acme-bank.io
        CertificateArn: !Sub arn:aws:acm:eu-west-1:\${AWS::AccountId}:certificate/a
`;
  const cwd = writeRepository({ 'template.yaml': template });
  expect(await checkIn(cwd, '--template', 'template.yaml@us-east-1')).toMatchObject({
    findings: [expect.stringMatching(/ template\(us-east-1\) template\.yaml:7:7$/)],
  });
});

test.each([
  ['properties that are none', `${HEAD}Resources:\n  A:\n    Type: AWS::Serverless::Function\n    Properties: text\n`],
  ['events that are none', `${HEAD}${FUNCTION}      Events: [1, null, { Type: S3 }]\n`],
  [
    'names of prototypes',
    `${HEAD}${FUNCTION}      Events:\n        __proto__: { Type: constructor }\n        toString: { Type: __proto__, Properties: { Path: 1 } }\n`,
  ],
  ['globals that are none', `${HEAD}Globals: [1]\n${FUNCTION}`],
])('%s are no harm', async (_, template) => {
  const cwd = writeRepository({ 'template.yaml': template });
  const { code, stacks } = await checkIn(cwd, 'template.yaml');
  expect({ code, stacks }).toEqual({ code: 0, stacks: ['template()'] });
});

test.each<[string, string]>([
  ['a reference', '!Ref Create.Version'],
  ['an attribute', '!GetAtt Create.Version.FunctionArn'],
  ['an attribute, split after its resource', '{ Fn::GetAtt: [Create.Version, FunctionArn] }'],
  ['a text', '!Sub "${Create.Version}"'],
  ['an attribute in a text', '!Sub "${Create.Version.FunctionArn}"'],
  ['a text with variables', '!Sub ["${Create.Version}${A}", { A: "" }]'],
])('follows %s to what is generated', async (_, value) => {
  const { links } = await graphOf(
    `${HEAD}${FUNCTION}      AutoPublishAlias: live\n  Shown:\n    Type: AWS::SSM::Parameter\n    Properties: { Type: String, Value: ${value} }\n`,
  );
  const from = (end: { logicalId?: string; resource?: string }) => JSON.stringify(end);
  expect(
    links.some((link: { from: object; to: object }) => from(link.from).includes('Shown') && from(link.to).includes('CreateVersion')),
  ).toBe(true);
});
