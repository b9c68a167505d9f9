import { expect, it } from 'vitest';
import check from '../../../checks/global/efs-destination-protected.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const files = (copy: object, destination: object = { FileSystemId: { Ref: 'Copy' } }): Example => ({
  S: {
    region: 'us-east-1',
    resources: {
      Copy: { Type: 'AWS::EFS::FileSystem', Properties: { ...copy } },
      Files: { Type: 'AWS::EFS::FileSystem', Properties: { ReplicationConfiguration: { Destinations: [{ ...destination }] } } },
    },
  },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "global/efs-destination-protected",
        "logicalId": "Files",
        "message": "Copy in stack FilesWest is protected against being overwritten by a replication (the default): this replication is rejected.",
        "propertyPath": "ReplicationConfiguration.Destinations.0.FileSystemId",
        "related": [
          {
            "logicalId": "Copy",
            "message": "It must be DISABLED here.",
            "propertyPath": "FileSystemProtection.ReplicationOverwriteProtection",
            "stack": "FilesWest",
          },
        ],
        "severity": "error",
        "stack": "Files",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  [
    'protection that is switched on',
    files({ FileSystemProtection: { ReplicationOverwriteProtection: 'ENABLED' } }),
    'error S.Files ReplicationConfiguration.Destinations.0.FileSystemId',
  ],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['protection that is switched off', files({ FileSystemProtection: { ReplicationOverwriteProtection: 'DISABLED' } })],
  ['protection that is given', files({ FileSystemProtection: { ReplicationOverwriteProtection: { 'Fn::ImportValue': 'protection' } } })],
  ['a destination that EFS makes', files({}, { Region: 'us-west-2' })],
  ['a destination that nothing declares', files({}, { Region: 'us-west-2', FileSystemId: 'fs-0123456789abcdef0' })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
