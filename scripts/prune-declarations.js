// Leaves the declarations that a user of the package can reach: those of its entries, and of what they name. The others describe what is inside of the bundles.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const NAMED = /(?:from|import)\s*\(?\s*['"](\.[^'"]+)\.js['"]/g;

const reached = new Set();
const open = Object.values(exports).flatMap(({ types }) => (types === undefined ? [] : join(root, types)));
for (let file = open.pop(); file !== undefined; file = open.pop()) {
  if (reached.has(file)) continue;
  reached.add(file);
  const folder = dirname(file);
  open.push(...[...readFileSync(file, 'utf8').matchAll(NAMED)].map(([, path]) => join(folder, `${path}.d.ts`)));
}
for (const name of readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })) {
  const file = join(root, 'dist', name);
  if (name.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
}
