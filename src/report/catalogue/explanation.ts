import type { Check } from '../../check/check.js';
import type { Example } from '../../check/example.js';
import type { ReporterOptions } from '../reporter.js';
import { createLayout, type Layout } from '../text/layout.js';
import { SEVERITY_STYLES } from '../text/severity-styles.js';
import { exampleInYaml } from './example-yaml.js';

/** All that a check says of itself. */
export function explainCheck({ id, title, severity, docs }: Check, options: Pick<ReporterOptions, 'colors' | 'width'>): string {
  const layout = createLayout(options);
  const heading = (text: string) => layout.style('bold', text);
  const blocks = [
    `${layout.style(SEVERITY_STYLES[severity], severity)} ${heading(id)}\n${title}`,
    layout.wrap(docs.why, ''),
    layout.wrap(`${heading('Instead:')} ${docs.fix}`, ''),
    `${heading('Sources:')}\n${docs.sources.map((source) => `  ${source}`).join('\n')}`,
    `${heading('Reported:')}\n${writeExample(docs.bad, layout)}`,
    `${heading('Not reported:')}\n${writeExample(docs.good, layout)}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function writeExample(example: Example, { style }: Layout): string {
  return exampleInYaml(example)
    .map(({ heading, yaml }) => `  ${style('dim', `# ${heading}`)}\n${yaml.trimEnd().replace(/^/gm, '  ')}`)
    .join('\n\n');
}
