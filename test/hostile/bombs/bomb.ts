import type { AssemblySketch, StackSketch } from '../../../src/testing/assembly-sketch.js';

/** A small text that stands for endless work. */
export type Bomb = () => AssemblySketch;

export const LEVELS = 200;
export const CLUSTER = 'AWS::RDS::DBCluster';
export const SECRET = 'AWS::SecretsManager::Secret';
export const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
export const section = <T>(length: number, entry: (index: number) => readonly [string, T]): Record<string, T> =>
  Object.fromEntries(range(length).map(entry));
export const twice = <T>(value: T): readonly [T, T] => [value, value];
export const join = (...parts: readonly unknown[]): unknown => ({ 'Fn::Join': ['', parts] });

/** Resources whose properties many checks read. */
export function readers(value: unknown): Record<string, unknown> {
  return {
    Bucket: {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: value, ReplicationConfiguration: { Role: value, Rules: [{ Destination: { Bucket: value } }] } },
    },
    Record: {
      Type: 'AWS::Route53::RecordSet',
      Properties: {
        Name: value,
        Type: 'A',
        HostedZoneId: value,
        SetIdentifier: value,
        Weight: value,
        AliasTarget: { DNSName: value, HostedZoneId: value },
      },
    },
    Health: {
      Type: 'AWS::Route53::HealthCheck',
      Properties: { HealthCheckConfig: { Type: 'HTTPS', FullyQualifiedDomainName: value, ResourcePath: value } },
    },
    Table: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: { TableName: value, Replicas: [{ Region: value, SSESpecification: { KMSMasterKeyId: value } }], SSESpecification: value },
    },
    Cluster: { Type: CLUSTER, Properties: { GlobalClusterIdentifier: value, KmsKeyId: value, Engine: value, DBSubnetGroupName: value } },
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: value,
        AssumeRolePolicyDocument: value,
        Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: value, Resource: value }] } }],
      },
    },
    Key: { Type: 'AWS::KMS::ReplicaKey', Properties: { PrimaryKeyArn: value, KeyPolicy: value } },
    Alarm: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: { AlarmName: value, Dimensions: [{ Name: 'x', Value: value }], AlarmActions: [value] },
    },
  };
}

export const one = (stack: StackSketch): AssemblySketch => ({ stacks: { Data: { region: 'us-east-1', ...stack } } });
/** `forms` of one growth: a list, a text, and what is unknown of both. */
export const forms = (reference: (index: number) => unknown): Record<string, (index: number) => unknown> => ({
  lists: (index) => twice(reference(index)),
  texts: (index) => join(...twice(reference(index))),
  unknowns: (index) => ({ 'Fn::Base64': twice(reference(index)) }),
});
