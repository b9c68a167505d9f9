import { structuredPatch } from 'diff';
import { FIXES, fixCode } from '../../checks/fix-code.js';
import type { Example } from '../../src/check/example.js';
import { catalogueSection } from '../../src/finding/unlocated-finding.js';
import { groupBy } from '../../src/group-by.js';
import { exampleInYaml } from '../../src/report/catalogue/example-yaml.js';
import type { CheckFile } from './check-files.js';

/** `checks/index.ts`: all checks as one list. */
export function writeIndex(files: readonly CheckFile[]): string {
  const byFile = [...groupBy(files, ({ file }) => file)].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    '// Generated from the files of this folder by `npm run generate`. Do not edit.',
    "import type { Check } from '../src/check/check.js';",
    ...byFile.map(([file, exported]) => `import ${importedFrom(exported)} from './${file}.js';`),
    '',
    '/** Every check, sorted by id. */',
    'export const checks: readonly Check[] = [',
    ...files.map(({ id }) => `  ${variableOf(id)},`),
    '];',
    '',
  ].join('\n');
}

function importedFrom(exported: readonly CheckFile[]): string {
  const [first] = exported;
  if (first?.name === 'default') return variableOf(first.id);
  return `{ ${exported.map(({ name, id }) => `${name} as ${variableOf(id)}`).join(', ')} }`;
}

function variableOf(id: string): string {
  return id.replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The checks of each group: `route53` has those of `checks/route53/`. */
export function groupsOf(files: readonly CheckFile[]): ReadonlyMap<string, readonly CheckFile[]> {
  return groupBy(files, ({ id }) => id.slice(0, id.indexOf('/')));
}

/** `checks/README.md`: a line for each check. */
export function writeContents(files: readonly CheckFile[]): string {
  const groups = [...groupsOf(files)].map(([group, checks]) =>
    [
      `## [${group}](${group}/README.md)\n`,
      '| check | severity | what is wrong |',
      '|---|---|---|',
      ...checks.map(({ check: { id, severity, title } }) => `| [\`${id}\`](${catalogueSection(id)}) | ${severity} | ${title} |`),
    ].join('\n'),
  );
  return `${[
    '# Checks',
    'Generated from the checks by `npm run generate`; do not edit. The page of a group, and `synthcheck explain ID`, say of each check why it matters, what to write instead, and from which sources. `FIXES.md` beside it has what to write as code in each language.',
    'The severity is the worst that a check gives.',
    ...groups,
  ].join('\n\n')}\n`;
}

/** `checks/<group>/README.md`: what each check finds, why, and how to fix it. GitHub shows files of up to 512 KiB. */
export function writePage(group: string, files: readonly CheckFile[]): string {
  return `${[
    `# Checks: ${group}`,
    'Generated from the checks by `npm run generate`; do not edit. [All groups](../README.md).',
    files.map(({ check: { id, title } }) => `- [${id}](#${anchorOf(id)}): ${title}`).join('\n'),
    'The examples are tests: the first is reported, the second is not. They are read with this configuration:',
    '```json\n{ "deletion": { "destroyable": ["*-test*"], "retained": ["*-prod*"] } }\n```',
    ...files.flatMap(writeSection),
  ].join('\n\n')}\n`;
}

function writeSection({ file, check: { id, title, severity, docs } }: CheckFile): readonly string[] {
  return [
    `## ${id}`,
    // The others are in `<id>.ts`.
    `**${title}** · ${severity}${file === id ? '' : ` · [code](../${file}.ts)`}`,
    docs.why,
    `**Instead:** ${docs.fix}${FIXES.includes(id) ? ` ([in each language](FIXES.md#${anchorOf(id)}))` : ''}`,
    ...(docs.templateFix === undefined ? [] : [`**In a template:** ${docs.templateFix}`]),
    `Sources: ${docs.sources.map((source) => `<${source}>`).join(', ')}`,
    fold('Incorrect', docs.bad),
    fold('Correct', docs.good, docs.bad),
  ];
}

/** Of what stands above already only the changes are written again. */
function fold(summary: string, example: Example, above: Example = {}): string {
  const known = new Map(exampleInYaml(above).map(({ heading, yaml }) => [heading, yaml]));
  const stacks = exampleInYaml(example).map(({ heading, yaml }) => {
    const before = known.get(heading);
    if (before === yaml) return `${heading}, as above.`;
    const changes = before === undefined ? undefined : changesOf(before, yaml);
    const block = changes !== undefined && changes.length < yaml.length ? `diff\n${changes}` : `yaml\n${yaml}`;
    return `${heading}:\n\n\`\`\`${block}\`\`\``;
  });
  return `<details><summary>${summary}</summary>\n\n${stacks.join('\n\n')}\n\n</details>`;
}

/** The lines that differ, with the two before and behind them. */
function changesOf(before: string, after: string): string {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 2 });
  return hunks.map(({ lines }) => `${lines.join('\n')}\n`).join('  …\n');
}

const TITLES = { typescript: 'TypeScript', python: 'Python', java: 'Java', csharp: 'C#', go: 'Go' } as const;

/** The groups that have fixes as code, each with the ids of those checks. */
export function groupsOfFixes(): ReadonlyMap<string, readonly string[]> {
  return groupBy(FIXES, (id) => id.slice(0, id.indexOf('/')));
}

/** `checks/<group>/FIXES.md`: what to write, in every language. */
export function writeFixes(group: string, ids: readonly string[]): string {
  const sections = ids.map((id) => {
    const codes = (Object.keys(TITLES) as (keyof typeof TITLES)[]).flatMap((language) => {
      const code = fixCode(id, language);
      return code === undefined
        ? []
        : [`<details><summary>${TITLES[language]}</summary>\n\n\`\`\`${language}\n${code}\n\`\`\`\n\n</details>`];
    });
    return [`## ${id}`, `What it is about: [${id}](README.md#${anchorOf(id)}).`, ...codes].join('\n\n');
  });
  const head = `Generated from \`checks/${group}/fixes\` by \`npm run translate-fixes\` and \`npm run generate\`; do not edit. \`synthcheck explain ID --language python\` prints one.`;
  return `${[`# Checks: ${group}, what to write in every language of the CDK`, head, ...sections].join('\n\n')}\n`;
}

/** Of the section of a check in the page of its group. */
function anchorOf(id: string): string {
  return catalogueSection(id).split('#')[1] as string;
}
