import { defineCheck } from '../../src/check/check.js';
import { outputOf, policy, resource, stackAfter, stackWith } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { isRegion } from '../../src/facts/regions.js';
import type { Property } from '../../src/graph/model/property.js';
import { referencesIn } from '../../src/graph/model/value.js';
import { type Replica, replicasOf } from '../../src/queries/global-tables.js';
import { keyRegionOf } from '../../src/queries/kms-keys.js';
import { globalTable, replica } from './model/global-table-example.js';

const KEY = resource('AWS::KMS::Key', { KeyPolicy: policy() });
const EASTERN = { 'Fn::GetAtt': ['Eastern', 'Arn'] };
const WESTERN = outputOf('Keys', 'KeyArn', 'us-west-2');
const app = (western: typeof EASTERN | typeof WESTERN) => ({
  Keys: stackWith({ KeyArn: { 'Fn::GetAtt': ['Western', 'Arn'] } }, 'us-west-2', { Western: KEY }),
  Tables: stackAfter('Keys', 'us-east-1', {
    Eastern: KEY,
    Sessions: globalTable({ SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } }, [
      replica('us-west-2', western),
      replica('us-east-1', EASTERN),
    ]),
  }),
});

export default defineCheck({
  id: 'dynamodb/replica-key-region',
  title: 'Replica uses a KMS key in another region',
  severity: 'error',
  types: ['AWS::DynamoDB::GlobalTable'],
  docs: {
    why: 'A KMS key works in its own region only, and each replica is encrypted in its own region: "The key must be created in the same Region as the replica". DynamoDB rejects any other with "KMS validation error". This also holds for multi-region keys: each region has its own ARN.',
    fix: 'Create a `Key` in a stack of the replica’s region and pass its `keyArn` in `replicaKeyArns`: `TableEncryptionV2.customerManagedKey(key, { "us-west-2": otherStack.key.keyArn })`. The first argument is the key of the table’s own region.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-globaltable-replicassespecification.html',
    ],
    templateFix:
      "Create an `AWS::KMS::Key` in a stack of the replica's region, and write its ARN into `SSESpecification.KMSMasterKeyId` of that replica.",
    bad: app(EASTERN),
    good: app(WESTERN),
  },
  *resource(table) {
    const first = new Map<string, string>();
    for (const replica of replicasOf(table) ?? []) {
      const { key, region } = replica;
      if (region === undefined) continue;
      yield* foreignKey(replica, region);
      const id = key.text;
      if (id === undefined || !SINGLE_REGION_ID.test(id)) continue;
      const other = first.get(id);
      if (other === undefined) first.set(id, region);
      else
        yield {
          at: key,
          fill: { 'us-west-2': region },
          message: `The replicas in ${other} and ${region} name the key ${id}, which exists in one region: it is not a multi-region key ("mrk-…"). DynamoDB rejects the table with "KMS validation error".`,
        };
    }
  },
});

/** A key id alone, of a key that is no multi-region key: those begin with `mrk-`. */
const SINGLE_REGION_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function* foreignKey({ key }: Replica, region: string): Generator<Problem> {
  const keyRegion = keyRegionOf(key);
  if (keyRegion !== undefined && isRegion(keyRegion) && keyRegion !== region) {
    const declared = referencesIn(key.value).find(({ resource }) => resource.type.startsWith('AWS::KMS::'))?.resource;
    yield {
      at: key,
      fill: { 'us-west-2': region },
      message: `The replica in ${region} uses a KMS key in ${keyRegion}. DynamoDB needs a key of the replica's own region and rejects the table with "KMS validation error".`,
      ...(declared && { related: [{ at: declared, message: `This key is created in ${keyRegion}.` }] }),
    };
  }
  const alias = bareAliasOf(key);
  const aliases = alias === undefined ? [] : key.resource.graph.names.named(alias, ['AWS::KMS::Alias']);
  const [declared] = aliases;
  if (declared === undefined || aliases.some((other) => other.region === undefined || other.region === region)) return;
  yield {
    at: key,
    fill: { 'us-west-2': region },
    severity: 'warning',
    message: `The replica in ${region} names the key "${alias}". An alias is looked up in the replica's own region, and here it is created in ${declared.region} only.`,
    related: [{ at: declared, message: `The alias is created in ${declared.region}.` }],
  };
}

/** `alias/name`, where it stands without a region. */
function bareAliasOf({ text, reference }: Property): string | undefined {
  if (reference?.resource.type === 'AWS::KMS::Alias' && reference.attribute === undefined) return reference.resource.physicalName;
  return text?.startsWith('alias/') ? text : undefined;
}
