import { describe, expect, it } from 'vitest';
import { selectStacksOf } from '../../src/report/graph/selection.js';
import { documentOf } from '../graph-page/documents.js';
import { TWO_REGIONS } from '../graph-page/sketches.js';

const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('a part of the graph', () => {
  const document = documentOf(TWO_REGIONS);

  it('holds the chosen stack and what it is linked with in others', () => {
    const part = selectStacksOf(document, new Set(['api-usw2']));
    expect(idsOf(part.stacks)).toEqual(['data-use1', 'api-usw2']);
    expect(idsOf(part.resources)).toEqual(['data-use1.Archive', 'api-usw2.Copy']);
    expect(part.links.map(({ from, to }) => `${from} ${to}`)).toEqual(['api-usw2.Copy data-use1.Archive']);
    expect(part.unresolved).toEqual([]);
  });

  it('holds no link among the others, and the parents of nested stacks', () => {
    const part = selectStacksOf(document, new Set(['api-use1/Monitoring']));
    expect(idsOf(part.stacks)).toEqual(['api-use1', 'api-use1/Monitoring']);
    expect(idsOf(part.resources)).toEqual(['api-use1.Handler', 'api-use1/Monitoring.Errors']);
    expect(part.stacks[0]?.dependencies).toEqual([]);
  });

  it('is the whole when all stacks are chosen', () => {
    expect(selectStacksOf(document, new Set(idsOf(document.stacks)))).toEqual(document);
  });
});
