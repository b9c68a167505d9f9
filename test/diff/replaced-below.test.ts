import { expect, it } from 'vitest';
import { REPLACED_BELOW } from '../../src/facts/replaced-below.js';
import { propertiesWith } from '../support/put.js';
import { diffOf } from './diff-of.js';

const app = (Type: string, Properties: object) => ({
  stacks: { App: { region: 'us-east-1', resources: { Resource: { Type, Properties } } } },
});
const rows = Object.entries(REPLACED_BELOW).flatMap(([type, paths]) => paths.map((path) => [type, path] as const));

it.each(rows)('%s %s', async (type, path) => {
  const [head = ''] = path.split('.');
  const [one, other] = [propertiesWith([path, 'a']), propertiesWith([path, 'b'])];
  const changed = await diffOf(app(type, one), app(type, other));
  expect(changed.resources.map(({ consequence }) => consequence)).toEqual([expect.stringMatching(/^(replaced|data-loss)$/)]);
  // The object around it comes as a whole.
  const added = await diffOf(app(type, {}), app(type, one));
  expect(added.resources.map(({ properties }) => properties.map(({ impact }) => impact))).toEqual([['replace']]);
  const beside = await diffOf(app(type, {}), app(type, { [head]: { Beside: 'a' } }));
  expect(beside.resources.map(({ properties }) => properties.map(({ impact }) => impact))).toEqual([['update']]);
});
