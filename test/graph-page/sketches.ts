import type { AssemblySketch } from '../support/assembly-builder.js';

const handler = (properties: object) => ({ Type: 'AWS::Lambda::Function', Properties: properties });

/** Two regions; every kind of line: within a stack, to another stack, to another region, inferred, order only, into a nested stack; and two ways to nowhere. */
export const TWO_REGIONS: AssemblySketch = {
  stacks: {
    'data-use1': {
      region: 'us-east-1',
      resources: {
        Ledger: {
          Type: 'AWS::DynamoDB::GlobalTable',
          Properties: {
            SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
            Replicas: [
              { Region: 'us-east-1', SSESpecification: { KMSMasterKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
              { Region: 'us-west-2' },
            ],
          },
        },
        Key: { Type: 'AWS::KMS::Key' },
        Archive: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'acme-ledger-archive-use1' } },
      },
      outputs: { Table: { Value: { Ref: 'Ledger' }, Export: { Name: 'data-use1:Table' } } },
    },
    'api-use1': {
      region: 'us-east-1',
      dependencies: ['data-use1'],
      parameters: { Mode: { Type: 'String' } },
      resources: {
        Role: { Type: 'AWS::IAM::Role' },
        Handler: {
          ...handler({
            Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
            Table: { 'Fn::ImportValue': 'data-use1:Table' },
            Missing: { 'Fn::ImportValue': 'elsewhere:Queue' },
            Mode: { Ref: 'Mode' },
          }),
          DependsOn: ['Logs'],
        },
        Logs: { Type: 'AWS::Logs::LogGroup' },
      },
      nested: {
        Monitoring: {
          parameters: { Name: { Type: 'String' } },
          parameterValues: { Name: { Ref: 'Handler' } },
          resources: { Errors: { Type: 'AWS::CloudWatch::Alarm', Properties: { Dimensions: [{ Name: 'F', Value: { Ref: 'Name' } }] } } },
        },
      },
    },
    'api-usw2': {
      region: 'us-west-2',
      resources: {
        Copy: { Type: 'AWS::S3::Bucket', Properties: { From: 'arn:aws:s3:::acme-ledger-archive-use1' } },
      },
    },
  },
};

/** Names that would end a script, start a tag, or mean something to Mermaid, Graphviz or a terminal. */
export const HOSTILE_NAMES = [
  '</script><script>window.attacked=1</script>',
  '<img src="https://attacker.invalid/x.png" onerror="window.attacked=1">',
  '<!--<script>',
  '"]; click n0 "javascript:window.attacked=1"',
  'end\u2028subgraph\u2029x["\n',
  '#quot;#35;%%{init: {"securityLevel":"loose"}}%%',
  '" -> "x" [URL="javascript:1"]; \\',
  "`${window.attacked=1}` '\\u003c $& $1",
  '\u001b[31mred\u202egnirts',
];

/** Every name of the assembly is one of the above. */
export function hostileAssembly(): AssemblySketch {
  const paths = Object.fromEntries(HOSTILE_NAMES.map((name, index) => [`/a/${name}`, [{ type: 'aws:cdk:logicalId', data: `R${index}` }]]));
  const named = HOSTILE_NAMES.map((name, index) => [
    `R${index}`,
    { Type: `Custom::${name}`, Properties: { Before: index === 0 ? name : { Ref: `R${index - 1}` }, Gone: { 'Fn::ImportValue': name } } },
  ]);
  const byLogicalId = HOSTILE_NAMES.map((name) => [name, { Type: 'AWS::S3::Bucket', Properties: { BucketName: name } }]);
  return {
    stacks: {
      a: {
        name: HOSTILE_NAMES[0] as string,
        displayName: HOSTILE_NAMES[1] as string,
        region: 'us-east-1',
        resources: Object.fromEntries(named),
        metadata: paths,
      },
      b: { name: HOSTILE_NAMES[3] as string, region: HOSTILE_NAMES[2] as string, resources: Object.fromEntries(byLogicalId) },
    },
  };
}

/** So many stacks over four regions, each needing the one before it in its region. */
export function manyStacks(stacks: number, resources: number): AssemblySketch {
  const regions = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1'];
  return {
    stacks: Object.fromEntries(
      Array.from({ length: stacks }, (_, number) => {
        const topics = Array.from({ length: resources }, (_, index) => [
          `Topic${index}`,
          {
            Type: 'AWS::SNS::Topic',
            Properties: {
              Before: index === 0 ? 'none' : { Ref: `Topic${index - 1}` },
              ...(index === 0 && number >= 4 && { Other: { 'Fn::ImportValue': `Stack${number - 4}` } }),
            },
          },
        ]);
        return [
          `Stack${number}`,
          {
            region: regions[number % 4] as string,
            resources: Object.fromEntries(topics),
            outputs: { Topic: { Value: { Ref: 'Topic0' }, Export: { Name: `Stack${number}` } } },
          },
        ];
      }),
    ),
  };
}
