import { describe, expect, it } from 'vitest';
import check from '../../../checks/s3/access-control-list-rejected.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn, reports } from '../../support/findings-in.js';

const bucket = (properties: JsonObject) => ({
  Logs: { region: 'us-east-1', resources: { Logs: { Type: 'AWS::S3::Bucket', Properties: properties } } },
});
const owned = (ObjectOwnership: string | JsonObject) => ({ OwnershipControls: { Rules: [{ ObjectOwnership }] } });

describe('s3/access-control-list-rejected', () => {
  it('reports the exact place', () =>
    reports(check, {
      example: bucket({ AccessControl: 'LogDeliveryWrite', ...owned('BucketOwnerEnforced') }),
      problems: [
        {
          severity: 'error',
          stack: 'Logs',
          logicalId: 'Logs',
          propertyPath: 'AccessControl',
          message:
            'This is an access control list, and the bucket has them disabled: "Bucket cannot have ACLs set with ObjectOwnership\'s BucketOwnerEnforced setting".',
        },
      ],
    }));

  it.each<[string, JsonObject, readonly string[]]>([
    ['no object ownership', { AccessControl: 'PublicRead' }, ['warning']],
    ['another ownership', { AccessControl: 'PublicRead', ...owned('BucketOwnerPreferred') }, []],
    ['an ownership that only deployment knows', { AccessControl: 'PublicRead', ...owned({ Ref: 'Ownership' }) }, []],
    ['a list for the owner alone', { AccessControl: 'Private' }, []],
    ['a list that only deployment knows', { AccessControl: { Ref: 'List' } }, []],
  ])('%s', (_, properties, severities) => {
    expect(findingsIn(bucket(properties), check).map(({ severity }) => severity)).toEqual(severities);
  });
});
