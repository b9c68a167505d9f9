import { setIdentifierMissing } from '../../checks/route53/record-groups.js';
import type { Report } from '../../src/finding/report.js';
import { type CheckAssembliesOptions, checkAssemblies } from '../../src/run/check-assemblies.js';
import { type AssemblySketch, writeAssembly } from './assembly-builder.js';

/** What `route53/set-identifier-missing` finds, and nothing else does. */
export const WRONG_RECORD = {
  Type: 'AWS::Route53::RecordSet',
  Properties: { HostedZoneId: 'Z1', Name: 'a.example.com', Type: 'A', TTL: '60', Weight: 10, ResourceRecords: ['1.2.3.4'] },
};
export const WRONG_RECORD_CHECK = 'route53/set-identifier-missing';

/** Runs that one check as the command line does, without cfn-lint's rules. */
export async function checkSketch(sketch: AssemblySketch, options: Partial<CheckAssembliesOptions> = {}): Promise<Report> {
  return checkFolder(writeAssembly(sketch), options);
}

export async function checkFolder(folder: string, options: Partial<CheckAssembliesOptions> = {}): Promise<Report> {
  const { report } = await checkAssemblies({
    assemblies: [folder],
    checks: [setIdentifierMissing],
    config: {},
    lint: 'never',
    workingDirectory: folder,
    ...options,
  });
  return report;
}

/** Ids with the resource that they are about, in the order of the report. */
export function idsOf({ findings }: Report): readonly string[] {
  return findings.map(({ checkId, resource, stack }) => `${checkId} ${resource?.constructPath ?? stack.name}`);
}
