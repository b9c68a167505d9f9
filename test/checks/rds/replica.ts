import type { Example } from '../../../src/check/example.js';

export const replica = (source: string | object, properties: object = {}, stack: object = {}): Example => ({
  Primary: {
    region: 'us-east-1',
    resources: { Database: { Type: 'AWS::RDS::DBInstance', Properties: { DBInstanceIdentifier: 'orders', StorageEncrypted: true } } },
    outputs: { Id: { Value: { Ref: 'Database' } }, Arn: { Value: { 'Fn::GetAtt': ['Database', 'DBInstanceArn'] } } },
  },
  Replica: {
    region: 'us-west-2',
    dependencies: ['Primary'],
    parameters: { Given: { Type: 'String' } },
    resources: {
      Replica: {
        Type: 'AWS::RDS::DBInstance',
        Properties: { SourceDBInstanceIdentifier: typeof source === 'string' ? source : { ...source }, ...properties },
      },
    },
    ...stack,
  },
});
export const output = (name: string) => ({ 'Fn::GetStackOutput': { StackName: 'Primary', OutputName: name, Region: 'us-east-1' } });
