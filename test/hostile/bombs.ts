import type { AssemblySketch, StackSketch } from '../support/assembly-builder.js';

/** A small text that stands for endless work. */
export type Bomb = () => AssemblySketch;

const LEVELS = 200;
const CLUSTER = 'AWS::RDS::DBCluster';
const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
const section = <T>(length: number, entry: (index: number) => readonly [string, T]): Record<string, T> => Object.fromEntries(range(length).map(entry));
const twice = <T>(value: T): readonly [T, T] => [value, value];
const join = (...parts: readonly unknown[]): unknown => ({ 'Fn::Join': ['', parts] });

/** Resources whose properties many checks read. */
function readers(value: unknown): Record<string, unknown> {
  return {
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: value, ReplicationConfiguration: { Role: value, Rules: [{ Destination: { Bucket: value } }] } } },
    Record: { Type: 'AWS::Route53::RecordSet', Properties: { Name: value, Type: 'A', HostedZoneId: value, SetIdentifier: value, Weight: value, AliasTarget: { DNSName: value, HostedZoneId: value } } },
    Health: { Type: 'AWS::Route53::HealthCheck', Properties: { HealthCheckConfig: { Type: 'HTTPS', FullyQualifiedDomainName: value, ResourcePath: value } } },
    Table: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { TableName: value, Replicas: [{ Region: value, SSESpecification: { KMSMasterKeyId: value } }], SSESpecification: value } },
    Cluster: { Type: CLUSTER, Properties: { GlobalClusterIdentifier: value, KmsKeyId: value, Engine: value, DBSubnetGroupName: value } },
    Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: value, AssumeRolePolicyDocument: value, Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: value, Resource: value }] } }] } },
    Key: { Type: 'AWS::KMS::ReplicaKey', Properties: { PrimaryKeyArn: value, KeyPolicy: value } },
    Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmName: value, Dimensions: [{ Name: 'x', Value: value }], AlarmActions: [value] } },
  };
}

const one = (stack: StackSketch): AssemblySketch => ({ stacks: { Data: { region: 'us-east-1', ...stack } } });
/** `forms` of one growth: a list, a text, and what is unknown of both. */
const forms = (reference: (index: number) => unknown): Record<string, (index: number) => unknown> => ({
  lists: (index) => twice(reference(index)),
  texts: (index) => join(...twice(reference(index))),
  unknowns: (index) => ({ 'Fn::Base64': twice(reference(index)) }),
});

/** Values that hold twice what the next one holds, through each way in which one place takes a value from another. */
export function growth(): Record<string, Bomb> {
  const bombs: Record<string, Bomb> = {};
  for (const [form, grow] of Object.entries(forms((index) => ({ 'Fn::ImportValue': `E${index}` })))) {
    bombs[`exports, ${form}`] = () =>
      one({
        resources: readers({ 'Fn::ImportValue': 'E0' }),
        outputs: section(LEVELS, (index) => [`O${index}`, { Value: index === LEVELS - 1 ? { Ref: 'Bucket' } : grow(index + 1), Export: { Name: `E${index}` } }]),
      });
  }
  for (const [form, grow] of Object.entries(forms((index) => ({ 'Fn::GetStackOutput': { StackName: 'Data', OutputName: `O${index}` } })))) {
    bombs[`stack outputs, ${form}`] = () =>
      one({
        resources: readers({ 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'O0' } }),
        outputs: section(LEVELS, (index) => [`O${index}`, { Value: index === LEVELS - 1 ? { Ref: 'Bucket' } : grow(index + 1) }]),
      });
  }
  for (const [form, grow] of Object.entries(forms((index) => `{{resolve:ssm:P${index}}}`))) {
    bombs[`SSM parameters, ${form}`] = () =>
      one({
        resources: {
          ...readers('{{resolve:ssm:P0}}'),
          ...section(LEVELS, (index) => [`P${index}`, { Type: 'AWS::SSM::Parameter', Properties: { Name: `P${index}`, Value: grow(index + 1) } }]),
        },
      });
  }
  for (const [form, grow] of Object.entries(forms((index) => ({ 'Fn::FindInMap': ['M', `k${index}`, 'v'] })))) {
    bombs[`mappings, ${form}`] = () =>
      one({ resources: readers({ 'Fn::FindInMap': ['M', 'k0', 'v'] }), mappings: { M: section(LEVELS, (index) => [`k${index}`, { v: grow(index + 1) }]) } });
  }
  for (const [form, grow] of Object.entries(forms((index) => ({ 'Fn::GetAtt': ['Reader', `/cdk/exports/${index}`] })))) {
    bombs[`cross-region exports, ${form}`] = () =>
      one({
        resources: {
          ...readers({ 'Fn::GetAtt': ['Reader', '/cdk/exports/0'] }),
          Reader: { Type: 'Custom::CrossRegionExportReader', Properties: {} },
          Writer: {
            Type: 'Custom::CrossRegionExportWriter',
            Properties: { WriterProps: { region: 'us-east-1', exports: section(LEVELS, (index) => [`/cdk/exports/${index}`, grow(index + 1)]) } },
          },
        },
      });
  }
  for (const [form, grow] of Object.entries(forms(() => ({ Ref: 'P' })))) {
    bombs[`nested parameters, ${form}`] = () => {
      let nested: StackSketch = { resources: readers({ Ref: 'P' }), parameters: { P: { Type: 'String' } } };
      for (let level = 0; level < 18; level++)
        nested = { parameters: { P: { Type: 'String' } }, resources: readers({ Ref: 'P' }), nested: { N: { ...nested, parameterValues: { P: grow(0) } } } };
      return one({ resources: {}, nested: { N: { ...nested, parameterValues: { P: { 'Fn::GetAZs': '' } } } } });
    };
  }
  for (const [form, grow] of Object.entries(forms(() => ({ 'Fn::GetAtt': ['N', 'Outputs.O'] })))) {
    bombs[`nested outputs, ${form}`] = () => {
      let nested: StackSketch = { resources: readers('x'), outputs: { O: { Value: { Ref: 'Bucket' } } } };
      for (let level = 0; level < 18; level++) nested = { resources: readers(grow(0)), outputs: { O: { Value: grow(0) } }, nested: { N: nested } };
      return one({ resources: readers(grow(0)), nested: { N: nested } });
    };
  }
  bombs['conditions, used twice by the next'] = () =>
    one({
      conditions: section(LEVELS, (index) => [`C${index}`, { 'Fn::And': twice({ Condition: `C${index + 1}` }) }]),
      resources: { ...readers({ 'Fn::If': ['C0', 'a', 'b'] }), Guarded: { Type: 'AWS::S3::Bucket', Condition: 'C0' } },
    });
  bombs['conditions, each with an Fn::If of the next'] = () =>
    one({
      parameters: { P: { Type: 'String', Default: 'a' } },
      conditions: section(LEVELS, (index) => [`C${index}`, { 'Fn::Equals': twice({ 'Fn::If': [`C${index + 1}`, { Ref: 'P' }, 'b'] }) }]),
      resources: readers({ 'Fn::If': ['C0', 'a', 'b'] }),
    });
  return bombs;
}

/** Values that need themselves, through each way in which one place takes a value from another. */
export function cycles(): Record<string, Bomb> {
  return {
    'an export': () => one({ resources: readers({ 'Fn::ImportValue': 'E' }), outputs: { O: { Value: join({ 'Fn::ImportValue': 'E' }, 'x'), Export: { Name: 'E' } } } }),
    "an export's name": () => one({ resources: readers({ 'Fn::ImportValue': 'E' }), outputs: { O: { Value: 'x', Export: { Name: { 'Fn::ImportValue': 'E' } } } } }),
    'a stack output': () => {
      const call = { 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'O' } };
      return one({ resources: readers(call), outputs: { O: { Value: [call, call] } } });
    },
    'SSM parameters': () =>
      one({
        resources: {
          ...readers('{{resolve:ssm:A}}'),
          A: { Type: 'AWS::SSM::Parameter', Properties: { Name: 'A', Value: 'x{{resolve:ssm:B}}' } },
          B: { Type: 'AWS::SSM::Parameter', Properties: { Name: 'B', Value: '{{resolve:ssm:A}}{{resolve:ssm:B}}' } },
        },
      }),
    "an SSM parameter's name": () =>
      one({ resources: { ...readers('{{resolve:ssm:A}}'), A: { Type: 'AWS::SSM::Parameter', Properties: { Name: '{{resolve:ssm:A}}', Value: '{{resolve:ssm:A}}' } } } }),
    'a mapping': () => one({ resources: readers({ 'Fn::FindInMap': ['M', 'a', 'b'] }), mappings: { M: { a: { b: twice({ 'Fn::FindInMap': ['M', 'a', 'b'] }) } } } }),
    'a cross-region export': () =>
      one({
        resources: {
          ...readers({ 'Fn::GetAtt': ['Reader', '/x'] }),
          Reader: { Type: 'Custom::CrossRegionExportReader', Properties: {} },
          Writer: { Type: 'Custom::CrossRegionExportWriter', Properties: { WriterProps: { region: 'us-east-1', exports: { '/x': twice({ 'Fn::GetAtt': ['Reader', '/x'] }) } } } },
        },
      }),
    'nested parameters and outputs': () =>
      one({
        resources: readers({ 'Fn::GetAtt': ['N', 'Outputs.O'] }),
        nested: { N: { parameters: { P: { Type: 'String' } }, parameterValues: { P: twice({ 'Fn::GetAtt': ['N', 'Outputs.O'] }) }, resources: readers({ Ref: 'P' }), outputs: { O: { Value: twice({ Ref: 'P' }) } } } },
      }),
    conditions: () =>
      one({
        conditions: {
          A: { 'Fn::And': [{ Condition: 'B' }, { Condition: 'B' }] },
          B: { 'Fn::Or': [{ Condition: 'A' }, { 'Fn::Equals': [{ 'Fn::If': ['A', 'x', 'y'] }, { 'Fn::If': ['B', 'x', 'y'] }] }] },
          C: { 'Fn::Equals': twice({ 'Fn::If': ['C', 'x', { 'Fn::If': ['C', 'x', 'y'] }] }) },
        },
        resources: { ...readers({ 'Fn::If': ['A', 'x', { 'Fn::If': ['C', 'x', 'y'] }] }), Guarded: { Type: 'AWS::S3::Bucket', Condition: 'C' } },
      }),
    'references and DependsOn': () =>
      one({
        resources: section(300, (index) => [
          `R${index}`,
          { Type: CLUSTER, DependsOn: range(300).map((other) => `R${other}`), Properties: { KmsKeyId: { Ref: `R${(index + 1) % 300}` }, GlobalClusterIdentifier: { 'Fn::GetAtt': [`R${index}`, 'Arn'] } } },
        ]),
      }),
    'dependencies of stacks': () => ({ stacks: section(300, (index) => [`S${index}`, { region: 'us-east-1', resources: readers('x'), dependencies: range(300).map((other) => `S${other}`) }]) }),
  };
}

/** Chains that are as long as a template allows: nothing may go down them by recursion. */
export function chains(length = 20_000): Record<string, Bomb> {
  const next = (index: number): number => (index + 1) % (length + 1);
  return {
    exports: () => one({ resources: readers({ 'Fn::ImportValue': 'E0' }), outputs: section(length, (index) => [`O${index}`, { Value: { 'Fn::ImportValue': `E${next(index)}` }, Export: { Name: `E${index}` } }]) }),
    'SSM parameters': () =>
      one({
        resources: { ...readers('{{resolve:ssm:P0}}'), ...section(length, (index) => [`P${index}`, { Type: 'AWS::SSM::Parameter', Properties: { Name: `P${index}`, Value: `{{resolve:ssm:P${next(index)}}}` } }]) },
      }),
    conditions: () => one({ resources: readers({ 'Fn::If': ['C0', 'x', 'y'] }), conditions: section(length, (index) => [`C${index}`, { 'Fn::Not': [{ Condition: `C${next(index)}` }] }]) }),
    'deep conditions': () => {
      const deep = (inner: unknown): unknown => range(60).reduce<unknown>((value) => ({ 'Fn::And': [value] }), inner);
      return one({ resources: readers({ 'Fn::If': ['C0', 'x', 'y'] }), conditions: section(length / 50, (index) => [`C${index}`, deep({ 'Fn::Equals': [{ 'Fn::If': [`C${next(index)}`, 'x', 'y'] }, 'x'] })]) });
    },
    references: () => one({ resources: section(length, (index) => [`R${index}`, { Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: `R${next(index)}` } } }]) }),
    DependsOn: () => one({ resources: section(length, (index) => [`R${index}`, { Type: CLUSTER, DependsOn: `R${next(index)}`, Properties: {} }]) }),
    stacks: () => ({ stacks: section(1_500, (index) => [`S${index}`, { region: 'us-east-1', resources: { Queue: { Type: 'AWS::SQS::Queue' } }, dependencies: [`S${index + 1}`] }]) }),
    'nested intrinsics': () => one({ resources: readers(range(90).reduce<unknown>((value) => join(value, 'x'), 'x')) }),
  };
}
