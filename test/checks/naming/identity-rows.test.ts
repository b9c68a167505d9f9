import { describe, expect, it } from 'vitest';
import { declaredTwice, singletonDuplicate } from '../../../checks/naming/identities.js';
import nameDuplicate from '../../../checks/naming/physical-name-duplicate.js';
import type { Example } from '../../../src/check/example.js';
import { IDENTITY_TYPES, identityRowsOf } from '../../../src/facts/identities/identities.js';
import type { IdentityRow, KeyPart } from '../../../src/facts/identities/row.js';
import { findingsIn } from '../../support/findings-in.js';
import { put } from '../../support/put.js';

const CHECKS = [declaredTwice, nameDuplicate, singletonDuplicate];
const rows = IDENTITY_TYPES.flatMap(identityRowsOf).filter(({ check }) => CHECKS.some(({ id }) => id === check));
const SUBNET = {
  Subnet: {
    Type: 'AWS::EC2::Subnet',
    Properties: { VpcId: 'vpc-0d8f3a7b21c4e5f60', AvailabilityZone: 'us-east-1a', CidrBlock: '10.0.0.0/24' },
  },
};

function sampleFor({ as }: KeyPart, suffix: string): unknown {
  if (as === 'vpc' || as === 'zone') return { Ref: 'Subnet' };
  if (as === 'cidr') return suffix === '' ? '10.1.0.0/16' : '10.2.0.0/16';
  return `acme${suffix}`;
}

/** A resource with the key of a row, of which one part has another value. */
function declaration({ type, parts, when, each }: IdentityRow, changed?: KeyPart) {
  const properties = {};
  for (const part of parts) {
    const [path = ''] = part.of;
    const fixed = when.find(([condition]) => condition === path)?.[1][0];
    const value = fixed ?? sampleFor(part, part === changed ? '-2' : '');
    if (path === '.') put(properties, each ?? '', [value]);
    else put(properties, path.startsWith('.') ? `${each}.0${path}` : path, value);
  }
  for (const [path, [value = '']] of when) if (value !== '') put(properties, path, value === '*' ? { CertificateArn: 'acme' } : value);
  return { Type: type, Properties: properties };
}

const problemsOf = (row: IdentityRow, first: object, second: object) =>
  findingsIn({ App: { region: 'us-east-1', resources: { ...SUBNET, A: first, B: second } } } as Example, CHECKS)
    .filter(({ checkId, message }) => checkId === row.check && (row.check !== declaredTwice.id || message.includes(`the same ${row.what}`)))
    .map(({ logicalId }) => logicalId);

describe.each(rows.map((row) => [`${row.type}: ${row.what} (${row.space})`, row] as const))('%s', (_, row) => {
  it('is reported twice', () => {
    expect(problemsOf(row, declaration(row), declaration(row))).toEqual(['B']);
  });

  const free = row.parts.filter(({ as, of }) => as !== 'vpc' && as !== 'zone' && !row.when.some(([path]) => path === of[0]));
  it.each(free.map((part) => [part.of.join(' | '), part] as const))('is another one with another %s', (_part, part) => {
    expect(problemsOf(row, declaration(row), declaration(row, part))).toEqual([]);
  });
});
