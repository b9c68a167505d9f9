import type { Finding, RelatedPlace, Report, ReportDiagnostic } from '../../src/finding/report.js';

/** A finding of `s3/replication-destination-unversioned`, or what is said otherwise. */
export function findingOf(parts: Partial<Finding> = {}): Finding {
  return {
    checkId: 's3/replication-destination-unversioned',
    severity: 'error',
    message: 'The destination is not versioned: S3 rejects the replication.',
    fix: 'Set `versioned: true`.',
    docs: 'checks/s3/README.md#s3replication-destination-unversioned',
    fingerprint: '0123456789abcdef0123456789abcdef',
    stack: { id: 'Data', name: 'Data', account: '482731905566', region: 'us-east-1', assembly: 'cdk.out' },
    resource: { logicalId: 'Bucket83908E77', type: 'AWS::S3::Bucket', constructPath: 'Data/Bucket/Resource' },
    propertyPath: ['ReplicationConfiguration', 'Rules', 0, 'Destination'],
    template: { file: 'Data.template.json', line: 12, column: 7 },
    source: { file: 'lib/data.ts', line: 31, column: 5, approximate: false },
    related: [],
    ...parts,
  };
}

export function relatedOf(parts: Partial<RelatedPlace> = {}): RelatedPlace {
  return {
    message: 'This is the destination.',
    stack: { id: 'Standby', name: 'Standby', account: '482731905566', region: 'us-west-2', assembly: 'cdk.out' },
    resource: { logicalId: 'Copy4A6A8C9B', type: 'AWS::S3::Bucket', constructPath: 'Standby/Copy/Resource' },
    propertyPath: [],
    template: { file: 'Standby.template.json', line: 3, column: 3 },
    source: { file: 'lib/standby.ts', line: 8, column: 5, approximate: true },
    ...parts,
  };
}

export function reportOf(findings: readonly Finding[], diagnostics: readonly ReportDiagnostic[] = []): Report {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return {
    version: 1,
    tool: { name: 'synthcheck', version: '0.1.0' },
    assemblies: [
      {
        path: 'cdk.out',
        manifestVersion: '55.0.0',
        stacks: 2,
        nestedStacks: 1,
        resources: 9,
        regions: ['us-east-1', 'us-west-2'],
        links: { exact: 5, inferred: 2, external: 1, unknown: 0 },
      },
    ],
    summary: { error: count('error'), warning: count('warning'), info: count('info'), suppressed: 0, baselined: 0 },
    findings,
    diagnostics,
  };
}
