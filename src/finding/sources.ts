import type { CloudAssembly } from '../assembly/model.js';
import type { Resource } from '../graph/model/resource.js';
import { findProjectRoot } from '../source/project-root.js';
import { createSourceLocator, type SourceLocator } from '../source/source-locator.js';
import { constructPathOf, type PlaceParts } from './place.js';
import type { Source } from './report.js';

/** Where the app creates what a place is a part of. */
export class Sources {
  readonly #workingDirectory: string;
  /** Of projects, by the root of the assembly. */
  readonly #roots = new Map<string, string>();
  readonly #locators = new Map<CloudAssembly, SourceLocator>();

  constructor(workingDirectory: string) {
    this.#workingDirectory = workingDirectory;
  }

  /** The file that creates a resource by the trace of its construct, when that is sure: the app's code is not searched. */
  createdIn({ stack, constructPath }: Resource): string | undefined {
    const position =
      constructPath === undefined ? undefined : this.#locator(stack.assembly).locateCreation(stack.constructs, constructPath);
    return position?.approximate === false ? position.file : undefined;
  }

  find(place: PlaceParts): Source {
    const { stack } = place;
    const path = constructPathOf(place);
    const locator = this.#locator(stack.assembly);
    const position =
      (place.trace && locator.locateFrames(place.trace)) ?? (path === undefined ? undefined : locator.locate(stack.constructs, path));
    return position === undefined ? null : { ...position, column: position.column ?? null };
  }

  /** The folder that sources of an assembly are relative to. */
  rootOf({ root, origin }: CloudAssembly): string {
    if (origin === 'templates') return root;
    let found = this.#roots.get(root);
    if (found === undefined) {
      found = findProjectRoot(root, this.#workingDirectory);
      this.#roots.set(root, found);
    }
    return found;
  }

  #locator(assembly: CloudAssembly): SourceLocator {
    const locator =
      this.#locators.get(assembly) ??
      createSourceLocator({
        projectRoot: this.rootOf(assembly),
        assemblyRoot: assembly.root,
        workingDirectory: this.#workingDirectory,
      });
    this.#locators.set(assembly, locator);
    return locator;
  }
}
