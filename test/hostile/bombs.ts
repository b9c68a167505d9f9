import { ACCOUNT, type AssemblySketch, type StackSketch } from '../../src/testing/assembly-sketch.js';

/** A small text that stands for endless work. */
export type Bomb = () => AssemblySketch;

const LEVELS = 200;
const CLUSTER = 'AWS::RDS::DBCluster';
const SECRET = 'AWS::SecretsManager::Secret';
const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
const section = <T>(length: number, entry: (index: number) => readonly [string, T]): Record<string, T> =>
  Object.fromEntries(range(length).map(entry));
const twice = <T>(value: T): readonly [T, T] => [value, value];
const join = (...parts: readonly unknown[]): unknown => ({ 'Fn::Join': ['', parts] });

/** Resources whose properties many checks read. */
function readers(value: unknown): Record<string, unknown> {
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
        outputs: section(LEVELS, (index) => [
          `O${index}`,
          { Value: index === LEVELS - 1 ? { Ref: 'Bucket' } : grow(index + 1), Export: { Name: `E${index}` } },
        ]),
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
          ...section(LEVELS, (index) => [
            `P${index}`,
            { Type: 'AWS::SSM::Parameter', Properties: { Name: `P${index}`, Value: grow(index + 1) } },
          ]),
        },
      });
  }
  for (const [form, grow] of Object.entries(forms((index) => ({ 'Fn::FindInMap': ['M', `k${index}`, 'v'] })))) {
    bombs[`mappings, ${form}`] = () =>
      one({
        resources: readers({ 'Fn::FindInMap': ['M', 'k0', 'v'] }),
        mappings: { M: section(LEVELS, (index) => [`k${index}`, { v: grow(index + 1) }]) },
      });
  }
  for (const [form, grow] of Object.entries(forms((index) => ({ 'Fn::GetAtt': ['Reader', `/cdk/exports/${index}`] })))) {
    bombs[`cross-region exports, ${form}`] = () =>
      one({
        resources: {
          ...readers({ 'Fn::GetAtt': ['Reader', '/cdk/exports/0'] }),
          Reader: { Type: 'Custom::CrossRegionExportReader', Properties: {} },
          Writer: {
            Type: 'Custom::CrossRegionExportWriter',
            Properties: {
              WriterProps: { region: 'us-east-1', exports: section(LEVELS, (index) => [`/cdk/exports/${index}`, grow(index + 1)]) },
            },
          },
        },
      });
  }
  for (const [form, grow] of Object.entries(forms(() => ({ Ref: 'P' })))) {
    bombs[`nested parameters, ${form}`] = () => {
      let nested: StackSketch = { resources: readers({ Ref: 'P' }), parameters: { P: { Type: 'String' } } };
      for (let level = 0; level < 18; level++)
        nested = {
          parameters: { P: { Type: 'String' } },
          resources: readers({ Ref: 'P' }),
          nested: { N: { ...nested, parameterValues: { P: grow(0) } } },
        };
      return one({ resources: {}, nested: { N: { ...nested, parameterValues: { P: { 'Fn::GetAZs': '' } } } } });
    };
  }
  for (const [form, grow] of Object.entries(forms(() => ({ 'Fn::GetAtt': ['N', 'Outputs.O'] })))) {
    bombs[`nested outputs, ${form}`] = () => {
      let nested: StackSketch = { resources: readers('x'), outputs: { O: { Value: { Ref: 'Bucket' } } } };
      for (let level = 0; level < 18; level++)
        nested = { resources: readers(grow(0)), outputs: { O: { Value: grow(0) } }, nested: { N: nested } };
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
    'an export': () =>
      one({
        resources: readers({ 'Fn::ImportValue': 'E' }),
        outputs: { O: { Value: join({ 'Fn::ImportValue': 'E' }, 'x'), Export: { Name: 'E' } } },
      }),
    "an export's name": () =>
      one({ resources: readers({ 'Fn::ImportValue': 'E' }), outputs: { O: { Value: 'x', Export: { Name: { 'Fn::ImportValue': 'E' } } } } }),
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
      one({
        resources: {
          ...readers('{{resolve:ssm:A}}'),
          A: { Type: 'AWS::SSM::Parameter', Properties: { Name: '{{resolve:ssm:A}}', Value: '{{resolve:ssm:A}}' } },
        },
      }),
    'a mapping': () =>
      one({
        resources: readers({ 'Fn::FindInMap': ['M', 'a', 'b'] }),
        mappings: { M: { a: { b: twice({ 'Fn::FindInMap': ['M', 'a', 'b'] }) } } },
      }),
    'a cross-region export': () =>
      one({
        resources: {
          ...readers({ 'Fn::GetAtt': ['Reader', '/x'] }),
          Reader: { Type: 'Custom::CrossRegionExportReader', Properties: {} },
          Writer: {
            Type: 'Custom::CrossRegionExportWriter',
            Properties: { WriterProps: { region: 'us-east-1', exports: { '/x': twice({ 'Fn::GetAtt': ['Reader', '/x'] }) } } },
          },
        },
      }),
    'nested parameters and outputs': () =>
      one({
        resources: readers({ 'Fn::GetAtt': ['N', 'Outputs.O'] }),
        nested: {
          N: {
            parameters: { P: { Type: 'String' } },
            parameterValues: { P: twice({ 'Fn::GetAtt': ['N', 'Outputs.O'] }) },
            resources: readers({ Ref: 'P' }),
            outputs: { O: { Value: twice({ Ref: 'P' }) } },
          },
        },
      }),
    conditions: () =>
      one({
        conditions: {
          A: { 'Fn::And': [{ Condition: 'B' }, { Condition: 'B' }] },
          B: { 'Fn::Or': [{ Condition: 'A' }, { 'Fn::Equals': [{ 'Fn::If': ['A', 'x', 'y'] }, { 'Fn::If': ['B', 'x', 'y'] }] }] },
          C: { 'Fn::Equals': twice({ 'Fn::If': ['C', 'x', { 'Fn::If': ['C', 'x', 'y'] }] }) },
        },
        resources: {
          ...readers({ 'Fn::If': ['A', 'x', { 'Fn::If': ['C', 'x', 'y'] }] }),
          Guarded: { Type: 'AWS::S3::Bucket', Condition: 'C' },
        },
      }),
    'references and DependsOn': () =>
      one({
        resources: section(300, (index) => [
          `R${index}`,
          {
            Type: CLUSTER,
            DependsOn: range(300).map((other) => `R${other}`),
            Properties: { KmsKeyId: { Ref: `R${(index + 1) % 300}` }, GlobalClusterIdentifier: { 'Fn::GetAtt': [`R${index}`, 'Arn'] } },
          },
        ]),
      }),
    'dependencies of stacks': () => ({
      stacks: section(300, (index) => [
        `S${index}`,
        { region: 'us-east-1', resources: readers('x'), dependencies: range(300).map((other) => `S${other}`) },
      ]),
    }),
  };
}

/** Chains that are as long as a template allows: nothing may go down them by recursion. */
export function chains(length = 20_000): Record<string, Bomb> {
  const next = (index: number): number => (index + 1) % (length + 1);
  return {
    exports: () =>
      one({
        resources: readers({ 'Fn::ImportValue': 'E0' }),
        outputs: section(length, (index) => [
          `O${index}`,
          { Value: { 'Fn::ImportValue': `E${next(index)}` }, Export: { Name: `E${index}` } },
        ]),
      }),
    'SSM parameters': () =>
      one({
        resources: {
          ...readers('{{resolve:ssm:P0}}'),
          ...section(length, (index) => [
            `P${index}`,
            { Type: 'AWS::SSM::Parameter', Properties: { Name: `P${index}`, Value: `{{resolve:ssm:P${next(index)}}}` } },
          ]),
        },
      }),
    conditions: () =>
      one({
        resources: readers({ 'Fn::If': ['C0', 'x', 'y'] }),
        conditions: section(length, (index) => [`C${index}`, { 'Fn::Not': [{ Condition: `C${next(index)}` }] }]),
      }),
    'deep conditions': () => {
      const deep = (inner: unknown): unknown => range(60).reduce<unknown>((value) => ({ 'Fn::And': [value] }), inner);
      return one({
        resources: readers({ 'Fn::If': ['C0', 'x', 'y'] }),
        conditions: section(length / 50, (index) => [
          `C${index}`,
          deep({ 'Fn::Equals': [{ 'Fn::If': [`C${next(index)}`, 'x', 'y'] }, 'x'] }),
        ]),
      });
    },
    references: () =>
      one({
        resources: section(length, (index) => [
          `R${index}`,
          { Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: `R${next(index)}` } } },
        ]),
      }),
    DependsOn: () =>
      one({ resources: section(length, (index) => [`R${index}`, { Type: CLUSTER, DependsOn: `R${next(index)}`, Properties: {} }]) }),
    stacks: () => ({
      stacks: section(1_500, (index) => [
        `S${index}`,
        { region: 'us-east-1', resources: { Queue: { Type: 'AWS::SQS::Queue' } }, dependencies: [`S${index + 1}`] },
      ]),
    }),
    'nested intrinsics': () => one({ resources: readers(range(60).reduce<unknown>((value) => join(value, 'x'), 'x')) }),
  };
}

/** Very many of one thing, in each place where there can be many. */
export function masses(many = 100_000, stacks = 2_000): Record<string, Bomb> {
  const bucket = (name: unknown): unknown => ({ Type: 'AWS::S3::Bucket', Properties: { BucketName: name } });
  const record = (properties: object): unknown => ({
    Type: 'AWS::Route53::RecordSet',
    Properties: { Name: 'a.example.com', Type: 'A', HostedZoneId: 'Z1', TTL: '60', ResourceRecords: ['192.0.2.1'], ...properties },
  });
  const inEach = (stack: (index: number) => StackSketch): AssemblySketch => ({
    stacks: section(stacks, (index) => [`S${index}`, { region: 'us-east-1', ...stack(index) }]),
  });
  const violation = (index: number): unknown => ({
    ruleName: `R${index % 10}`,
    description: 'x',
    violatingConstructs: [
      {
        constructPath: 'Data/R0',
        cloudFormationResource: {
          templatePath: 'Data.template.json',
          logicalId: 'R0',
          propertyPaths: [`Properties.A${index}.${'b.'.repeat(20)}`],
        },
      },
    ],
  });
  return {
    'entries of lists': () => one({ resources: readers(range(many)) }),
    'entries of lists of texts': () => one({ resources: readers(range(many).map((index) => `s3:${index}`)) }),
    'keys of maps': () => one({ resources: readers(section(many / 4, (index) => [`k${index}`, 1])) }),
    resources: () => one({ resources: section(many, (index) => [`R${index}`, { Type: 'AWS::SQS::Queue', Properties: {} }]) }),
    'resources of one name': () => one({ resources: section(many / 5, (index) => [`R${index}`, bucket('payments')]) }),
    'what is no resource': () => one({ resources: section(many * 2, (index) => [`R${index}`, 1]) }),
    'record sets of one name': () =>
      one({ resources: section(many / 10, (index) => [`R${index}`, record({ SetIdentifier: `s${index}`, Weight: 1 })]) }),
    'record sets of one identifier': () =>
      one({ resources: section(many / 10, (index) => [`R${index}`, record({ SetIdentifier: 's', Region: 'us-east-1' })]) }),
    exports: () => one({ resources: {}, outputs: section(many, (index) => [`O${index}`, { Value: 'x', Export: { Name: `E${index}` } }]) }),
    'exports of one name': () =>
      one({ resources: {}, outputs: section(many / 5, (index) => [`O${index}`, { Value: 'x', Export: { Name: 'E' } }]) }),
    'uses of one export': () =>
      one({
        resources: section(many / 5, (index) => [
          `R${index}`,
          { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::ImportValue': 'E' } } },
        ]),
        outputs: { O: { Value: range(400).map((index) => ({ Ref: `R${index}` })), Export: { Name: 'E' } } },
      }),
    'uses of one resource': () =>
      one({
        resources: {
          Key: { Type: 'AWS::KMS::Key', Properties: {} },
          ...section(many / 5, (index) => [
            `R${index}`,
            { Type: 'AWS::S3::Bucket', DependsOn: ['Key'], Properties: { BucketName: { Ref: 'Key' } } },
          ]),
        },
      }),
    parameters: () =>
      one({ resources: readers({ Ref: 'P1' }), parameters: section(many, (index) => [`P${index}`, { Type: 'String', Default: 'x' }]) }),
    'undecided conditions': () =>
      one({
        parameters: { P: { Type: 'String', Default: 'a' } },
        conditions: section(many / 10, (index) => [
          `C${index}`,
          { 'Fn::And': [{ 'Fn::Equals': [{ Ref: 'P' }, `v${index}`] }, { Condition: `C${index + 1}` }] },
        ]),
        resources: section(many / 10, (index) => [`R${index}`, bucket({ 'Fn::If': [`C${many / 10 - index - 1}`, 'a', 'b'] })]),
      }),
    'secrets of one name, read everywhere': () => ({
      stacks: Object.fromEntries(
        ['us-east-1', 'us-west-2', 'eu-west-1'].map((region) => [
          region,
          {
            region,
            resources: {
              ...section(many / 10, (index) => [
                `S${index}`,
                { Type: SECRET, Properties: { Name: 'login', ReplicaRegions: [{ Region: 'us-west-2' }, { Region: `us-east-${index}` }] } },
              ]),
              ...section(many / 10, (index) => [
                `F${index}`,
                { Type: 'AWS::Lambda::Function', Properties: { Environment: { Variables: { A: '{{resolve:secretsmanager:login}}' } } } },
              ]),
              ...section(many / 10, (index) => [
                `P${index}`,
                { Type: 'AWS::SecretsManager::ResourcePolicy', Properties: { SecretId: 'login', ResourcePolicy: {} } },
              ]),
            },
          },
        ]),
      ),
    }),
    'vaults, and copies into one that is missing': () =>
      one({
        resources: {
          ...section(many / 10, (index) => [
            `V${index}`,
            { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: `v${index}` } },
          ]),
          Plan: {
            Type: 'AWS::Backup::BackupPlan',
            Properties: {
              BackupPlan: {
                BackupPlanRule: [
                  {
                    CopyActions: range(many / 10).map((index) => ({
                      DestinationBackupVaultArn: `arn:aws:backup:us-east-1:${ACCOUNT}:backup-vault:missing${index}`,
                    })),
                  },
                ],
              },
            },
          },
        },
      }),
    'clusters of one global cluster': () =>
      one({
        resources: {
          ...section(many / 10, (index) => [
            `C${index}`,
            { Type: CLUSTER, Properties: { Engine: 'aurora-mysql', GlobalClusterIdentifier: 'orders', MasterUsername: 'admin' } },
          ]),
          ...section(many / 10, (index) => [
            `G${index}`,
            {
              Type: 'AWS::RDS::GlobalCluster',
              Properties: { GlobalClusterIdentifier: `g${index}`, SourceDBClusterIdentifier: `source${index}` },
            },
          ]),
        },
      }),
    'missing context': () => ({
      stacks: { Data: { region: 'us-east-1' } },
      manifest: { missing: range(many * 2).map((index) => ({ key: `k${index}`, provider: 'p' })) },
    }),
    'unknown artifacts': () => ({ manifest: { artifacts: section(many, (index) => [`A${index}`, { type: 'x' }]) } }),
    'unknown dependencies': () => ({
      stacks: { Data: { region: 'us-east-1', artifact: { dependencies: range(many).map((index) => `D${index}`) } } },
    }),
    'metadata of one construct': () =>
      one({
        resources: { R0: bucket('x') },
        metadata: { '/Data/R0': range(many * 2).map(() => ({ type: 'aws:cdk:creationStack', data: ['x (/lib/a.ts:1:1)'] })) },
        artifact: { metadata: { '/Data/R0': range(many * 2).map(() => ({ type: 'aws:cdk:warning', data: 'w' })) } },
      }),
    'metadata of many constructs': () =>
      one({
        resources: { R0: bucket('x') },
        metadata: section(many, (index) => [
          `/Data/${'a/'.repeat(10)}${index}`,
          [{ type: 'aws:cdk:creationStack', data: [`x (/a/b/c/d/lib/a${index}.ts:1:1)`] }],
        ]),
      }),
    acknowledgements: () =>
      one({
        resources: section(many / 10, (index) => [`R${index}`, bucket(`b${index}`)]),
        metadata: {
          '/Data': [{ type: 'aws:cdk:acknowledged-rules', data: section(many / 10, (index) => [`synthcheck::*a*b*c${index}`, 'x']) }],
        },
      }),
    'findings and suppressions': () =>
      one({
        resources: section(many / 20, (index) => [
          `R${index}`,
          { ...(record({ Weight: 1 }) as object), Metadata: { synthcheck: { ignore: [{ id: '*/*', reason: 'x' }] } } },
        ]),
      }),
    'findings of other tools': () => ({
      ...one({ resources: { R0: bucket('x') } }),
      files: {
        'validation-report.json': { version: '55.0.0', pluginReports: [{ pluginName: 'P', violations: range(many / 5).map(violation) }] },
      },
    }),
    'properties of a finding': () => ({
      ...one({ resources: { R0: bucket('x') } }),
      files: {
        'validation-report.json': {
          version: '55.0.0',
          pluginReports: [
            {
              pluginName: 'P',
              violations: [
                {
                  ruleName: 'R',
                  violatingConstructs: [
                    {
                      cloudFormationResource: {
                        templatePath: 'Data.template.json',
                        logicalId: 'R0',
                        propertyPaths: ['a.'.repeat(many * 5), ...range(many / 2).map((index) => `Properties.${index}`)],
                      },
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    }),
    'stacks of one name': () => inEach(() => ({ name: 'payments', resources: readers('x') })),
    'stacks with an export of one name': () => inEach(() => ({ resources: {}, outputs: { O: { Value: 'x', Export: { Name: 'E' } } } })),
    'stacks with a resource of one name': () =>
      inEach(() => ({
        resources: {
          R: bucket('payments'),
          T: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { TableName: 'x', Replicas: [{ Region: 'us-east-1' }] } },
        },
      })),
    'stacks in a chain': () =>
      inEach((index) => ({
        resources: { R: bucket({ 'Fn::ImportValue': `E${index + 1}` }) },
        outputs: { O: { Value: { Ref: 'R' }, Export: { Name: `E${index}` } } },
        dependencies: [`S${index + 1}`],
      })),
    'stacks that differ in their region alone': () => inEach((index) => ({ region: `us-east-${index}`, resources: readers('x') })),
    'record sets over stacks': () => inEach((index) => ({ resources: { R: record({ SetIdentifier: `s${index}`, Weight: 1 }) } })),
    'nested stacks': () => one({ resources: {}, nested: section(stacks, (index) => [`N${index}`, { resources: readers('x') }]) }),
    'hashes of templates': () =>
      one({
        resources: section(200, (index) => [
          `N${index}`,
          {
            Type: 'AWS::CloudFormation::Stack',
            Properties: {
              TemplateURL: range(100)
                .map((number) => `${number}`.padStart(64, '0'))
                .join('/'),
            },
          },
        ]),
        artifact: { dependencies: ['Data.assets', ...range(500).map((index) => `A${index}`)] },
      }),
  };
}

/** A million entries in one place, which a check or a reporter reads. */
export function millions(): Record<string, Bomb> {
  const million = range(1_000_000);
  const statement = { Effect: 'Allow', Action: 's3:*', Resource: million };
  return {
    'in a property': () =>
      one({
        resources: {
          Role: {
            Type: 'AWS::IAM::Role',
            Properties: { AssumeRolePolicyDocument: {}, Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: [statement] } }] },
          },
        },
      }),
    'in the manifest': () => ({
      stacks: { Data: { region: 'us-east-1', resources: {}, artifact: { dependencies: million } } },
      manifest: { missing: million },
    }),
    'in metadata': () => one({ resources: {}, metadata: { '/Data/A': million } }),
    'in an asset manifest': () => ({
      ...one({ resources: {} }),
      files: { 'Data.assets.json': { version: '55.0.0', files: million, dockerImages: million } },
    }),
    'in a validation report': () => ({
      ...one({ resources: {} }),
      files: { 'validation-report.json': { version: '55.0.0', pluginReports: [{ pluginName: 'P', violations: million }] } },
    }),
  };
}

/** Beginnings of what is looked for in texts, which a search that goes back again and again takes the square of the length for. */
const UNITS = [
  'a',
  '.',
  '-',
  '/',
  ':',
  '*',
  '$',
  '${',
  '${a',
  '${a.',
  '{{resolve:',
  '{{resolve:ssm:',
  '{{resolve:ssm:a}}',
  '[ack: ',
  '\t',
  ' ',
  '\n',
  '-000000000000-a',
  'eyJaaaaaaaaaa.',
  'A+',
  'a://',
  'arn:aws:',
  'arn:aws:s3:::',
  '%25',
  '@',
  '192.',
  '*a',
  '{a,',
  '[',
  'a[',
  '(',
  '\u001b[',
  '::',
  '##[',
  '.NestedStack/',
];

/** Texts that are long, in each place where one is taken apart: a stack for each beginning. */
export function texts(length = 50_000): Record<string, Bomb> {
  const long = (unit: string): string => unit.repeat(Math.ceil(length / unit.length));
  const forEach =
    (stack: (text: string) => StackSketch): Bomb =>
    () => ({
      stacks: Object.fromEntries(UNITS.map((unit, index) => [`S${index}`, { region: 'us-east-1', ...stack(long(unit)) }])),
    });
  const bucket = { Type: 'AWS::S3::Bucket', Properties: {} };
  const suppressed = (text: string): unknown => ({
    ...bucket,
    Metadata: { synthcheck: { ignore: [{ id: text, reason: 'x' }] }, cdk_nag: { rules_to_suppress: [{ id: text }] }, 'aws:cdk:path': text },
  });
  const plugin = (text: string, index: number): unknown => ({
    pluginName: 'P',
    violations: [
      {
        ruleName: text,
        description: text,
        violatingConstructs: [
          {
            constructPath: `S${index}/${text}`,
            cloudFormationResource: { templatePath: 'Data.template.json', logicalId: 'R0', propertyPaths: [text] },
          },
        ],
      },
    ],
  });
  return {
    'values of properties, outputs and exports': forEach((text) => ({
      resources: readers(text),
      outputs: { O: { Value: text, Export: { Name: text } } },
    })),
    'Fn::Sub': forEach((text) => ({ resources: readers({ 'Fn::Sub': text }) })),
    'construct paths and traces': forEach((text) => ({
      resources: { R0: suppressed(text) },
      metadata: {
        [`/Data/${text}`]: [
          { type: 'aws:cdk:logicalId', data: 'R0' },
          { type: 'aws:cdk:warning', data: `${text}x` },
          { type: 'aws:cdk:creationStack', data: [text, `x (/${text}.ts:1:1)`] },
          { type: 'aws:cdk:acknowledged-rules', data: { [`synthcheck::${text}`]: 'x' } },
        ],
      },
    })),
    'names of stacks': forEach((text) => ({ resources: { R0: bucket }, name: text, displayName: text })),
    'findings of other tools': () => ({
      ...one({ resources: { R0: bucket } }),
      files: { 'validation-report.json': { version: '55.0.0', pluginReports: UNITS.map(long).map(plugin) } },
    }),
  };
}
