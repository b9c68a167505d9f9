import { ACCOUNT, type AssemblySketch, type StackSketch } from '../../../src/testing/assembly-sketch.js';
import { type Bomb, CLUSTER, one, range, readers, SECRET, section } from './bomb.js';

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
