import { describe, expect, it } from 'vitest';
import check from '../../../checks/secrets/secret-not-accepted.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { SECRET_REQUIREMENTS } from '../../../src/facts/secret-requirements.js';
import { findingsIn } from '../../support/findings-in.js';
import { propertiesWith } from '../../support/put.js';

const KEY = { KmsKeyId: { Ref: 'Key' } };
const rows = Object.entries(SECRET_REQUIREMENTS).flatMap(([type, list]) => list.map((row) => [type, row] as const));

describe.each(rows)('%s', (type, { path, prefix, needsOwnKey, says }) => {
  const place = path.replaceAll('*', '0');
  const found = (secret: object) =>
    findingsIn(
      {
        App: {
          region: 'us-east-1',
          resources: {
            Key: { Type: 'AWS::KMS::Key', Properties: {} },
            Secret: { Type: 'AWS::SecretsManager::Secret', Properties: secret as JsonObject },
            Subject: { Type: type, Properties: propertiesWith([place, { Ref: 'Secret' }]) },
          },
        },
      },
      check,
    );

  it.each<[string, object, number]>([
    ['no name', KEY, 1],
    ['another name', { Name: 'orders', ...KEY }, 1],
    ['another beginning', { Name: { 'Fn::Sub': 'orders-${Stage}' }, ...KEY }, 1],
    ['a name that is not known', { Name: { Ref: 'Name' }, ...KEY }, 0],
    ['a beginning that may be it', { Name: { 'Fn::Sub': `${prefix.slice(0, 4)}\${Rest}` }, ...KEY }, 0],
    ['the prefix', { Name: `${prefix}orders`, ...KEY }, 0],
    ['the prefix, and the rest not known', { Name: { 'Fn::Sub': `${prefix}\${Rest}` }, ...KEY }, 0],
    ['no key', { Name: `${prefix}orders` }, needsOwnKey ? 1 : 0],
    ['the key of Secrets Manager', { Name: `${prefix}orders`, KmsKeyId: 'alias/aws/secretsmanager' }, needsOwnKey ? 1 : 0],
  ])('%s', (_, secret, count) => {
    expect(found(secret)).toHaveLength(count);
  });

  it('says where, and what AWS says', () => {
    expect(found({ Name: 'orders' })).toMatchObject([{ severity: 'error', logicalId: 'Subject', propertyPath: place }]);
    expect(found({ Name: 'orders' })[0]?.message).toContain(says);
  });
});
