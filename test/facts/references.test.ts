import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { describe, expect, it } from 'vitest';
import type { Example } from '../../src/check/example.js';
import type { ReferenceRow } from '../../src/facts/references/row.js';
import { referencesOf, referringTypes } from '../../src/facts/references/table.js';
import { readCheckFiles } from '../support/check-files.js';
import { type FoundProblem, findingsIn } from '../support/findings-in.js';

const database = loadAwsServiceSpecSync();
const resources = new Map([...database.all('resource')].map((resource) => [resource.cloudFormationType, resource]));
const rows = referringTypes().flatMap((type) => referencesOf(type).map((row) => ({ type, row })));

/** Structure of a type in the service specification, as far as paths need it. */
interface SpecType {
  readonly type: string;
  readonly element?: SpecType;
  readonly types?: readonly SpecType[];
  readonly reference?: { readonly $ref: string };
}
type SpecProperties = Readonly<Record<string, { readonly type: unknown }>>;

function isPath(properties: SpecProperties, [step = '', ...rest]: readonly string[]): boolean {
  const property = Object.hasOwn(properties, step) ? properties[step] : undefined;
  return property !== undefined && isBelow(property.type as SpecType, rest);
}

function isBelow(type: SpecType, steps: readonly string[]): boolean {
  if (type.type === 'union') return type.types?.some((each) => isBelow(each, steps)) === true;
  if (steps.length === 0 || type.type === 'json') return true;
  const { $ref } = type.reference ?? {};
  if ($ref !== undefined) return isPath(database.get('typeDefinition', $ref).properties as SpecProperties, steps);
  if (type.type === 'array') return steps[0] === '*' && type.element !== undefined && isBelow(type.element, steps.slice(1));
  // A key of a map by name, or all of them.
  return type.type === 'map' && type.element !== undefined && isBelow(type.element, steps.slice(1));
}

describe('rows', () => {
  const specified = rows.filter(({ type }) => type.startsWith('AWS::') && type !== 'AWS::CloudFormation::CustomResource');
  const pathsOf = ({ path, region, where = {} }: ReferenceRow) => [
    path,
    ...Object.keys(where),
    ...(typeof region === 'object' && 'beside' in region ? [region.beside] : []),
    ...(typeof region === 'object' && 'bucketAt' in region ? [region.bucketAt] : []),
  ];

  it('name properties that exist', () => {
    const unknown = specified.flatMap(({ type, row }) =>
      pathsOf(row)
        .filter((path) => !isPath((resources.get(type)?.properties ?? {}) as SpecProperties, path.split('.')))
        .map((path) => `${type} ${path}`),
    );
    expect(unknown).toEqual([]);
  });

  it('name types that exist', () => {
    expect([...new Set(rows.flatMap(({ row }) => row.types).filter((type) => !resources.has(type)))]).toEqual([]);
  });

  it('have one place and service each', () => {
    const keys = rows.map(({ type, row }) => `${type} ${row.path} ${row.types} ${row.services} ${Object.entries(row.where ?? {})}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe('a value of another region', async () => {
  const checks = (await readCheckFiles()).map(({ check }) => check);

  it.each(drawn(200))('is found: $type $row.path', ({ type, row }) => {
    const wrong = findingsIn(app(type, row, 'us-west-2'), checks).filter(isLoud);
    const right = findingsIn(app(type, row, 'eu-west-1'), checks).filter(isLoud);
    const places = new Set(right.map(placeOf));
    expect(wrong.filter((found) => !places.has(placeOf(found)))).toMatchObject([
      {
        stack: 'App',
        logicalId: 'User',
        checkId: row.check ?? 'region/service-region',
        severity: row.source === undefined ? 'warning' : 'error',
      },
    ]);
    expect(
      right.filter(({ checkId }) => /^(region\/(service|key|image|log-bucket)|global\/replica-key|account\/(?!api-logging))/.test(checkId)),
    ).toEqual([]);
  });
});

/** Types that are not in the region of an example are its own fault. */
const isLoud = ({ severity, checkId }: FoundProblem): boolean => severity !== 'info' && checkId !== 'region/type-unavailable';
const placeOf = ({ checkId, stack, logicalId, propertyPath }: FoundProblem): string => `${checkId} ${stack} ${logicalId} ${propertyPath}`;

/** Rows by chance, the same ones in each run. */
function drawn(count: number) {
  // Of ids alone, like those of images, nothing says the region.
  const isTold = ({ types, services, form }: ReferenceRow) => types.length + services.length > 0 || form !== undefined;
  const open = rows.filter(({ type, row }) => row.region !== 'any' && isTold(row) && !type.startsWith('Custom::'));
  let seed = 20_260_930;
  const picked: typeof open = [];
  while (picked.length < count && open.length > 0) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    picked.push(...open.splice(seed % open.length, 1));
  }
  return picked;
}

/** A stack of eu-west-1, or of the region that the row requires, whose resource names something of `region`. */
function app(type: string, row: ReferenceRow, region: string): Example {
  const { region: wanted } = row;
  const isFixed = typeof wanted === 'object' && 'fixed' in wanted;
  const own = isFixed ? wanted.fixed : 'eu-west-1';
  const found = isFixed && region === 'eu-west-1' ? own : region;
  const properties: Record<string, unknown> = {};
  const set = (path: string, value: unknown) => write(properties, path.split('.'), value);
  set(row.path, namedValue(row, found));
  for (const [path, text] of Object.entries(row.where ?? {})) if (text !== undefined) set(path, text);
  if (typeof wanted === 'object' && 'beside' in wanted) set(wanted.beside, own);
  if (typeof wanted === 'object' && 'bucketAt' in wanted) set(wanted.bucketAt, 'arn:aws:s3:::altona-here');
  const named = row.types.find((each) => each !== 'AWS::S3::Bucket') ?? 'AWS::EC2::VPC';
  return {
    Other: {
      region: found,
      resources: {
        Named: { Type: named, Properties: {} },
        Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'altona-there' } },
      },
      outputs: { Id: { Value: { Ref: 'Named' } } },
    },
    Here: { region: own, resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'altona-here' } } } },
    App: { region: own, dependencies: ['Other', 'Here'], resources: { User: { Type: type, Properties: properties as never } } },
  };
}

function namedValue({ form, services, types, path }: ReferenceRow, region: string): unknown {
  if (form === 'bucket') return /ur[il]$/i.test(path) ? 's3://altona-there/file' : 'altona-there';
  if (form === 'image') return `482731905566.dkr.ecr.${region}.amazonaws.com/shop:1.4.2`;
  if (types.length > 0 && services.length === 0) return { 'Fn::GetStackOutput': { StackName: 'Other', OutputName: 'Id', Region: region } };
  const name = services[0] === 'kms' ? 'key/0d9c7a52-4c1e-4a63-9d0b-6c1a2f7e8b34' : 'thing/altona';
  return `arn:aws:${services[0]}:${region}:482731905566:${name}`;
}

function write(target: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    target[step] = value;
    return;
  }
  const isList = rest[0] === '*';
  const below = isList ? rest.slice(1) : rest;
  if (isList && below.length === 0) {
    target[step] = [value];
    return;
  }
  target[step] ??= isList ? [{}] : {};
  const child = target[step];
  write((Array.isArray(child) ? child[0] : child) as Record<string, unknown>, below, value);
}
