import type { Finding } from '../finding/report.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { isOtherCdkVersion } from './cdk-version.js';
import type { FoldedCounts } from './folded-counts.js';
import type { DiffReport } from './report.js';

/** Leaves out what another version of the CDK says about constructs that are the same: nobody changed anything there. */
export function withoutUpgrade(
  findings: DiffReport['findings'],
  before: ResourceGraph,
  after: ResourceGraph,
  folded: FoldedCounts,
): DiffReport['findings'] {
  if (!isOtherCdkVersion(before, after) && !folded.has('cdk-handler')) return findings;
  const isNews = (finding: Finding): boolean => {
    if (!isOfCdk(finding)) return true;
    folded.add('cdk', finding.resource?.constructPath ?? finding.checkId);
    return false;
  };
  const added = findings.new.filter(isNews);
  const unchanged = findings.unchanged === null ? null : findings.unchanged + findings.new.length - added.length;
  return { new: added, fixed: findings.fixed.filter((finding) => !isOfCdk(finding)), unchanged };
}

/** Warnings of the CDK have ids such as `@aws-cdk/aws-ec2:noSubnetRouteId`. */
function isOfCdk({ checkId, severity, fix }: Finding): boolean {
  return checkId === 'assembly/annotation' && severity !== 'error' && fix?.includes('("@aws-cdk/') === true;
}
