// Predicts the deployment of real applications with one thing changed in each, for reading by hand: `node bench/pairs/outcomes.js [--corpus DIR] [--each 3] [--seed 1]`.
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { diff } from '../../dist/src/index.js';
import { findAssemblies, randomFrom, readTemplate } from './assemblies.js';
import { renameEverywhere, resources } from './places.js';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: join(import.meta.dirname, '../../../shared/corpus/apps') },
    each: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
});
const random = randomFrom(Number(options.seed));
const pick = (list) => list[Math.floor(random() * list.length)];
const target = join(mkdtempSync(join(tmpdir(), 'outcomes-')), 'cdk.out');

/** Changes properties of one resource that fits. */
const edit =
  (type, change, fits = () => true) =>
  (template) => {
    const entry = pick(resources(template, ({ Type, Properties }) => type.test(Type) && fits(Properties ?? {})));
    if (entry === undefined) return undefined;
    entry[1].Properties ??= {};
    change(entry[1].Properties, entry[1]);
    return entry[0];
  };
const rename = (fits) => (template) => {
  const entry = pick(resources(template, (one) => one.Metadata?.['aws:cdk:path'] !== undefined && fits(one)));
  if (entry === undefined) return undefined;
  renameEverywhere(template, entry[0], `${entry[0]}New`);
  return entry[0];
};
const majorBy = (step) => (properties) => {
  properties.EngineVersion = properties.EngineVersion.replace(/^\d+/, (major) => String(Number(major) + step));
};
const isText = (value) => typeof value === 'string';

const EDITS = {
  'rename a role without a name': rename(({ Type, Properties }) => Type === 'AWS::IAM::Role' && Properties.RoleName === undefined),
  'rename what has a name': rename(
    ({ Type, Properties }) =>
      (Type === 'AWS::IAM::Role' && isText(Properties.RoleName)) ||
      (Type === 'AWS::Lambda::Function' && isText(Properties.FunctionName)) ||
      (Type === 'AWS::DynamoDB::Table' && isText(Properties.TableName)),
  ),
  'rename a retained store': rename(
    ({ Type, DeletionPolicy }) => DeletionPolicy === 'Retain' && /Bucket$|Table$|Key$|LogGroup$/.test(Type),
  ),
  'another key of a table': edit(/^AWS::DynamoDB::(Global)?Table$/, (properties) => {
    properties.KeySchema[0].AttributeName = 'edited';
    properties.AttributeDefinitions[0].AttributeName = 'edited';
  }),
  'two indexes more': edit(/^AWS::DynamoDB::Table$/, (properties) => {
    const index = (IndexName) => ({ IndexName, KeySchema: properties.KeySchema, Projection: { ProjectionType: 'ALL' } });
    properties.GlobalSecondaryIndexes = [...(properties.GlobalSecondaryIndexes ?? []), index('one'), index('two')];
  }),
  'a lower engine version': edit(/^AWS::RDS::DBCluster$/, majorBy(-1), ({ EngineVersion }) => isText(EngineVersion)),
  'a new major version': edit(/^AWS::RDS::DB(Cluster|Instance)$/, majorBy(1), ({ EngineVersion }) => isText(EngineVersion)),
  'the ranges of two subnets swapped': (template) => {
    const subnets = resources(template, ({ Type, Properties }) => Type === 'AWS::EC2::Subnet' && isText(Properties.CidrBlock)).slice(0, 2);
    if (subnets.length < 2) return undefined;
    const [[id, one], [, other]] = subnets;
    [one.Properties.CidrBlock, other.Properties.CidrBlock] = [other.Properties.CidrBlock, one.Properties.CidrBlock];
    return id;
  },
  'an export that is no longer there': (template) => {
    const entry = pick(Object.entries(template.Outputs ?? {}).filter(([, output]) => output.Export !== undefined));
    if (entry === undefined) return undefined;
    delete template.Outputs[entry[0]];
    return entry[0];
  },
  'another scheme of a load balancer': edit(
    /^AWS::ElasticLoadBalancingV2::LoadBalancer$/,
    (properties) => (properties.Scheme = properties.Scheme === 'internal' ? 'internet-facing' : 'internal'),
  ),
  'another description of a security group': edit(/^AWS::EC2::SecurityGroup$/, (properties) => (properties.GroupDescription = 'edited')),
  'a function of another architecture': edit(/^AWS::Lambda::Function$/, (properties) => (properties.Architectures = ['arm64'])),
  'a queue that becomes FIFO': edit(/^AWS::SQS::Queue$/, (properties) => (properties.FifoQueue = true)),
};

console.log('| application | edit | predicted | rule and reason |\n|---|---|---|---|');
for (const [name, change] of Object.entries(EDITS)) {
  let made = 0;
  for (const folder of findAssemblies(options.corpus).toSorted(() => random() - 0.5)) {
    if (made === Number(options.each)) break;
    const id = makePair(folder, change);
    if (id === undefined) continue;
    made++;
    print(name, id, relative(options.corpus, folder), await diff({ before: folder, after: target, config: {} }));
  }
}
rmSync(join(target, '..'), { recursive: true, force: true });

function makePair(folder, change) {
  for (const file of readdirSync(folder)
    .filter((one) => one.endsWith('.template.json'))
    .toSorted(() => random() - 0.5)) {
    const template = readTemplate(join(folder, file));
    const id = template?.Resources && change(template);
    if (id === undefined) continue;
    rmSync(target, { recursive: true, force: true });
    cpSync(folder, target, { recursive: true });
    writeFileSync(join(target, file), JSON.stringify(template));
    return id;
  }
  return undefined;
}

function print(name, id, folder, { deployment, resources: changes }) {
  const [worst] = changes.filter(({ change }) => change !== 'carried');
  const problems = deployment.problems.map(
    ({ level, kind, message, place }) => `${level} ${kind} ${place?.resource.logicalId ?? ''}: ${message}`,
  );
  const predicted =
    deployment.summary?.blocked || deployment.problems.some(({ level }) => level === 'blocked')
      ? 'blocked'
      : problems.length > 0
        ? 'careful'
        : 'deploys';
  const reason = [
    ...problems.slice(0, 3),
    worst === undefined ? 'no change' : `${worst.change} ${worst.consequence}: ${worst.message}`,
  ].join('<br>');
  console.log(`| ${folder.slice(0, 60)} | ${name}: ${id} | ${predicted} | ${reason.replaceAll('|', '\\|')} |`);
}
