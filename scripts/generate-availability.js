// Writes src/facts/availability/{types,classes}.ts from the tables in @aws/cloudformation-validate: what is not in every region. Run it by
// hand after an update of that package; what it writes is committed, so that a build needs no decompressor. Node 22.15, or the command zstd.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

const folder = dirname(createRequire(import.meta.url).resolve('@aws/cloudformation-validate/package.json'));
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const engine = readFileSync(join(folder, 'bindings_wasm_bg.wasm'));

function decompress(frame) {
  return zlib.zstdDecompressSync?.(frame) ?? execFileSync('zstd', ['-dc'], { input: frame, maxBuffer: 1e9 });
}

/** The end of a frame: https://datatracker.ietf.org/doc/html/rfc8878#section-3.1.1 */
function endOfFrame(start) {
  const descriptor = engine[start + 4];
  const isSingle = (descriptor >> 5) & 1;
  const sizeField = descriptor >> 6 === 0 ? isSingle : 1 << (descriptor >> 6);
  let at = start + 5 + (isSingle ? 0 : 1) + [0, 1, 2, 4][descriptor & 3] + sizeField;
  for (;;) {
    const header = engine.readUIntLE(at, 3);
    at += 3 + (((header >> 1) & 3) === 1 ? 1 : header >> 3);
    if (header & 1) return at + ((descriptor >> 2) & 1 ? 4 : 0);
  }
}

/** The JSON documents in the engine, by the key that each begins with. */
function documents() {
  const found = {};
  for (let at = engine.indexOf('28b52ffd', 0, 'hex'); at >= 0; at = engine.indexOf('28b52ffd', at + 4, 'hex')) {
    try {
      const text = decompress(engine.subarray(at, endOfFrame(at))).toString('utf8');
      Object.assign(
        found,
        Object.fromEntries(Object.entries(JSON.parse(text)).filter(([key]) => /^region_|^aws_|InstanceType$/.test(key))),
      );
    } catch {
      // Four bytes that are no frame.
    }
  }
  return found;
}

const tables = documents();
const types = tables.region_resource_types;
// Regions without data of their own have that of us-east-1.
const reference = JSON.stringify(types['us-east-1']);
const regions = Object.keys(types)
  .filter((region) => region === 'us-east-1' || JSON.stringify(types[region]) !== reference)
  .sort();

/** A bit for each region of the list. 37 of them are exact in a number. */
function maskOf(isThere) {
  return regions.reduce((mask, region, index) => mask + (isThere(region) ? 2 ** index : 0), 0);
}

/** Names by where they are, those that are everywhere left out: `mask|name,name`. */
function grouped(names, isThere) {
  const groups = new Map();
  const everywhere = maskOf(() => true);
  for (const name of [...names].sort()) {
    const mask = maskOf((region) => isThere(name, region));
    if (mask !== everywhere) groups.set(mask, [...(groups.get(mask) ?? []), name]);
  }
  return [...groups].map(([mask, all]) => `${mask.toString(36)}|${all}`).join('\n');
}

/** All values of `enum`, wherever conditions put them: a class that one engine has may be there. */
function valuesIn(schema, found = new Set()) {
  if (Array.isArray(schema)) for (const one of schema) valuesIn(one, found);
  else if (typeof schema === 'object' && schema !== null) {
    for (const value of schema.enum ?? []) found.add(value);
    for (const key of ['allOf', 'anyOf', 'oneOf', 'then', 'else', 'properties']) if (schema[key]) valuesIn(schema[key], found);
    for (const [key, value] of Object.entries(schema)) if (/^[A-Z]/.test(key)) valuesIn(value, found);
  }
  return found;
}

const NOTE = `// Written by scripts/generate-availability.js. Do not edit.`;
const write = (name, text) =>
  writeFileSync(fileURLToPath(new URL(`../src/facts/availability/${name}.ts`, import.meta.url)), `${NOTE}\n\n${text}`);

const all = new Set(Object.values(types).flatMap((of) => Object.keys(of)));
write(
  'types',
  `/** The version of \`@aws/cloudformation-validate\` whose tables these are. */
export const AVAILABILITY_VERSION = '${version}';

/** Regions with data; of all others nothing is known. */
export const REGIONS_WITH_DATA = '${regions.join(' ')}';

/** Types that are not in all of them: a mask of those where they are, base 36, the first region in the lowest bit. */
export const TYPES_BY_REGIONS = \`
${grouped(
  [...all].map((type) => type.replace(/^AWS::/, '')),
  (name, region) => types[region][`AWS::${name}`] === true,
)}
\`;
`,
);

const PROPERTIES = [
  ['AWS::EC2::Instance', 'InstanceType', 'aws_ec2_instance_instancetype_enum'],
  ['AWS::RDS::DBInstance', 'DBInstanceClass', 'aws_rds_dbinstance_dbinstanceclass_enum'],
  ['AWS::DocDB::DBInstance', 'DBInstanceClass', 'aws_docdb_dbinstance_dbinstanceclass_enum'],
  ['AWS::Neptune::DBInstance', 'DBInstanceClass', 'aws_neptune_dbinstance_dbinstanceclass_enum'],
  ['AWS::ElastiCache::CacheCluster', 'CacheNodeType', 'aws_elasticache_cachecluster_cachenodetype_enum'],
  ['AWS::OpenSearchService::Domain', 'ClusterConfig.InstanceType', 'aws_opensearchservice_domain_clusterconfig_instancetype_enum'],
  ['AWS::Redshift::Cluster', 'NodeType', 'aws_redshift_cluster_nodetype_enum'],
  ['AWS::AmazonMQ::Broker', 'HostInstanceType', 'aws_amazonmq_broker_instancetype_enum'],
];
const classes = PROPERTIES.flatMap(([type, path, key]) => {
  const table = tables[key];
  if (table === undefined) throw new Error(`${key} is not in the engine any more`);
  const byRegion = new Map(Object.entries(table).map(([region, schema]) => [region, valuesIn(schema)]));
  const names = new Set([...byRegion.values()].flatMap((values) => [...values]));
  const known = maskOf((region) => byRegion.has(region));
  return `  { type: '${type}', path: '${path}', regions: '${known.toString(36)}', classes: \`\n${grouped(names, (name, region) => byRegion.get(region)?.has(name) === true)}\n\` },`;
});
write(
  'classes',
  `/** Instance classes that are not in all regions: masks as those of types, each over the regions of which the table has data. */
export const CLASSES_BY_REGIONS = [
${classes.join('\n')}
] as const;
`,
);
console.log(`${regions.length} regions, ${all.size} types, from ${version}`);
