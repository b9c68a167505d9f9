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

export function toFindings(detected: readonly UnlocatedFinding[], sourceOf: (place: PlaceParts) => Source): readonly Finding[] {
  return locateFindings(detected, sourceOf).map(({ finding }) => finding);
}

/** Gives what was detected its positions and fingerprints, in the order of the report. */
export function locateFindings(all: readonly UnlocatedFinding[], sourceOf: (place: PlaceParts) => Source): readonly Located[] {
  const positions = findTemplatePositions(all.flatMap(({ place, related }) => [place, ...related.map((other) => other.place)]));
  const describe = (place: PlaceParts) => {
    const position = positions.get(place) as Position;
    return describePlace(place, position, sourceIn(place.stack, position) ?? sourceOf(place));
  };

  const findings = all.map((detected) => {
    const { checkId, severity, message, fix, docs, place, related } = detected;
    const example = exampleFor(detected);
    const places = {
      ...(example && { fixExample: example }),
      ...describe(place),
      related: related.map(({ message, place }) => ({ message, ...describe(place) })),
    };
    return { detected, finding: { checkId, severity, message: inOneLine(message), fix, docs, ...places } };
  });
  findings.sort((a, b) => compareFindings(a.finding, b.finding));
  const fingerprints = new Fingerprints();
  return findings.map(({ detected, finding: { checkId, severity, message, fix, docs, ...rest } }) => {
    const key = fingerprints.next(checkId, detected.place);
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
      ...rest,
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
