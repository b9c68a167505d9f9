import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { describe, expect, it } from 'vitest';
import { graphToDot } from '../../src/report/graph/dot.js';
import { documentOf } from '../graph-page/documents.js';
import { HOSTILE_NAMES, hostileAssembly, manyStacks, TWO_REGIONS } from '../graph-page/sketches.js';

const graphviz = await Graphviz.load();

interface Parsed {
  readonly objects: readonly {
    readonly _gvid: number;
    readonly name: string;
    readonly label: string;
    readonly nodes?: readonly number[];
  }[];
  readonly edges?: readonly { readonly tail: number; readonly head: number; readonly label?: string; readonly style?: string }[];
}

/** As Graphviz itself reads and lays it out. */
function parse(dot: string): Parsed {
  return JSON.parse(graphviz.dot(dot, 'json'));
}

describe('the graph for Graphviz', () => {
  it('groups by region and stack, labels what crosses stacks', () => {
    const { objects, edges } = parse(graphToDot(documentOf(TWO_REGIONS)));
    const nameOf = (id: number) => objects.find(({ _gvid }) => _gvid === id)?.name;
    const lines = edges?.map(({ tail, head, label, style }) => `${nameOf(tail)} -> ${nameOf(head)} ${label ?? ''}${style ?? ''}`);
    expect(lines).toEqual([
      'resource data-use1.Ledger -> resource data-use1.Key ',
      'resource api-use1.Handler -> resource api-use1.Logs ',
      'resource api-use1.Handler -> resource api-use1.Role ',
      'resource api-use1.Handler -> resource data-use1.Ledger import',
      'resource api-use1.Monitoring -> resource api-use1.Handler ',
      'resource api-use1/Monitoring.Errors -> resource api-use1.Handler ',
      'resource api-usw2.Copy -> resource data-use1.Archive ARNdashed',
    ]);
    const region = objects.find(({ label }) => label === 'us-east-1');
    expect(region?.nodes?.map(nameOf)).toContain('resource api-use1/Monitoring.Errors');
  });

  it('shows hostile names as text', () => {
    const dot = graphToDot(documentOf(hostileAssembly()));
    const labels = parse(dot).objects.map(({ label }) => label);
    for (const name of HOSTILE_NAMES.slice(0, 4))
      expect(labels.join('\n')).toContain(name.replaceAll('&', '&amp;').replaceAll('\\', '\\\\'));
    const svg = graphviz.dot(dot, 'svg');
    expect(svg).not.toMatch(/<script|<img|<a |xlink:href/);
  });

  it('draws a line to a stack whose value is no resource', () => {
    const dot = graphToDot(
      documentOf({
        stacks: {
          Net: {
            region: 'us-east-1',
            resources: { Topic: { Type: 'AWS::SNS::Topic' } },
            outputs: { Size: { Value: '3', Export: { Name: 'Net:Size' } } },
          },
          App: {
            region: 'us-east-1',
            resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { Size: { 'Fn::ImportValue': 'Net:Size' } } } },
          },
        },
      }),
    );
    expect(dot).toContain('"resource App.Queue" -> "resource Net.Topic" [label="import", color="#1f6fd6", lhead="cluster stack Net"]');
    expect(parse(dot).edges).toHaveLength(1);
  });

  it('shows everything unless a level is asked for', () => {
    const document = documentOf(manyStacks(20, 20));
    expect(parse(graphToDot(document)).edges).toHaveLength(396);
    expect(graphToDot(document, 'stacks')).toContain('label="400 resources and 396 links in 20 stacks, folded to stacks"');
    expect(parse(graphToDot(document, 'regions')).edges).toBeUndefined();
  });
});
