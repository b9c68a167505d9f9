import { counted } from '../../counted.js';
import type { GraphDocument, GraphUnresolved } from '../../graph/document.js';
import { groupBy } from '../../group-by.js';
import type { ReporterOptions } from '../reporter.js';
import { escapeControlCharacters, escapeWorkflowCommands } from '../text/escape.js';
import { createLayout } from '../text/layout.js';
import { countConnections } from './connections.js';
import { kindName, reasonInWords } from './words.js';

const CLASSES: Readonly<Record<GraphUnresolved['class'], string>> = {
  external: 'names something that no stack here defines',
  public: 'names a parameter that AWS keeps',
  unknown: 'cannot be known before the deployment',
  conditional: 'depends on a condition that is not known',
};

/** For people: every reference that leads nowhere in the graph, and why. */
export function listUnresolved(document: GraphDocument, options: Pick<ReporterOptions, 'colors' | 'width'>): string {
  const { style, wrap } = createLayout(options);
  const { exact, inferred } = countConnections(document);
  const { unresolved } = document;
  const paths = new Map(document.resources.map(({ id, constructPath }) => [id, constructPath]));
  const describe = (together: readonly [GraphUnresolved, ...GraphUnresolved[]]): readonly string[] => {
    const [{ kind, name, reason }] = together;
    return [
      wrap(
        `${style('cyan', escapeControlCharacters(name === '' ? '(no name)' : name))}  ${style('dim', escapeControlCharacters(`${kindName(kind)}: ${reasonInWords(reason)}`))}`,
        '  ',
      ),
      ...together.map(({ from, property }) => wrap(escapeControlCharacters(`${paths.get(from) ?? from}  ${property.join('.')}`), '    ')),
    ];
  };
  const blocks = [...groupBy(unresolved, (reference) => reference.class)].map(([name, references]) => {
    const heading = `${style('bold', `${name} (${references.length})`)} ${CLASSES[name]}`;
    const targets = [...groupBy(references, ({ kind, name, reason }) => JSON.stringify([kind, name, reason])).values()];
    return [heading, ...targets.flatMap(describe)].join('\n');
  });
  const found = `${counted(exact, 'link is', 'links are')} exact, ${inferred} inferred from equal names or ARNs.`;
  const summary =
    unresolved.length === 0
      ? `Every reference is resolved. ${found}`
      : `${counted(unresolved.length, 'reference')} cannot be followed. ${found}`;
  return `${escapeWorkflowCommands([...blocks, wrap(style('bold', summary), '')].join('\n\n'))}\n`;
}
