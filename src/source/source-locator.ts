import { dirname } from 'node:path';
import type { ConstructMetadata } from '../assembly/metadata.js';
import { withoutLeadingSlash } from '../assembly/metadata-entries.js';
import { memoize, memoizeByKey } from '../memoize.js';
import { findAppFolder, listCode } from './code-files.js';
import { createContainedFiles } from './contained-files.js';
import { createFrameResolver, type SourcePosition } from './frame-resolver.js';
import { createIdLocator } from './id-locator.js';
import { createSourceFinder, foldersOf } from './source-files.js';
import { creationFrames, userFrames } from './trace.js';

export type { SourcePosition } from './frame-resolver.js';

export interface SourceRoots {
  /** Reported files are relative to it, and no file outside it is read. */
  readonly projectRoot: string;
  readonly assemblyRoot: string;
  readonly workingDirectory: string;
}

/** Where the user's code creates a construct, given by its path without leading slash. */
export interface SourceLocator {
  /** By its trace, else by its id in the code. Undefined when neither is there. */
  locate(constructs: ConstructMetadata, constructPath: string): SourcePosition | undefined;
  /** By its own trace alone: no file is read that it does not name. */
  locateCreation(constructs: ConstructMetadata, constructPath: string): SourcePosition | undefined;
  /** Of a trace as the CDK wrote it, innermost frame first: the first place in the project. */
  locateFrames(trace: readonly string[]): SourcePosition | undefined;
}

/** Construct paths come from the assembly; real ones are far from these bounds. */
const MAX_PATH_LENGTH = 1_024;
const MAX_ANCESTORS = 32;

/**
 * Only ten frames are captured (`Error.stackTraceLimit`), and some constructs are made by the synthesis itself, so that many have no frame
 * of the user's. Then the nearest ancestor's place stands in: its own, that of its default child, or that of the first construct below it.
 */
export function createSourceLocator(roots: Omit<SourceRoots, 'workingDirectory'> & Partial<SourceRoots>): SourceLocator {
  const { projectRoot, assemblyRoot, workingDirectory } = { workingDirectory: process.cwd(), ...roots };
  const files = createContainedFiles(projectRoot);
  const folders = memoize(() => foldersOf(files.root(), [dirname(assemblyRoot), workingDirectory]));
  const code = memoize(() => listCode(findAppFolder(folders())));
  const resolveFrames = createFrameResolver(files, createSourceFinder(files, folders, code));
  const locateId = createIdLocator(files, code);
  /** By entries, which a stack shares with those nested in it. */
  const known = new WeakMap<ReturnType<ConstructMetadata['entries']>, ReturnType<typeof createStackLocator>>();

  function createStackLocator(constructs: ConstructMetadata) {
    const ownPlace = memoizeByKey((path) => resolveFrames(creationFrames(constructs.entries().get(path) ?? [])));
    let firstBelow: ReadonlyMap<string, SourcePosition> | undefined;

    function placeNear(path: string): SourcePosition | undefined {
      for (const ancestor of ancestorsOf(path)) {
        const place = ownPlace(ancestor) ?? ownPlace(`${ancestor}/Resource`) ?? ownPlace(`${ancestor}/Default`);
        if (place !== undefined) return { ...place, approximate: true };
        firstBelow ??= findFirstBelow(constructs, ownPlace);
        const below = firstBelow.get(ancestor);
        if (below !== undefined) return { ...below, approximate: true };
      }
      return undefined;
    }

    return { ownPlace, placeNear };
  }

  function locatorOf(constructs: ConstructMetadata) {
    const entries = constructs.entries();
    const locator = known.get(entries) ?? createStackLocator(constructs);
    known.set(entries, locator);
    return locator;
  }

  return {
    locateCreation: (constructs, path) => locatorOf(constructs).ownPlace(withoutLeadingSlash(path)),
    locateFrames: (trace) => resolveFrames(userFrames(trace)),
    locate(constructs, constructPath) {
      const path = withoutLeadingSlash(constructPath);
      const { ownPlace, placeNear } = locatorOf(constructs);
      return ownPlace(path) ?? placeNear(path) ?? (constructPath.length > MAX_PATH_LENGTH ? undefined : locateId(path));
    },
  };
}

/** For each construct the place of the first one below it that has one, in the order of the metadata. */
function findFirstBelow(
  constructs: ConstructMetadata,
  ownPlace: (path: string) => SourcePosition | undefined,
): ReadonlyMap<string, SourcePosition> {
  const first = new Map<string, SourcePosition>();
  for (const path of constructs.entries().keys()) {
    const place = ownPlace(path);
    if (place === undefined) continue;
    for (const ancestor of ancestorsOf(path)) {
      if (first.has(ancestor)) break;
      first.set(ancestor, place);
    }
  }
  return first;
}

/** Nearest first. */
function* ancestorsOf(path: string): Generator<string> {
  if (path.length > MAX_PATH_LENGTH) return;
  let end = path.lastIndexOf('/');
  for (let count = 0; end > 0 && count < MAX_ANCESTORS; count++) {
    yield path.slice(0, end);
    end = path.lastIndexOf('/', end - 1);
  }
}
