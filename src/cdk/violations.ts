import { join } from 'node:path';
import { constructPathOf, type PlaceParts } from '../finding/place.js';
import type { ReportDiagnostic } from '../finding/report.js';
import type { UnlocatedFinding } from '../finding/unlocated-finding.js';
import type { ViolatingResource, Violation } from './cdk-types.js';

/** Findings as CDK's report shows them. Alike ones share an entry, as CDK's own validation does it. */
export function toViolations(detected: readonly UnlocatedFinding[]): Violation[] {
  const violations = new Map<string, Violation>();
  for (const one of detected) {
    const { checkId, severity, fix } = one;
    const description = describe(one);
    const key = JSON.stringify([checkId, severity, description, fix]);
    const known = violations.get(key);
    if (known === undefined)
      violations.set(key, { ruleName: checkId, description, severity, fix, violatingResources: [toResource(one.place)] });
    else known.violatingResources.push(toResource(one.place));
  }
  return [...violations.values()];
}

/** CDK's report has room for one place: the others stand in the text. */
function describe({ message, related }: UnlocatedFinding): string {
  return [message, ...related.map(({ message, place }) => `${nameOf(place)} (stack ${place.stack.name}): ${message}`)].join('\n  See ');
}

function nameOf(place: PlaceParts): string {
  return constructPathOf(place) ?? place.resource?.logicalId ?? place.stack.name;
}

function toResource(place: PlaceParts): ViolatingResource {
  const { stack, resource, templatePath } = place;
  const template = join(stack.assembly.root, stack.templateFile);
  const constructPath = constructPathOf(place);
  if (resource === undefined)
    return {
      resourceLogicalId: '',
      templatePath: template,
      locations: templatePath.length === 0 ? [] : [templatePath.join('.')],
      ...(constructPath && { constructPath }),
    };
  const location = templatePath.slice(2).join('.');
  return {
    resourceLogicalId: resource.logicalId,
    templatePath: template,
    locations: location === '' ? [] : [location],
    ...(constructPath && { constructPath }),
  };
}

/** What could not be checked is no success. CDK takes no acknowledgement of what is fatal. */
export function toNotChecked({ message, file }: ReportDiagnostic, where: ViolatingResource): Violation {
  return {
    ruleName: 'not-checked',
    description: file === undefined ? message : `${file}: ${message}`,
    severity: 'fatal',
    violatingResources: [where],
  };
}

/** What is odd about the configuration, suppressions and the baseline. */
export function toRemark({ message, severity, file }: ReportDiagnostic, where: ViolatingResource): Violation {
  return {
    ruleName: 'suppressions',
    description: file === undefined ? message : `${file}: ${message}`,
    severity,
    violatingResources: [where],
  };
}
