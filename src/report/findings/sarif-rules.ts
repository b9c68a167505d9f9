import type { ReportingDescriptor } from 'sarif';
import type { Finding } from '../../finding/report.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../../language.js';
import type { FixCodes, ReportContext } from '../reporter.js';
import { codeBlock } from '../text/markdown.js';
import { escapeSarif } from './sarif-locations.js';

type Check = ReturnType<ReportContext['checks']['get']>;

export const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;
/** GitHub's own three: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning */
const SEVERITIES = { error: 'error', warning: 'warning', info: 'recommendation' } as const;

/** What a check says of itself; of another tool's rule what its finding says. */
export function toRule(id: string, check: Check, finding: Finding, codes: FixCodes = {}): ReportingDescriptor {
  const severity = check?.severity ?? finding.severity;
  return {
    id,
    name: nameOf(id),
    ...(check === undefined ? describeForeign(finding) : describe(check, finding, codes)),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['cdk', ...(id.includes('/') ? [id.slice(0, id.indexOf('/'))] : [])],
      precision: 'high',
      'problem.severity': SEVERITIES[severity],
    },
  };
}

function describe({ title, docs }: NonNullable<Check>, finding: Finding, codes: FixCodes): Partial<ReportingDescriptor> {
  const { why, fix, sources } = docs;
  return {
    shortDescription: { text: escapeSarif(`${title}.`) },
    fullDescription: { text: escapeSarif(why) },
    help: {
      text: escapeSarif(`${why}\n\nFix: ${fix}\n\n${sources.join('\n')}`),
      markdown: `${why}\n\n**Fix:** ${fix}${inLanguages(finding, codes)}\n\n${sources.map((source) => `- <${source}>`).join('\n')}`,
    },
    ...(sources[0] !== undefined && { helpUri: sources[0] }),
  };
}

/** That of the app first; what is a part of a template has no other language. */
function inLanguages({ fixExample }: Finding, codes: FixCodes): string {
  const own = LANGUAGES.find((language) => language === fixExample?.language);
  if (fixExample !== undefined && own === undefined) return `\n\n${codeBlock(fixExample.text, fixExample.language)}`;
  const all: FixCodes = fixExample === undefined ? codes : { ...codes, [fixExample.language]: fixExample.text };
  return [...(own === undefined ? [] : [own]), ...LANGUAGES.filter((language) => language !== own)]
    .flatMap((language) => {
      const text = all[language];
      return text === undefined ? [] : [`\n\n${LANGUAGE_NAMES[language]}:\n\n${codeBlock(text, language)}`];
    })
    .join('');
}

/** The rule itself is not here: what the first of its findings says stands for it. */
function describeForeign({ checkId, message, fix, docs }: Finding): Partial<ReportingDescriptor> {
  const isPage = /^https:\/\/[\w.-]+\//.test(docs) && URL.canParse(docs);
  return {
    shortDescription: { text: escapeSarif(`${checkId}: ${firstSentence(message)}`) },
    fullDescription: { text: escapeSarif(message) },
    help: {
      text: escapeSarif([message, `Fix: ${fix}`, isPage ? docs : ''].filter((line) => line !== '' && line !== 'Fix: ').join('\n\n')),
    },
    ...(isPage && { helpUri: new URL(docs).href }),
  };
}

const MAX_TITLE = 200;

function firstSentence(text: string): string {
  const end = text.search(/[.!?](?:\s|$)/);
  const first = end === -1 ? text : text.slice(0, end + 1);
  return first.length > MAX_TITLE ? `${first.slice(0, MAX_TITLE - 1)}…` : first;
}

/** `route53/set-identifier-missing` as `Route53SetIdentifierMissing`. */
function nameOf(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('');
}
