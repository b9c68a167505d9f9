import { NAMED_TYPES, REFERENCES } from '../../generated/references.js';
import { memoize, memoizeByKey } from '../../memoize.js';
import { tableOf } from '../../table-of.js';
import { KEY_PATHS } from '../key-properties.js';
import { refArnOf } from '../ref-arns.js';
import { NAMED_TYPES as RESOURCE_NAMES } from '../resource-names.js';
import { BESIDE } from './beside.js';
import { EDGE } from './edge.js';
import { IDENTITY } from './identity.js';
import { LOG_BUCKETS } from './log-buckets.js';
import { MESSAGING } from './messaging.js';
import { IMAGES, NETWORK } from './network.js';
import { type ReferenceCheck, type ReferenceRow, type ReferenceRows, templateReference } from './row.js';
import { STATED_ROWS } from './stated.js';
import { STORAGE } from './storage.js';
import { nameOfTypes } from './type-names.js';
import { UNSTATED_ROWS } from './unstated.js';
import { UNSTATED_ARNS } from './unstated-arns.js';

const BY_HAND: readonly ReferenceRows[] = [
  EDGE,
  BESIDE,
  MESSAGING,
  STORAGE,
  NETWORK,
  IMAGES,
  IDENTITY,
  STATED_ROWS,
  UNSTATED_ROWS,
  UNSTATED_ARNS,
  LOG_BUCKETS,
];

/** "Each resource identifier … is tied to its Region and can be used only in the Region in which you created the resource." */
const EC2_IDS = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resources.html';
const KMS = 'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html';

/** Types that are named in place of another one. */
const ALSO: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::DynamoDB::Table': ['AWS::DynamoDB::GlobalTable'],
  'AWS::KMS::Key': ['AWS::KMS::ReplicaKey'],
});

let named: readonly (readonly [type: string, service: string])[] | undefined;

const generated: () => ReadonlyMap<string, string> = memoize(
  () =>
    new Map(
      REFERENCES.trim()
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf('|')), line.slice(line.indexOf('|') + 1)]),
    ),
);

/** Types that have rows. `Custom::*` stands for all custom resources. */
export const referringTypes: () => readonly string[] = memoize(() => [
  ...new Set([...generated().keys(), ...BY_HAND.flatMap((rows) => Object.keys(rows)), ...KEY_PATHS.keys()]),
]);

/** What the properties of a type name, and where it may be: the rows by hand, and for all other places the default. */
export const referencesOf: (type: string) => readonly ReferenceRow[] = memoizeByKey((type) => {
  const byHand = BY_HAND.flatMap((rows) => (Object.hasOwn(rows, type) ? (rows[type] ?? []) : []));
  const custom = type.startsWith('Custom::') && type !== 'Custom::*' ? BY_HAND.flatMap((rows) => rows['Custom::*'] ?? []) : [];
  const taken = new Set([...byHand, ...custom].map(({ path }) => path));
  const others = defaultRows(type);
  // Where the specification takes one value or a list, the row of the list reads both.
  const lists = new Set(others.flatMap(({ path }) => (path.endsWith('.*') ? path.slice(0, -2) : [])));
  return [...byHand, ...custom, ...others.filter(({ path }) => !taken.has(path) && !lists.has(path))];
});

type Check = ReferenceCheck | 'region/service-region';

/** The check that reports what a row names in another region. */
export function checkOf({ check }: ReferenceRow): Check {
  return check ?? 'region/service-region';
}

/** The types that a check has to look at. Rows are read when their type is first asked for: most types are in no app. */
export function typesCheckedBy(check: Check): readonly string[] {
  if (check === 'region/service-region' || check === 'region/key-region') return referringTypes();
  return typesByHand((row) => row.check === check);
}

/** Types with such a row among those by hand. */
export function typesByHand(isMeant: (row: ReferenceRow) => boolean): readonly string[] {
  return [...new Set(BY_HAND.flatMap((rows) => Object.keys(rows).filter((type) => rows[type]?.some(isMeant))))];
}

/** Rows of the service specification, which has nothing to say of regions: a thing is named in its own. */
function defaultRows(type: string): readonly ReferenceRow[] {
  named ??= NAMED_TYPES.trim()
    .split('\n')
    .map((line) => line.split('|') as [string, string])
    // The specification has no template for the ARNs of a third of the types.
    .map(([target, service]) => [target, service || (refArnOf(target)?.service ?? RESOURCE_NAMES.get(target)?.service ?? '')] as const);
  const all = named;
  const keys = (KEY_PATHS.get(type) ?? []).map((path) => keyRow(path));
  const taken = new Set(keys.map(({ path }) => path));
  const rows = (generated().get(type)?.split('|') ?? []).flatMap((group) => {
    const [paths = '', rest = ''] = group.split('=');
    const [codes = '', words] = rest.split('!');
    const targets = codes.split(',').map((code) => all[Number.parseInt(code, 36)] as readonly [string, string]);
    const types = targets.map(([target]) => target);
    const isId = types.every((target) => target.startsWith('AWS::EC2::'));
    const source = isId ? EC2_IDS : words === undefined ? undefined : templateReference(type);
    return paths.split(',').flatMap((path): ReferenceRow[] =>
      taken.has(path)
        ? []
        : [
            {
              path,
              types: types.flatMap((target) => [target, ...(ALSO[target] ?? [])]),
              services: [...new Set(targets.map(([, service]) => service).filter((service) => service !== ''))],
              what: nameOfTypes(types),
              region: 'stack',
              account: 'any',
              ...(words !== undefined && { words }),
              ...(source !== undefined && { source }),
              ...(types.includes('AWS::KMS::Key') && { check: 'region/key-region' }),
            },
          ],
    );
  });
  return [...keys, ...rows];
}

function keyRow(path: string): ReferenceRow {
  return {
    path,
    types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
    services: ['kms'],
    what: 'key',
    region: 'stack',
    account: 'any',
    source: KMS,
    check: 'region/key-region',
  };
}
