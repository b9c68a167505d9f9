import { expect, it } from 'vitest';
import check from '../../../checks/kms/key-spec-rejected.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { KEY_SPECS } from '../../../src/facts/key-specs.js';
import { findingsIn } from '../../support/findings-in.js';
import { messageIn, placesIn } from '../../support/places-in.js';
import { propertiesWith } from '../../support/put.js';

it('reports the exact place and words', () =>
  expect(findingsIn(check.docs.bad, check)).toMatchObject([
    {
      severity: 'error',
      logicalId: 'Signing',
      propertyPath: 'KeyManagementServiceArn',
      message:
        'The key Key is of the type SYMMETRIC_DEFAULT, and must be of ECC_NIST_P256: "an asymmetric customer managed key with an ECC_NIST_P256 key spec"',
    },
  ]));

const rows = [...KEY_SPECS].flatMap(([type, all]) => all.map((row) => [type, row.path, row] as const));
it.each(rows)('%s %s', (type, path, { spec, says }) => {
  const app = (key: JsonObject) => ({
    App: {
      region: 'us-east-1',
      resources: {
        Key: { Type: 'AWS::KMS::Key', Properties: key },
        User: { Type: type, Properties: propertiesWith([path, { 'Fn::GetAtt': ['Key', 'Arn'] }]) },
      },
    },
  });
  expect(placesIn(check, app({ KeySpec: 'RSA_2048' }))).toEqual([`error User ${path.replaceAll('*', '0')}`]);
  expect(messageIn(check, app({ KeySpec: 'RSA_2048' }))).toContain(says);
  expect(placesIn(check, app({ KeySpec: spec }))).toEqual([]);
  expect(placesIn(check, app({}))).toHaveLength(spec === 'SYMMETRIC_DEFAULT' ? 0 : 1);
  expect(placesIn(check, app({ KeySpec: { 'Fn::ImportValue': 'spec' } }))).toEqual([]);
});
