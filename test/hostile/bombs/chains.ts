import { type Bomb, CLUSTER, join, one, range, readers, section } from './bomb.js';

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
