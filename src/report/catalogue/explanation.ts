import { structuredPatch } from 'diff';
import type { Check } from '../../check/check.js';
import type { Example } from '../../check/example.js';
import type { ReporterOptions } from '../reporter.js';
import { createLayout, type Layout } from '../text/layout.js';
import { SEVERITY_STYLES } from '../text/severity-styles.js';
import { exampleInYaml } from './example-yaml.js';
import { suppressionOf } from './suppression-example.js';

interface Options extends Pick<ReporterOptions, 'colors' | 'width'> {
  /** The check's fix, with its code in the language of the reader. */
  readonly fix: string;
  /** The fix as code. */
  readonly code?: string | undefined;
}

/** All that a check says of itself. */
export function explainCheck({ id, title, severity, docs }: Check, { fix, code, ...options }: Options): string {
  const layout = createLayout(options);
  const heading = (text: string) => layout.style('bold', text);
  const blocks = [
    `${layout.style(SEVERITY_STYLES[severity], severity)} ${heading(id)}\n${title}`,
    layout.wrap(docs.why, ''),
    layout.wrap(`${heading('Fix:')} ${fix}`, ''),
    ...(code === undefined
      ? []
      : [
          code
            .split('\n')
            .map((line) => `  ${layout.style('green', line)}`)
            .join('\n'),
        ]),
    ...(docs.templateFix === undefined ? [] : [layout.wrap(`${heading('Fix in a template:')} ${docs.templateFix}`, '')]),
    `${heading('Sources:')}\n${docs.sources.map((source) => `  ${source}`).join('\n')}`,
    `${heading('Suppress:')}\n${suppressionOf(id)}`,
    `${heading('Example:')} ${layout.style('red', '- incorrect')}  ${layout.style('green', '+ correct')}\n${writeChange(docs.bad, docs.good, layout)}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Lines around a change that are shown. */
const CONTEXT = 3;

/** What has to change in the example, as a diff of the templates; a stack that stays as it is is named only. */
function writeChange(bad: Example, good: Example, { style }: Layout): string {
  const before = new Map(exampleInYaml(bad).map((stack) => [stack.heading, stack.yaml]));
  const after = new Map(exampleInYaml(good).map((stack) => [stack.heading, stack.yaml]));
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((heading) => before.get(heading) !== after.get(heading));
  return changed
    .map((heading) => {
      const { hunks } = structuredPatch('', '', before.get(heading) ?? '', after.get(heading) ?? '', '', '', { context: CONTEXT });
      const lines = hunks.flatMap((hunk, index) => [...(index > 0 ? ['  …'] : []), ...hunk.lines]);
      return [style('dim', `  # ${heading}`), ...lines.map((line) => `  ${colored(line, style)}`)].join('\n');
    })
    .join('\n\n');
}

function colored(line: string, style: Layout['style']): string {
  return line.startsWith('-') ? style('red', line) : line.startsWith('+') ? style('green', line) : line;
}
