// Measures pack, index and org over organizations of several sizes: npm run bench:organization [-- 30 300 3000]. With APPLICATIONSxUNITS, so many
// definitions and references of each kind in each application. Needs a build.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSketch } from '../src/testing/assembly-sketch.js';
import { type Measured, measure } from './measure.js';
import { sketchOf } from './organization/assemblies.js';
import { type Plan, planOrganization } from './organization/plan.js';
import { rowsOf } from './organization/rows.js';
import { writeIndexes } from './organization/write-index.js';

const CLI = fileURLToPath(new URL('../dist/src/cli.js', import.meta.url));
const RUNS = 3;
const folder = mkdtempSync(join(tmpdir(), 'synthcheck-organization-'));

interface Size extends Measured {
  readonly applications: number;
  readonly name: string;
  readonly bytes: number;
}

function bytesIn(path: string): number {
  const stats = statSync(path);
  return stats.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0) : stats.size;
}

/** One application of 906 resources, as its pipeline does it. */
function ofOneApplication({ applications }: Plan): void {
  const [, application] = applications;
  if (application === undefined) return;
  const assembly = join(folder, application.name, 'cdk.out');
  writeSketch(assembly, sketchOf(application, true));
  const [pack, index] = [join(folder, 'app.synth.tgz'), join(folder, 'one')];
  for (const [name, argv, output] of [
    ['pack', ['pack', assembly, '--output', pack], pack],
    ['index', ['index', assembly, '--output', index], index],
  ] as const) {
    const [measured] = measure([{ name, argv: [CLI, ...argv] }], RUNS, folder);
    if (measured !== undefined) print({ ...measured, applications: 1, name, bytes: bytesIn(output) });
  }
}

async function ofOrganization(plan: Plan): Promise<readonly Size[]> {
  const count = plan.applications.length;
  const [index, change] = [join(folder, `index-${count}`), join(folder, `change-${count}`)];
  await writeIndexes(
    index,
    (function* () {
      for (const application of plan.applications) yield [application.name, rowsOf(application)] as const;
    })(),
  );
  await writeIndexes(change, [[plan.change.name, rowsOf(plan.change)]]);
  const commands = [
    ['org', ['org', index]],
    ['org --change', ['org', index, '--change', change]],
  ] as const;
  const contenders = commands.map(([name, argv]) => ({
    name,
    argv: [CLI, ...argv, '--format', 'json', '--output', join(folder, 'x.json')],
    codes: [1],
  }));
  const bytes = bytesIn(index);
  const sizes = measure(contenders, RUNS, folder).map((measured, at) => ({
    ...measured,
    applications: count,
    name: contenders[at]?.name ?? '',
    bytes,
  }));
  rmSync(index, { recursive: true });
  return sizes;
}

function print({ name, applications, milliseconds, user, megabytes, bytes }: Size, before?: Size): void {
  const exponent = (value: (size: Size) => number, now: number): string =>
    before === undefined ? '' : ` (n^${(Math.log(now / value(before)) / Math.log(applications / before.applications)).toFixed(2)})`;
  console.log(
    [
      name.padEnd(13),
      `${applications} applications`.padEnd(18),
      `${Math.round(milliseconds)} ms by the clock`,
      `${Math.round(user)} ms of processor${exponent((size) => size.user, user)}`,
      `${Math.round(megabytes)} MB${exponent((size) => size.megabytes, megabytes)}`,
      `${Math.ceil(bytes / 1024)} KiB${exponent((size) => size.bytes, bytes)}`,
    ].join('  '),
  );
}

mkdirSync(folder, { recursive: true });
try {
  console.log(
    `load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  );
  const wanted = process.argv.slice(2).length === 0 ? ['30', '300'] : process.argv.slice(2);
  const before = new Map<string, Size>();
  for (const [at, text] of wanted.entries()) {
    const [count = 30, units = 1] = text.split('x').map(Number);
    const plan = planOrganization(count, units);
    if (at === 0) ofOneApplication(plan);
    for (const size of await ofOrganization(plan)) {
      print(size, before.get(size.name));
      before.set(size.name, size);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
