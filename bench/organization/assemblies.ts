import type { AssemblySketch, StackSketch } from '../../src/testing/assembly-sketch.js';
import { entriesOf } from '../generate.js';
import type { Kind } from './kinds.js';
import type { Application } from './plan.js';

type Stack = Application['base'];
type Section = Readonly<Record<string, object>>;
type Definition = Stack['definitions'][number];
type Reference = Stack['references'][number];

const TRUST = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

/** The resource that a template defines each kind by; exports and outputs stand in another section. */
const DEFINED: Readonly<Record<Exclude<Kind, 'export' | 'output'>, (definition: Definition) => object>> = {
  parameter: ({ name, value }) => ({
    Type: 'AWS::SSM::Parameter',
    Properties: { Name: name, Type: 'String', Value: { Ref: topicOf(value) } },
  }),
  secret: ({ name }) => ({ Type: 'AWS::SecretsManager::Secret', Properties: { Name: name } }),
  repository: ({ name }) => ({ Type: 'AWS::ECR::Repository', Properties: { RepositoryName: name } }),
  principal: ({ name }) => ({ Type: 'AWS::IAM::Role', Properties: { RoleName: name, AssumeRolePolicyDocument: TRUST } }),
  name: ({ name }) => ({ Type: 'AWS::SQS::Queue', Properties: { QueueName: name } }),
  host: ({ name }) => ({
    Type: 'AWS::Route53::RecordSet',
    Properties: { HostedZoneId: 'Z0123456789', Name: name, Type: 'A', TTL: '60', ResourceRecords: ['198.51.100.7'] },
  }),
};

const topic = (displayName: unknown): object => ({ Type: 'AWS::SNS::Topic', Properties: { DisplayName: displayName } });
const subscription = (Protocol: string, Endpoint: unknown): object => ({
  Type: 'AWS::SNS::Subscription',
  Properties: { TopicArn: { Ref: topicOf('one') }, Protocol, Endpoint },
});

/** A resource that uses each kind. */
const USED: Readonly<Record<Kind, (reference: Reference) => object>> = {
  export: ({ name }) => topic({ 'Fn::ImportValue': name }),
  output: ({ name, region }) => {
    const [StackName, OutputName] = name.split('.');
    return topic({ 'Fn::GetStackOutput': { StackName, OutputName, ...(region !== null && { Region: region }) } });
  },
  parameter: ({ name }) => topic(`{{resolve:ssm:${name}}}`),
  secret: ({ name }) => topic(`{{resolve:secretsmanager:${name}:SecretString:title}}`),
  repository: ({ name, account, region }) => ({
    Type: 'AWS::SSM::Parameter',
    Properties: {
      Type: 'String',
      Value: { 'Fn::Sub': `${account ?? '${AWS::AccountId}'}.dkr.ecr.${region ?? '${AWS::Region}'}.amazonaws.com/${name}:v1` },
    },
  }),
  principal: ({ name, account }) => ({
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        ...TRUST,
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: { 'Fn::Sub': `arn:aws:iam::${account ?? '${AWS::AccountId}'}:role/${name}` } },
            Action: 'sts:AssumeRole',
          },
        ],
      },
    },
  }),
  name: ({ name, account, region }) =>
    subscription('sqs', { 'Fn::Sub': `arn:aws:sqs:${region ?? '${AWS::Region}'}:${account ?? '${AWS::AccountId}'}:${name}` }),
  host: ({ name }) => subscription('https', `https://${name}/hooks`),
};

/** What `cdk synth` would write of the application; `isFilled` adds 452 resources that cross no border. */
export function sketchOf({ base, service, far }: Application, isFilled: boolean): AssemblySketch {
  const filling = isFilled
    ? Object.fromEntries(entriesOf(0).map(([id, Type, Properties, rest]) => [id, { Type, Properties, ...rest }]))
    : {};
  return {
    stacks: Object.fromEntries([
      [base.id, stackOf(base, filling)],
      [service.id, stackOf(service, filling)],
      [far.id, stackOf(far, {})],
    ]),
  };
}

function stackOf({ account, region, definitions, references }: Stack, filling: Section): StackSketch {
  const resources: Record<string, object> = { ...filling, [topicOf('one')]: topic('one'), [topicOf('two')]: topic('two') };
  const outputs: Record<string, object> = {};
  for (const [index, definition] of definitions.entries()) {
    const { kind, name, value } = definition;
    const Value = { Ref: topicOf(value) };
    if (kind === 'export') outputs[`Export${index}`] = { Value, Export: { Name: name } };
    else if (kind === 'output') outputs[name.split('.')[1] ?? ''] = { Value };
    else resources[`Defined${index}`] = DEFINED[kind](definition);
  }
  for (const [index, reference] of references.entries()) resources[`Used${index}`] = USED[reference.kind](reference);
  return { account, ...(region !== null && { region }), resources, outputs };
}

function topicOf(value: string): string {
  return `Topic${value}`;
}
