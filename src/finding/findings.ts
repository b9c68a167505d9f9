import type { Stack } from '../assembly/model.js';
import type { Position } from '../template/locate.js';
import { Fingerprints, fingerprintOf } from './fingerprint.js';
import { compareFindings } from './order.js';
import type { PlaceParts } from './place.js';
import type { Finding, RelatedPlace, Source } from './report.js';
import { findTemplatePositions } from './template-positions.js';
import { fixSnippet, type TemplateSnippet } from './template-snippet.js';
import type { UnlocatedFinding } from './unlocated-finding.js';

export interface Located {
  readonly detected: UnlocatedFinding;
  readonly finding: Finding;
}

/** What was detected and has no lines yet, with what its fingerprint is made of. */
export interface OrderedFinding
  extends Pick<UnlocatedFinding, 'checkId' | 'severity' | 'message'>,
    Pick<PlaceParts, 'stack' | 'resource' | 'propertyPath'> {
  readonly detected: UnlocatedFinding;
  readonly key: string;
}

/** In the order of the report. */
export function orderFindings(all: readonly UnlocatedFinding[]): readonly OrderedFinding[] {
  const findings = all.map((detected) => {
    const { checkId, severity, message, place } = detected;
    const { stack, resource, propertyPath } = place;
    return { detected, checkId, severity, message: inOneLine(message), stack, resource, propertyPath };
  });
  const fingerprints = new Fingerprints();
  return findings.sort(compareFindings).map((finding) => ({ ...finding, key: fingerprints.next(finding.checkId, finding.detected.place) }));
}

/** Gives findings their positions. */
export function locateFindings(found: readonly OrderedFinding[], sourceOf: (place: PlaceParts) => Source): readonly Located[] {
  const positions = findTemplatePositions(
    found.flatMap(({ detected: { place, related } }) => [place, ...related.map((other) => other.place)]),
  );
  const describe = (place: PlaceParts) => {
    const position = positions.get(place) as Position;
    return describePlace(place, position, sourceIn(place.stack, position) ?? sourceOf(place));
  };
  return found.map(({ detected, checkId, severity, message, key }) => {
    const { fix, docs, place, related } = detected;
    const example = exampleFor(detected);
    const finding: Finding = {
      checkId,
      severity,
      message,
      fix,
      docs,
      // Reports for people have none.
      get fingerprint() {
        return fingerprintOf(key);
      },
      ...(example && { fixExample: example }),
      ...describe(place),
      related: related.map(({ message, place }) => ({ message, ...describe(place) })),
    };
    return { detected, finding };
  });
}

/** The change in the check's own example, for templates that people write. */
function exampleFor({ docsOfCheck, place: { stack, resource } }: UnlocatedFinding): TemplateSnippet | undefined {
  if (docsOfCheck === undefined || stack.assembly.origin !== 'templates') return undefined;
  return fixSnippet(docsOfCheck, stack.template.format, resource);
}

/** Of a template that people write, its own line is what they look for. */
function sourceIn({ assembly, templateFile }: Stack, position: Position): Source | undefined {
  return assembly.origin === 'templates' ? { file: templateFile, ...position, approximate: false } : undefined;
}

/** Annotations and other tools break lines; a report breaks them itself. */
function inOneLine(message: string): string {
  if (!message.includes('\n')) return message;
  const lines = message.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

function describePlace({ stack, resource, propertyPath }: PlaceParts, position: Position, source: Source): Omit<RelatedPlace, 'message'> {
  const { id, name, environment, assembly, templateFile } = stack;
  return {
    stack: { id, name, account: environment.account ?? null, region: environment.region ?? null, assembly: assembly.path },
    resource:
      resource === undefined ? null : { logicalId: resource.logicalId, type: resource.type, constructPath: resource.constructPath ?? null },
    propertyPath,
    template: { file: templateFile, ...position },
    source,
  };
}
