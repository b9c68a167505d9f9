import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const heaviestAsset = 50_000;

/**
 * Copies a synthesized cdk.out from the folder `work`, in which `root` is the app, without the paths of this machine.
 * The validation report comes last: readers take a report that is older than the manifest for a stale one.
 */
export function copyOutput(from, to, work, root) {
  const last = ['manifest.json', 'validation-report.json'];
  const entries = readdirSync(from, { withFileTypes: true });
  entries.sort((a, b) => last.indexOf(a.name) - last.indexOf(b.name) || (a.name < b.name ? -1 : 1));
  mkdirSync(to, { recursive: true });
  for (const entry of entries) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (!entry.isDirectory()) writeFileSync(target, relocate(readFileSync(source), work, root, source));
    else if (entry.name.startsWith('asset.') && sizeOf(source) > heaviestAsset) leaveEmpty(target);
    else copyOutput(source, target, work, root);
  }
}

/** Paths become relative to the app: `new PrimaryDataStack (lib/data-primary.ts:23:21)`. */
function relocate(content, work, root, source) {
  const text = content.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(content)) return content; // not text
  const relocated = text
    .replaceAll(`${root}/`, '')
    .replaceAll(`${dirname(root)}/`, '')
    .replaceAll(`${work}/`, '')
    // Where the jsii runtime of other languages has unpacked itself, by another name each time.
    .replace(/\/tmp\/(?:jsii-kernel-\w{6}|jsii-java-runtime\d+|tmp\w{8})(?=\/)/g, '/tmp/jsii-kernel-000000');
  if (relocated.includes(work)) throw new Error(`${source}: still mentions ${work}`);
  return relocated;
}

function leaveEmpty(target) {
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'LEFT-OUT.txt'), 'The content of this asset is left out of the sample.\n');
}

function sizeOf(path) {
  const stats = statSync(path);
  return stats.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : stats.size;
}
