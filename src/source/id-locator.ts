import { memoize, memoizeByKey } from '../memoize.js';
import { type ConstructIds, type Definition, type IdPlace, readConstructIds } from './construct-ids.js';
import type { ContainedFiles } from './contained-files.js';
import type { SourcePosition } from './frame-resolver.js';

const MAX_PATHS = 2_000;
const MAX_SEGMENTS = 16;
/** The id of a construct is the second argument of what creates it, after its scope. */
const ID_ARGUMENT = 1;

/**
 * For apps without traces: Go and C# have none, Python and Java have them with JSII_HOST_STACK_TRACES alone (https://github.com/aws/jsii/pull/5153),
 * and aws-cdk-lib before 2.254 had none by default. The place where the code has the construct's id in quotes stands in, if there is but one.
 */
export function createIdLocator(
  files: ContainedFiles,
  code: () => readonly string[],
): (constructPath: string) => SourcePosition | undefined {
  const ids = memoize(() => readConstructIds(files, code()));
  return memoizeByKey((path) => {
    const place = findPlace(path.split('/').slice(0, MAX_SEGMENTS), ids());
    return place && { file: files.toRelative(place.file), line: place.call.line + 1, column: undefined, approximate: true };
  }, MAX_PATHS);
}

/** From the stack inwards: the ids of each construct are looked for where the class or function that creates it is defined. */
function findPlace(path: readonly string[], ids: ConstructIds): IdPlace | undefined {
  let place: IdPlace | undefined;
  let scope: readonly Definition[] | undefined;
  for (const id of path) {
    const [found, ...others] = firstSome([
      () => candidates(ids.placesOf(id), scope),
      () => candidates(ids.templatesOf(id), scope),
      // What is called to create it may be outside of the class.
      () => (scope === undefined ? [] : candidates(ids.templatesOf(id), undefined)),
    ]);
    if (found === undefined || others.length > 0) {
      // A stack's id is often computed. Where the construct in it has an id that is written once, this is still it.
      if (place === undefined) continue;
      return place;
    }
    place = found;
    scope = found.call.names.flatMap((name) => ids.definitionsOf(name));
    // A construct of a library: its children are not the app's.
    if (scope.length === 0) return place;
  }
  return place;
}

function candidates(places: readonly IdPlace[], scope: readonly Definition[] | undefined): readonly IdPlace[] {
  const within =
    scope === undefined
      ? places
      : places.filter(({ file, line }) => scope.some((part) => part.file === file && part.from <= line && line < part.to));
  const asId = within.filter(({ call }) => call.argument === ID_ARGUMENT);
  return asId.length > 0 || scope === undefined ? asId : within;
}

function firstSome<T>(lists: readonly (() => readonly T[])[]): readonly T[] {
  for (const list of lists) {
    const found = list();
    if (found.length > 0) return found;
  }
  return [];
}
