import { expect, test } from 'vitest';
import { diffOf } from './diff-of.js';

type Properties = Readonly<Record<string, unknown>>;

async function security(Type: string, before: Properties, after: Properties) {
  const sketch = (Properties: Properties) => ({ stacks: { App: { region: 'us-east-1', resources: { It: { Type, Properties } } } } });
  const { security } = await diffOf(sketch(before), sketch(after));
  return security.map(({ area, direction, added, removed }) => [`${direction} ${area}`, added, removed]);
}

const allow = (Principal: unknown, Action: string, more: object = {}) => ({ Effect: 'Allow', Principal, Action, ...more });
const document = (...Statement: readonly object[]) => ({ Statement });
const ACCOUNT = { AWS: '604211987345' };

test.each<[type: string, before: Properties, after: Properties, expected: readonly unknown[]]>([
  [
    'AWS::Events::EventBusPolicy',
    { StatementId: 's', EventBusName: 'orders', Statement: allow(ACCOUNT, 'events:PutEvents') },
    { StatementId: 's', EventBusName: 'orders', Statement: allow('*', 'events:PutEvents') },
    [['broadened public-access', ['Allow events:PutEvents on orders to *'], []]],
  ],
  [
    'AWS::Events::EventBusPolicy',
    { StatementId: 's', Action: 'events:PutEvents', Principal: '604211987345' },
    { StatementId: 's', Statement: allow(ACCOUNT, 'events:PutEvents', { Resource: 'default' }) },
    [],
  ],
  [
    'AWS::Events::EventBusPolicy',
    { StatementId: 's', Principal: '*', Condition: { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: 'o-1' } },
    { StatementId: 's', Principal: '*', Condition: { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: 'o-1' } },
    [],
  ],
  [
    'AWS::EC2::VPCEndpoint',
    { VpcId: 'vpc-1', PolicyDocument: document(allow('*', 's3:GetObject', { Resource: 'arn:aws:s3:::orders/*' })) },
    { VpcId: 'vpc-1' },
    [['broadened permissions', ['Allow * on arn:* to * if aws:SourceVpce StringEquals ${It}'], []]],
  ],
  [
    'AWS::EC2::VPCEndpoint',
    { VpcId: 'vpc-1' },
    { VpcId: 'vpc-1', PolicyDocument: document(allow('*', 's3:GetObject', { Resource: 'arn:aws:s3:::orders/*' })) },
    [['narrowed permissions', [], ['Allow * on arn:* to * if aws:SourceVpce StringEquals ${It}']]],
  ],
  ['AWS::EC2::VPCEndpoint', { VpcId: 'vpc-1' }, { VpcId: 'vpc-1', ServiceName: 'com.amazonaws.us-east-1.s3' }, []],
  [
    'AWS::OpenSearchService::Domain',
    { AccessPolicies: document(allow(ACCOUNT, 'es:ESHttpGet')) },
    { AccessPolicies: document(allow(ACCOUNT, 'es:*')) },
    [['broadened permissions', ['Allow es:* on ${It} to AWS:604211987345'], []]],
  ],
  [
    'AWS::OpenSearchService::Domain',
    { EngineVersion: 'OpenSearch_2.17', AccessPolicies: document(allow('*', 'es:*')) },
    { EngineVersion: 'OpenSearch_2.19', AccessPolicies: document(allow('*', 'es:*')) },
    [],
  ],
  [
    'AWS::DynamoDB::Table',
    { KeySchema: [] },
    { KeySchema: [], ResourcePolicy: { PolicyDocument: document(allow(ACCOUNT, 'dynamodb:GetItem', { Resource: '*' })) } },
    [['broadened permissions', ['Allow dynamodb:GetItem on ${It} to AWS:604211987345'], []]],
  ],
  [
    'AWS::Lambda::LayerVersionPermission',
    { LayerVersionArn: 'layer', Action: 'lambda:GetLayerVersion', Principal: '604211987345' },
    { LayerVersionArn: 'layer', Action: 'lambda:GetLayerVersion', Principal: '*' },
    [['broadened public-access', ['Allow lambda:GetLayerVersion on layer to *'], []]],
  ],
  [
    'AWS::EC2::VPCEndpointServicePermissions',
    { ServiceId: 'vpce-svc-1', AllowedPrincipals: ['arn:aws:iam::604211987345:root'] },
    { ServiceId: 'vpce-svc-1', AllowedPrincipals: ['arn:aws:iam::604211987345:root', '*'] },
    [['broadened public-access', ['Allow ec2:CreateVpcEndpoint on vpce-svc-1 to *'], []]],
  ],
])('%s %j %j', async (type, before, after, expected) => {
  expect(await security(type, before, after)).toEqual(expected);
});
