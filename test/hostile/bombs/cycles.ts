import { type Bomb, CLUSTER, join, one, range, readers, section, twice } from './bomb.js';

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
