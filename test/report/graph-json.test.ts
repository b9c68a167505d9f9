import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { loadAssembly } from '../../src/assembly/load.js';
import { toGraphDocument } from '../../src/graph/document.js';
import { buildGraph } from '../../src/graph/graph.js';
import { LINK_KINDS } from '../../src/graph/kinds/kinds.js';
import { graphToJson } from '../../src/report/graph/json.js';
import { documentOf } from '../graph-page/documents.js';
import { hostileAssembly, TWO_REGIONS } from '../graph-page/sketches.js';

const schema = JSON.parse(readFileSync(new URL('../../schemas/graph.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
const problemsOf = (document: unknown) => (validate(document) ? [] : validate.errors);

describe('the graph as JSON', () => {
  it.each([
    ['with every kind of line', TWO_REGIONS],
    ['with hostile names', hostileAssembly()],
    ['that is empty', { stacks: {} }],
  ])('fits its schema: an assembly %s', (_, sketch) => {
    const document = documentOf(sketch);
    const text = graphToJson(document);
    expect(problemsOf(JSON.parse(text))).toEqual([]);
    expect(JSON.parse(text)).toEqual(document);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202e]|##\[/);
  });

  it('names every kind of link in its schema', () => {
    expect(schema.definitions.linkKind.enum.toSorted()).toEqual(Object.keys(LINK_KINDS).sort());
  });

  it('fits its schema: the sample', () => {
    const sample = new URL('../../samples/payments-dr/broken/cdk.out', import.meta.url).pathname;
    expect(problemsOf(toGraphDocument(buildGraph([loadAssembly(sample)])))).toEqual([]);
  });

  it('lets nothing through that the schema does not describe', () => {
    const [stack] = documentOf(TWO_REGIONS).stacks;
    expect(problemsOf({ ...documentOf(TWO_REGIONS), more: 1 })).toHaveLength(1);
    expect(problemsOf({ ...documentOf(TWO_REGIONS), stacks: [{ ...stack, more: 1 }] })).toHaveLength(1);
  });

  it('keeps stacks of two assemblies apart that have the same id', () => {
    const app = { stacks: { Data: { region: 'us-east-1', resources: { Topic: { Type: 'AWS::SNS::Topic' } } } } };
    const { stacks, resources } = documentOf(app, app);
    expect(stacks.map(({ id }) => id)).toEqual(['Data', `${stacks[1]?.assembly}:Data`]);
    expect(resources.map(({ id }) => id)).toEqual(['Data.Topic', `${stacks[1]?.assembly}:Data.Topic`]);
    expect(resources.map(({ stack }) => stack)).toEqual(stacks.map(({ id }) => id));
  });
});
