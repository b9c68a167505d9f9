import { SEVERITIES } from './problem.js';

/** What a value that is meant to be a check lacks, in words. Undefined when it is one. */
export function describeInvalidCheck(value: unknown): string | undefined {
  const check = Object(value) as Readonly<Record<string, unknown>>;
  const { id } = check;
  if (typeof id !== 'string' || !/^[\w.-]+(\/[\w.-]+)+$/.test(id)) return 'a check has an `id` such as `naming/bucket-without-prefix`';
  const lacks = (what: string): string => `the check \`${id}\` has no ${what}`;
  if (typeof check.title !== 'string') return lacks('`title`');
  if (!SEVERITIES.some((severity) => severity === check.severity)) return lacks(`\`severity\` of ${SEVERITIES.join(', ')}`);
  const docs = Object(check.docs) as Readonly<Record<string, unknown>>;
  for (const key of ['why', 'fix']) if (typeof docs[key] !== 'string') return lacks(`\`docs.${key}\``);
  for (const key of ['sources']) if (!Array.isArray(docs[key])) return lacks(`\`docs.${key}\``);
  for (const key of ['bad', 'good']) if (typeof docs[key] !== 'object' || docs[key] === null) return lacks(`\`docs.${key}\``);
  const forms = ['resource', 'stack', 'graph'].filter((form) => typeof check[form] === 'function');
  if (forms.length !== 1) return `the check \`${id}\` needs one of \`resource\`, \`stack\` and \`graph\``;
  if (forms[0] === 'resource' && !Array.isArray(check.types)) return lacks('`types`');
  if (check.needs !== undefined && !Array.isArray(check.needs)) return `the check \`${id}\` has \`needs\` that are no list`;
  if (check.among !== undefined && typeof check.among !== 'function') return `the check \`${id}\` has an \`among\` that is no function`;
  return undefined;
}
