import { describe, expect, it } from 'vitest';
import duplicateTable from '../../checks/dynamodb/duplicate-table.js';
import duplicate from '../../checks/rds/global-cluster-duplicate.js';
import instanceClass from '../../checks/rds/global-cluster-instance-class.js';
import {
  globalSecondaryCredentials as credentials,
  globalClusterEngineMismatch as engineMismatch,
  globalSecondaryKey as key,
} from '../../checks/rds/global-cluster-members.js';
import missing from '../../checks/rds/global-cluster-missing.js';
import singleMember from '../../checks/rds/global-cluster-single-member.js';
import serviceRegion from '../../checks/region/service-region.js';
import { recordDuplicate } from '../../checks/route53/records.js';
import type { Check } from '../../src/check/check.js';
import type { Example } from '../../src/check/example.js';
import { fixesIn } from '../support/fixes-in.js';
import { record, stack } from './route53/examples.js';

/** The same example for another database. */
function of(family: 'DocDB' | 'Neptune', { docs }: Check): Example {
  return JSON.parse(JSON.stringify(docs.bad).replaceAll('AWS::RDS::', `AWS::${family}::`));
}

describe('a fix names the constructs of the database that it is about', () => {
  it.each<[string, Check]>(
    [duplicate, engineMismatch, instanceClass, missing, singleMember, credentials, key].map((check) => [check.id, check]),
  )('%s in DocumentDB', (_, check) => {
    const fixes = fixesIn(of('DocDB', check), check);
    expect(fixes).not.toEqual([]);
    expect(fixes.filter((fix) => /\brds\b|aurora/i.test(fix))).toEqual([]);
  });

  it.each<[string, Check]>([duplicate, engineMismatch, missing, singleMember, key].map((check) => [check.id, check]))(
    '%s in Neptune',
    (_, check) => {
      const fixes = fixesIn(of('Neptune', check), check);
      expect(fixes).not.toEqual([]);
      expect(fixes.filter((fix) => /\brds\b|docdb|aurora/i.test(fix))).toEqual([]);
    },
  );
});

describe('a fix fits what is wrong', () => {
  const table = { Sessions: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'sessions', KeySchema: [] } } };
  const latency = (id: string) => record({ Region: 'us-east-1', SetIdentifier: id });
  const volume = { Disk: { Type: 'AWS::EC2::Volume', Properties: { Size: 8, AvailabilityZone: 'us-west-2a' } } };
  it.each<[string, Check, Example, RegExp]>([
    [
      'a CNAME beside a TXT record',
      recordDuplicate,
      stack({ A: record({ Type: 'CNAME' }), B: record({ Type: 'TXT' }) }),
      /^A CNAME is the only/,
    ],
    ['latency records of one region', recordDuplicate, stack({ A: latency('a'), B: latency('b') }), /^Declare one latency record/],
    ['two simple records', recordDuplicate, stack({ A: record(), B: record() }), /^Give the records of all regions one routing policy/],
    [
      'one table name in two stages',
      duplicateTable,
      { Test: { region: 'us-east-1', resources: table }, Live: { region: 'us-east-1', resources: table } },
      /^Leave `tableName` out/,
    ],
    ['an availability zone of another region', serviceRegion, stack(volume), /availabilityZones/],
  ])('%s', (_, check, example, fix) => {
    expect(fixesIn(example, check)).toEqual([expect.stringMatching(fix)]);
  });
});
