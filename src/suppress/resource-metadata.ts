import { isObject, own, ownList, ownObject, ownString } from '../assembly/json.js';
import type { Json, JsonObject } from '../assembly/model.js';
import type { GlobBudget } from '../config/glob.js';
import type { UnlocatedFinding } from '../finding/unlocated-finding.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { isDay } from './day.js';
import { idMatcher } from './ids.js';
import type { Suppression } from './suppression.js';

/** What templates and resources say of themselves in their `Metadata`, in our form and in those of cdk-nag and cfn-lint. */
export interface MetadataSuppressions {
  readonly suppressions: readonly Suppression[];
  /** What was meant to be one, in words. */
  readonly problems: readonly string[];
}

/** Keys of `Metadata` that may hold suppressions; most resources have none but CDK's own. */
const SECTIONS: ReadonlySet<string> = new Set(['synthcheck', 'cdk_nag', 'cfn-lint']);

function hasSection(metadata: JsonObject): boolean {
  for (const key in metadata) if (SECTIONS.has(key)) return true;
  return false;
}

export function readMetadataSuppressions(graph: ResourceGraph, budget: GlobBudget): MetadataSuppressions {
  const suppressions: Suppression[] = [];
  const problems: string[] = [];
  for (const resource of graph.resources()) {
    const metadata = ownObject(resource.raw, 'Metadata');
    if (metadata === undefined || !hasSection(metadata)) continue;
    for (const entry of readOwn(resource, own(metadata, 'synthcheck'), budget)) {
      if (typeof entry === 'string') problems.push(entry);
      else suppressions.push(entry);
    }
    for (const suppression of readNag(resource, metadata)) suppressions.push(suppression);
    for (const suppression of readCfnLint(resource, metadata)) suppressions.push(suppression);
  }
  for (const stack of graph.stacks) {
    const ignored = ignoredByCfnLint(stack.template.metadata);
    if (ignored.length === 0) continue;
    const isMeant = isIgnoredByCfnLint(ignored);
    const covers = ({ checkId, place }: UnlocatedFinding): boolean => place.stack === stack && isMeant(checkId);
    suppressions.push({ ids: ['cfn-lint/*'], name: '`Metadata.cfn-lint`', covers, isOwn: false });
  }
  return { suppressions, problems };
}

/** `synthcheck: { ignore: [{ id, reason, until }] }`. What is not one of these is a problem, in words. */
function* readOwn(resource: Resource, section: Json | undefined, budget: GlobBudget): Generator<Suppression | string> {
  if (section === undefined) return;
  const where = `\`Metadata.synthcheck\` of \`${resource.constructPath ?? resource.id}\``;
  const entries = isObject(section) ? own(section, 'ignore') : undefined;
  if (!Array.isArray(entries)) {
    yield `${where} does nothing: write \`{ ignore: [{ id, reason }] }\`.`;
    return;
  }
  for (const entry of entries as readonly Json[]) {
    const id = isObject(entry) ? ownString(entry, 'id') : undefined;
    const reason = isObject(entry) ? ownString(entry, 'reason') : undefined;
    const until = isObject(entry) ? own(entry, 'until') : undefined;
    if (id === undefined || reason === undefined || reason.trim() === '')
      yield `${where} has an entry without \`${id === undefined ? 'id' : 'reason'}\`: it does nothing.`;
    else if (until !== undefined && !isDay(until))
      yield `${where} has an entry whose \`until\` is no date like \`2027-03-31\`: it does nothing.`;
    else yield onResource(resource, [id], idMatcher([id], budget), { name: `\`${id}\` in ${where}`, reason, until, isOwn: true });
  }
}

/** `cdk_nag: { rules_to_suppress: [{ id, reason }] }`, for cdk-nag's own rules. */
function readNag(resource: Resource, metadata: JsonObject): readonly Suppression[] {
  const rules = ownList(ownObject(metadata, 'cdk_nag') ?? {}, 'rules_to_suppress');
  return rules.flatMap((rule) => {
    if (!isObject(rule)) return [];
    const id = ownString(rule, 'id');
    if (id === undefined) return [];
    // A rule that has several findings in one resource names each: `AwsSolutions-IAM5[Action::s3:*]`.
    const isMeant = (checkId: string): boolean => {
      const rule = checkId.slice(checkId.indexOf('/') + 1);
      return rule === id || rule.startsWith(`${id}[`);
    };
    return [
      onResource(resource, [`*/${id}`], isMeant, {
        name: `\`${id}\` in \`Metadata.cdk_nag\``,
        reason: ownString(rule, 'reason'),
        isOwn: false,
      }),
    ];
  });
}

/** `cfn-lint: { config: { ignore_checks: ['E3012'] } }`, which the rules on WebAssembly do not read. */
function readCfnLint(resource: Resource, metadata: JsonObject): readonly Suppression[] {
  const ignored = ignoredByCfnLint(metadata);
  if (ignored.length === 0) return [];
  return [onResource(resource, ['cfn-lint/*'], isIgnoredByCfnLint(ignored), { name: '`Metadata.cfn-lint`', isOwn: false })];
}

/** https://github.com/aws-cloudformation/cfn-lint#resource-based-metadata */
function ignoredByCfnLint(metadata: JsonObject): readonly string[] {
  const config = ownObject(ownObject(metadata, 'cfn-lint') ?? {}, 'config') ?? {};
  return ownList(config, 'ignore_checks').filter((entry): entry is string => typeof entry === 'string');
}

/** cfn-lint takes the beginning of an id too (`E30`), and has `E3002` where the rules on WebAssembly have `F3002`. */
function isIgnoredByCfnLint(ignored: readonly string[]): (checkId: string) => boolean {
  return (checkId) => {
    if (!checkId.startsWith('cfn-lint/')) return false;
    const rule = checkId.slice('cfn-lint/'.length);
    return ignored.some((beginning) => beginning !== '' && (rule.startsWith(beginning) || asErrors(rule).startsWith(asErrors(beginning))));
  };
}

function asErrors(rule: string): string {
  return rule.replace(/^F/, 'E');
}

function onResource(
  resource: Resource,
  ids: readonly string[],
  isMeant: (checkId: string) => boolean,
  rest: Pick<Suppression, 'name' | 'reason' | 'until' | 'isOwn'>,
): Suppression {
  return { ids, at: { resource }, covers: ({ checkId }: UnlocatedFinding) => isMeant(checkId), ...rest };
}
