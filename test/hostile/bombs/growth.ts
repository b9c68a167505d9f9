import type { StackSketch } from '../../../src/testing/assembly-sketch.js';
import { type Bomb, forms, LEVELS, one, readers, section, twice } from './bomb.js';

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
