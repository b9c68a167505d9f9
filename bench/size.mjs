// What an installation takes: `node bench/size.mjs` packs synthcheck, installs it in an empty folder as a user would, and adds up by package.
import { execFileSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const SHOWN = 12;

const folder = mkdtempSync(join(tmpdir(), 'synthcheck-size-'));
try {
  // `prepare` builds first: what is packed is what is there.
  const npm = (cwd, ...argv) => execFileSync('npm', argv, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  npm(root, 'run', 'build');
  const [packed] = JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder));
  console.log(`packed     ${megabytes(packed.size)}, unpacked ${megabytes(packed.unpackedSize)}, ${packed.entryCount} files`);
  for (const [name, options] of [
    ['installed', []],
    ['without optional dependencies', ['--omit=optional']],
  ]) {
    const project = mkdtempSync(join(folder, 'project-'));
    writeFileSync(join(project, 'package.json'), '{"private":true}');
    npm(project, 'install', '--no-audit', '--no-fund', ...options, join(folder, packed.filename));
    report(name, join(project, 'node_modules'));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(name, modules) {
  const packages = packagesIn(modules, '').sort((one, other) => other.bytes - one.bytes);
  const total = packages.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`\n${name}: ${megabytes(total)} in ${packages.length} packages`);
  for (const { path, bytes } of packages.slice(0, SHOWN)) console.log(`  ${megabytes(bytes).padStart(9)}  ${path}`);
  const rest = packages.slice(SHOWN);
  if (rest.length > 0) console.log(`  ${megabytes(rest.reduce((sum, { bytes }) => sum + bytes, 0)).padStart(9)}  ${rest.length} others`);
}

/** Each package with its own files; one within another counts by itself. */
function packagesIn(modules, prefix) {
  return readdirSync(modules, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory() || entry.name.startsWith('.')) return [];
    const folder = join(modules, entry.name);
    if (entry.name.startsWith('@')) return packagesIn(folder, `${prefix}${entry.name}/`);
    const path = prefix + entry.name;
    const inner = readdirSync(folder).includes('node_modules') ? packagesIn(join(folder, 'node_modules'), `${path} › `) : [];
    return [{ path, bytes: bytesBelow(folder) }, ...inner];
  });
}

function bytesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return sum + (entry.isDirectory() ? bytesBelow(path) : lstatSync(path).size);
    }, 0);
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
