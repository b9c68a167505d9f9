import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { checks } from '../../checks/index.js';
import type { Check } from '../../src/check/check.js';
import { ensureBuilt } from '../support/built.js';

const BUILT = pathToFileURL(join(fileURLToPath(new URL('../../', import.meta.url)), 'dist/src/index.js')).href;

beforeAll(ensureBuilt, 180_000);

test('what the checks say of themselves is in the built program as it was written', async () => {
  const built: { readonly checks: readonly Check[] } = await import(BUILT);
  const described = (all: readonly Check[]) =>
    all.map(({ id, title, severity, docs }) => JSON.parse(JSON.stringify({ id, title, severity, docs })));
  expect(described(built.checks)).toEqual(described(checks));
  for (const { docs } of built.checks) expect(docs).toBe(docs);
});
