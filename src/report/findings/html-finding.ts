import { isFixOfCheck } from '../../finding/fix-of-check.js';
import { formatPath } from '../../finding/format-path.js';
import type { Finding, RelatedPlace, ReportDiagnostic } from '../../finding/report.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../../language.js';
import type { ReportContext } from '../reporter.js';
import { html, htmlProse, Markup } from '../text/html.js';
import { formatStack, formatSubject, formatTemplatePlace } from '../text/words.js';

type Context = Pick<ReportContext, 'checks' | 'fixCodes' | 'linkTo' | 'sourceLine'>;

/** Of a line of the app. */
const MAX_CHARACTERS = 200;

/** Where a finding is in the lists of the page. */
interface Numbers {
  readonly index: number;
  readonly stack: number;
  readonly cause: number;
}

/** A finding as a card of the page; what the page filters by stands in its attributes. */
export function writeFinding(finding: Finding, { index, stack, cause }: Numbers, context: Context): Markup {
  const { checks } = context;
  const { severity, checkId, message, fix, related } = finding;
  const title = checks.get(checkId)?.title;
  const groupTitle = { error: 'Errors', warning: 'Warnings', info: 'Info' }[severity];
  return html`<article class="finding level-${severity}" data-index="${index}" data-severity="${severity}" data-severity-title="${groupTitle}" data-stack="${stack}" data-cause="${cause}" data-check="${checkId}">
<header><span class="severity">${severity}</span><code>${checkId}</code><button type="button" class="show" hidden>Show in graph</button></header>
${title !== undefined && html`<h3>${title}</h3>`}
<p>${htmlProse(message)}</p>
${fix !== '' && html`<p class="fix"><strong>Fix</strong> ${htmlProse(fix)}</p>`}${writeCode(finding, context)}
${writePlace(finding, context)}
${related.map((place) => html`<div class="related"><p>${htmlProse(place.message)}</p>${writePlace(place, context)}</div>`)}
</article>
`;
}

/** The code of the fix in the language of the app; what the other tabs hold, the page's script knows. */
function writeCode({ checkId, fix, fixExample }: Finding, { checks, fixCodes }: Context): Markup {
  const codes = fixExample !== undefined || isFixOfCheck(fix, checks.get(checkId)?.docs.fix) ? fixCodes?.(checkId) : undefined;
  const text = fixExample?.text ?? codes?.typescript;
  if (text === undefined) return html``;
  // Parts of templates have no other language.
  const language = LANGUAGES.find((name) => name === (fixExample?.language ?? 'typescript'));
  const tabs =
    codes !== undefined && language !== undefined && html` data-code-of="${checkId}" data-language="${LANGUAGE_NAMES[language]}"`;
  return html`<pre class="fix"${tabs}>${codeLines(text)}</pre>`;
}

/** Line ends stay, all other control characters are shown. */
function codeLines(text: string): readonly Markup[] {
  return text.split('\n').map((line) => html`${line}${NEW_LINE}`);
}

const NEW_LINE = new Markup('\n');

function writePlace(place: Omit<RelatedPlace, 'message'>, { linkTo, sourceLine }: Context): Markup {
  const { source, propertyPath, stack } = place;
  const near = source?.approximate ? 'near ' : '';
  const url = source === null ? undefined : linkTo(source.file, source.line);
  const made = source && `${near}${source.file}:${source.line}${source.column === null ? '' : `:${source.column}`}`;
  const rows: readonly (readonly [string, string | null])[] = [
    ['Construct', formatSubject(place)],
    ['Property', propertyPath.length === 0 ? null : formatPath(propertyPath)],
    ['Source', made],
    ['Template', formatTemplatePlace(place)],
    ['Stack', formatStack(stack)],
  ];
  const write = (name: string, value: string): Markup => {
    const text = html`<code>${value}</code>`;
    return name === 'Source' ? html`${writeSource(text, source, url)}${writeSourceLine(place, sourceLine)}` : text;
  };
  return html`<dl>${rows.flatMap(([name, value]) => (value === null ? [] : [html`<dt>${name}</dt><dd>${write(name, value)}</dd>`]))}</dl>`;
}

/** The line of the app, so that nobody has to open the file to know which construct it is. */
function writeSourceLine({ source, stack }: Pick<RelatedPlace, 'source' | 'stack'>, sourceLine: Context['sourceLine']): Markup {
  const text = source === null ? undefined : sourceLine(source.file, source.line, stack.assembly)?.trim();
  if (text === undefined || text === '') return html``;
  return html`<code class="line">${text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text}</code>`;
}

/** With what the page needs for a link to the reader's editor. */
export function writeSource(
  text: Markup,
  source: { readonly file: string; readonly line: number; readonly column?: number | null } | null,
  url: string | undefined,
): Markup {
  if (source === null) return text;
  const { file, line, column } = source;
  const place = html` data-file="${file}" data-line="${line}" data-column="${column ?? 1}"`;
  return url === undefined ? html`<span${place}>${text}</span>` : html`<a href="${url}" rel="noreferrer"${place}>${text}</a>`;
}

/** What could not be read. */
export function writeNotes(diagnostics: readonly ReportDiagnostic[]): Markup {
  if (diagnostics.length === 0) return html``;
  const items = diagnostics.map(
    ({ severity, message, file }) =>
      html`<li class="level-${severity}"><span class="severity">${severity}</span> ${file !== undefined && html`<code>${file}</code> `}${htmlProse(message)}</li>`,
  );
  return html`<section class="notes"><h2>About the assembly and the run</h2><ul class="links">${items}</ul></section>`;
}
