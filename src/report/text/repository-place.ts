import type { RelatedPlace } from '../../finding/report.js';
import type { AppFiles, ReportContext } from '../reporter.js';

export interface RepositoryPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number | null;
}

/** The line that makes the construct; without a trace of it the app's entry. */
export function annotatedPlace({ source, stack }: RelatedPlace, { appOf }: Pick<ReportContext, 'appOf'>): RepositoryPlace | undefined {
  return source ?? startOf(appOf(stack.assembly).entry);
}

/** As above, but never nothing: GitHub refuses a whole upload for one result without a place. */
export function placeInRepository(place: RelatedPlace, context: Pick<ReportContext, 'appOf'>): RepositoryPlace {
  const { stack, template } = place;
  const config: AppFiles['config'] = context.appOf(stack.assembly).config;
  return annotatedPlace(place, context) ?? startOf(config) ?? { ...template, file: inside(`${stack.assembly}/${template.file}`) };
}

function startOf(file: string | undefined): RepositoryPlace | undefined {
  return file === undefined ? undefined : { file, line: 1, column: null };
}

/** Without what leads out of the repository. */
function inside(path: string): string {
  const steps = path.split(/[\\/]/).filter((step) => step !== '' && step !== '.' && step !== '..' && !/^[A-Za-z]:$/.test(step));
  return steps.join('/');
}
