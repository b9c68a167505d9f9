import { describe, expect, it } from 'vitest';
import { display } from '../../src/graph/model/value.js';
import type { AssemblySketch } from '../support/assembly-builder.js';
import { graphOf } from './links-in.js';

const TABLE = { Type: 'AWS::DynamoDB::Table' };

/** Where the CDK says that an element with this logical ID comes from. */
function made(path: string, logicalId: string) {
  return { [path]: [{ type: 'aws:cdk:logicalId', data: logicalId }] };
}

/** The names of all tables, and how a message about a place in the last stack names them. */
function namesIn(sketch: AssemblySketch): { readonly own: readonly string[]; readonly fromLast: readonly string[] } {
  const tables = graphOf(sketch).resourcesOfType('AWS::DynamoDB::Table');
  const last = tables.at(-1);
  return {
    own: tables.map(({ displayName }) => displayName),
    fromLast: tables.map((table) => (last === undefined ? '' : table.displayNameFrom(last))),
  };
}

/** A stack whose tables were made by these constructs. */
function stack(tables: Readonly<Record<string, string>>, displayName?: string) {
  return {
    ...(displayName !== undefined && { displayName }),
    region: 'us-east-1',
    resources: Object.fromEntries(Object.keys(tables).map((id) => [id, TABLE])),
    artifact: { metadata: Object.assign({}, ...Object.entries(tables).map(([id, path]) => made(`/${path}`, id))) },
  };
}

describe('names of resources in messages', () => {
  it.each<[what: string, sketch: AssemblySketch, own: readonly string[], fromLast: readonly string[]]>([
    ['an L2 construct', { stacks: { Data: stack({ Orders4A1: 'Data/Orders/Resource' }) } }, ['Orders'], ['Orders']],
    ['the default child of a pattern', { stacks: { Data: stack({ Orders4A1: 'Data/Orders/Default' }) } }, ['Orders'], ['Orders']],
    ['an L1 construct', { stacks: { Data: stack({ Orders: 'Data/Orders' }) } }, ['Orders'], ['Orders']],
    ['a construct in a construct', { stacks: { Data: stack({ A: 'Data/Shop/Orders/Resource' }) } }, ['Shop/Orders'], ['Shop/Orders']],
    [
      'a stack in a stage',
      { stacks: { Data: stack({ A: 'Prod/Data/Shop/Orders/Resource' }, 'Prod/Data') } },
      ['Shop/Orders'],
      ['Shop/Orders'],
    ],
    [
      'one name in two stacks',
      { stacks: { East: stack({ A: 'East/Orders/Resource' }), West: stack({ B: 'West/Orders/Resource' }) } },
      ['Orders', 'Orders'],
      ['East/Orders', 'Orders'],
    ],
    [
      'two names in two stacks',
      { stacks: { East: stack({ A: 'East/Orders/Resource' }), West: stack({ B: 'West/Carts/Resource' }) } },
      ['Orders', 'Carts'],
      ['Orders', 'Carts'],
    ],
    [
      'two constructs that differ in what nobody wrote',
      { stacks: { Data: stack({ A: 'Data/Orders', B: 'Data/Orders/Resource' }) } },
      ['Data/Orders', 'Data/Orders'],
      ['Data/Orders', 'Data/Orders'],
    ],
    ['another app than the stack says', { stacks: { Data: stack({ A: 'Other/Orders/Resource' }) } }, ['Other/Orders'], ['Other/Orders']],
  ])('of %s', (_, sketch, own, fromLast) => {
    expect(namesIn(sketch)).toEqual({ own, fromLast });
  });

  it('of a template without constructs is the logical ID', () => {
    const graph = graphOf({
      stacks: { Data: {} },
      files: { 'Data.template.json': { Resources: { OrdersF48D305F: TABLE } }, 'manifest.json': MANIFEST },
    });
    expect(graph.resourcesOfType('AWS::DynamoDB::Table').map(({ displayName }) => displayName)).toEqual(['OrdersF48D305F']);
  });

  it('stand in texts with references', () => {
    const resources = { Orders4A1: TABLE, Reader: { Type: 'X::Y::Z', Properties: { Url: { 'Fn::Sub': 'https://${Orders4A1}.example' } } } };
    const graph = graphOf({ stacks: { Data: { ...stack({ Orders4A1: 'Data/Orders/Resource' }), resources } } });
    const [reader] = graph.resourcesOfType('X::Y::Z');
    expect(reader && display(reader.property('Url').value)).toBe('https://${Orders}.example');
  });
});

const MANIFEST = {
  version: '36.0.0',
  artifacts: {
    Data: {
      type: 'aws:cloudformation:stack',
      environment: 'aws://482731905566/us-east-1',
      properties: { templateFile: 'Data.template.json' },
    },
  },
};
