// Runs the built synthcheck over every assembly of a corpus: `node bench/corpus.js [../shared/corpus]`.
// What lies under `deployed/` was deployed with success: nothing there may be unreadable, and each error must be reviewed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Ajv } from 'ajv';
import { buildGraph, check, loadAssembly } from '../dist/src/index.js';

const corpus = process.argv[2] ?? join(import.meta.dirname, '../../shared/corpus');
const reviewed = readJson(join(import.meta.dirname, '../test/corpus-reviewed.json'));
const isReport = new Ajv({ allowUnionTypes: true }).compile(readJson(join(import.meta.dirname, '../schemas/report.schema.json')));

const problems = [];
const totals = { assemblies: 0, unusable: 0, stacks: 0, nestedStacks: 0, resources: 0 };
const links = new Map();
const classes = new Map();
const unresolved = new Map();
const findings = new Map();
const seen = new Set();
const start = performance.now();

for (const folder of findAssemblies(corpus)) {
  const name = relative(corpus, folder).replaceAll('\\', '/');
  try {
    await checkOne(folder, name);
  } catch (error) {
    if (error.name !== 'InputError') problems.push(`${name}: crashed: ${error.stack}`);
    else if (name.startsWith('deployed/')) problems.push(`${name}: exit code 2: ${error.message}`);
    else totals.unusable++;
  }
}
for (const entry of reviewed)
  if (!seen.has(entry)) problems.push(`${entry.assembly}: ${entry.check} on ${entry.resource} is reviewed but no longer found`);

console.log(`corpus: ${inWords(totals)}; ${Math.round(performance.now() - start)} ms`);
console.log(`links by kind: ${inWords(links)}`);
console.log(`links by class: ${inWords(classes)}`);
console.log(`not resolved: ${inWords(unresolved)}`);
console.log(`findings by check: ${inWords(findings) || 'none'}`);
for (const problem of problems) console.log(`corpus: ${problem}`);
console.log(problems.length === 0 ? 'corpus: ok' : `corpus: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function checkOne(folder, name) {
  totals.assemblies++;
  const isDeployed = name.startsWith('deployed/');
  const graph = buildGraph([loadAssembly(folder)]);
  for (const { kind } of graph.links) count(links, kind);
  for (const { kind, class: reason } of graph.unresolved) count(unresolved, `${kind} ${reason}`);
  const report = await check({ assemblies: [folder], config: {}, lint: 'never' });
  if (!isReport(report)) problems.push(`${name}: its report does not fit the schema: ${JSON.stringify(isReport.errors?.[0])}`);
  for (const assembly of report.assemblies) {
    for (const key of ['stacks', 'nestedStacks', 'resources']) totals[key] += assembly[key];
    for (const [key, value] of Object.entries(assembly.links)) count(classes, key, value);
  }
  for (const { severity, message, file } of report.diagnostics) {
    if (severity !== 'error') continue;
    if (message.startsWith('The check `')) problems.push(`${name}: ${message}`);
    else if (isDeployed) problems.push(`${name}: exit code 2: ${file}: ${message}`);
  }
  for (const { checkId, severity, resource, stack, message } of report.findings) {
    count(findings, `${isDeployed ? 'deployed' : 'fixtures'} ${severity} ${checkId}`);
    if (severity !== 'error' || !isDeployed) continue;
    const subject = resource?.logicalId ?? stack.id;
    const entry = reviewed.find(
      (known) => known.assembly === name && known.check === checkId && known.resource === subject && known.reason,
    );
    if (entry === undefined) problems.push(`${name}: error ${checkId} on ${subject}: ${message}`);
    else seen.add(entry);
  }
}

/** Folders with a manifest, but for those inside of another assembly. */
function findAssemblies(folder) {
  if (existsSync(join(folder, 'manifest.json'))) return [folder];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.flatMap((entry) => findAssemblies(join(folder, entry.name))).sort();
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function count(counts, key, by = 1) {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function inWords(counts) {
  const entries = counts instanceof Map ? [...counts].sort(([a], [b]) => (a < b ? -1 : 1)) : Object.entries(counts);
  return entries.map(([key, value]) => `${value} ${key}`).join(', ');
}
