import { defineCheck } from '../../src/check/check.js';
import type { Problem } from '../../src/check/problem.js';
import type { ReferenceRow } from '../../src/facts/references/row.js';
import { referencesOf, referringTypes } from '../../src/facts/references/table.js';
import { partitionOf } from '../../src/facts/regions.js';
import { NAMED_TYPES } from '../../src/facts/resource-names.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { fixOf, type NamedPlace, namedPlaces, regionNamedBy } from '../../src/queries/named-places.js';
import { mayBeIn } from './model/replicated.js';

/** Values that other checks follow, by name, into other regions. */
const CHECKED_ELSEWHERE: ReadonlySet<string> = new Set(['AWS::SSM::Parameter', 'AWS::SecretsManager::Secret']);

/** The types that a row means by a name, which is looked up in one region. */
const namedTypes = (row: ReferenceRow): readonly string[] =>
  row.region === 'any'
    ? []
    : [...row.types, ...(row.services.includes('kms') ? ['AWS::KMS::Alias'] : [])].filter(
        (type) => NAMED_TYPES.get(type)?.scope === 'region' && !CHECKED_ELSEWHERE.has(type),
      );

const app = (awsRegion: string) => ({
  Data: {
    region: 'us-east-1',
    resources: {
      Orders: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          TableName: 'orders',
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        },
      },
    },
  },
  Graph: {
    region: 'us-east-1',
    dependencies: ['Data'],
    resources: {
      Source: {
        Type: 'AWS::AppSync::DataSource',
        Properties: {
          ApiId: 'kq2vd7c4ebhe3pwjq5zn3u2tae',
          Name: 'orders',
          Type: 'AMAZON_DYNAMODB',
          ServiceRoleArn: 'arn:aws:iam::482731905566:role/orders',
          DynamoDBConfig: { TableName: 'orders', AwsRegion: awsRegion },
        },
      },
    },
  },
});

export default defineCheck({
  id: 'reference/name-in-other-region',
  title: 'Name of a resource that the app declares in another region only',
  severity: 'warning',
  types: [...referringTypes().filter((type) => referencesOf(type).some((row) => namedTypes(row).length > 0))],
  docs: {
    why: 'A table, queue, cluster or alias belongs to one region, and its name is looked up in the region of what uses it, or in the region that a property beside it names. The app declares the resource in another region only: the service answers `ResourceNotFoundException`, or finds another resource of that name.',
    fix: 'Declare the resource in the region where its name is looked up, or name the region where it is.',
    sources: [
      'https://docs.aws.amazon.com/general/latest/gr/rande.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-datasource.html',
    ],
    bad: app('eu-west-1'),
    good: app('us-east-1'),
  },
  *resource(resource) {
    if (resource.region === undefined || resource.account === undefined) return;
    for (const row of referencesOf(resource.type)) {
      const types = namedTypes(row);
      if (types.length === 0) continue;
      for (const place of namedPlaces(resource, row)) {
        const problem = declaredElsewhere(place, types);
        if (problem !== undefined) yield problem;
      }
    }
  },
});

function declaredElsewhere({ at, row, wantedRegion, decidedBy }: NamedPlace, types: readonly string[]): Problem | undefined {
  const name = nameAt(at, row, types);
  if (name === undefined || wantedRegion === undefined) return undefined;
  const { graph, account } = at.resource;
  const all = graph.names.named(name, types);
  // Services create log groups of these names by themselves.
  if (name.startsWith('/aws/') || all.some((one) => mayBeIn(one, wantedRegion))) return undefined;
  const found = all.find((one) => one.account === account);
  if (found?.region === undefined || partitionOf(found.region) !== partitionOf(wantedRegion)) return undefined;
  // A macro may declare what synthesis does not show.
  if (graph.stacks.some((stack) => stack.environment.region === wantedRegion && graph.hasUnexpandedMacros(stack))) return undefined;
  const because = decidedBy?.isAbsent === false ? `, as ${decidedBy.path.at(-1)} says` : '';
  return {
    at,
    message: `The ${row.what} ${name} is looked up in ${wantedRegion}${because}, and the app declares it in ${found.region} only.`,
    fix: decidedBy?.isAbsent === false ? fixOf(row, wantedRegion) : `Declare it in ${wantedRegion}, or use one that exists there.`,
    related: [{ at: found, message: `Declared in ${found.region}.` }],
  };
}

/** A name alone: what an ARN or an id says of the region is checked by itself. */
function nameAt(at: Property, row: ReferenceRow, types: readonly string[]): string | undefined {
  const { reference, text } = at;
  if (reference === undefined) return text?.startsWith('arn:') === true ? undefined : text;
  const { resource } = reference;
  return types.includes(resource.type) && regionNamedBy(at, row) === undefined && isName(resource, reference.attribute)
    ? resource.physicalName
    : undefined;
}

function isName({ type }: Resource, attribute: string | undefined): boolean {
  return attribute === undefined ? NAMED_TYPES.has(type) : /name$/i.test(attribute);
}
