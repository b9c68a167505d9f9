import type { Report } from '../finding/report.js';
import { detectProject, placeOf } from './init/project.js';

interface Given {
  readonly assemblies?: readonly string[] | undefined;
  readonly template?: readonly string[] | undefined;
  readonly config?: string | undefined;
  readonly stack?: readonly string[] | undefined;
}

/** The command line that makes the assembly anew and checks it again: `npx cdk synth --quiet && npx synthcheck`. */
export function checkAgain({ assemblies = [], template = [], config, stack = [] }: Given, report: Report, folder: string): string {
  const { parts, synth } = detectProject(folder, placeOf(folder));
  const words = [
    parts.synthcheck,
    ...assemblies.map(quoted),
    ...template.flatMap((given) => ['--template', quoted(given)]),
    ...(config === undefined ? [] : ['--config', quoted(config)]),
    ...stack.flatMap((name) => ['--stack', quoted(name)]),
  ];
  const isSynthesized = report.assemblies.some(({ manifestVersion }) => manifestVersion !== null);
  return `${isSynthesized ? `${synth} && ` : ''}${words.join(' ')}`;
}

/** As a word of a POSIX shell. */
function quoted(word: string): string {
  return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
