import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { assemblyFolders } from '../commands/assembly-folders.js';
import { loadConfig } from '../config/load-config.js';
import { Deadline } from '../deadline.js';
import { InputError } from '../diagnostic.js';
import { isInside } from '../files/inside.js';
import { partsOfPlace } from '../finding/place.js';
import { Sources } from '../finding/sources.js';
import { buildGraph } from '../graph/graph.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { configNeighbours, loadInputs } from '../run/inputs.js';
import { toPathFrom } from '../source/project-root.js';

/** Seconds after which a question is given up. */
export const TIMEOUT = 120;

/** The folder that the server answers for. Nothing that lies outside of it is opened because a client names it. */
export class Session {
  readonly folder: string;
  readonly #sources: Sources;

  constructor(folder: string) {
    this.folder = realpathSync(folder);
    this.#sources = new Sources(this.folder);
  }

  /** Folders of assemblies or templates, relative to the session's; the app's own output when none is named. Throws `InputError`. */
  inputs(given: readonly string[] | undefined): readonly string[] {
    for (const path of given ?? []) this.#confine(path);
    const folders = assemblyFolders(given, this.folder);
    for (const path of folders) this.#confine(path);
    return folders;
  }

  /** Loads anew each time: the app may have been synthesized since. */
  async graph(given: readonly string[] | undefined): Promise<ResourceGraph> {
    const deadline = new Deadline(TIMEOUT);
    const inputs = {
      paths: this.inputs(given),
      workingDirectory: this.folder,
      onStep: (step: string) => deadline.checkStep(step),
    };
    const graph = buildGraph(
      loadInputs(inputs, await loadConfig({ config: undefined, assemblies: configNeighbours(inputs), workingDirectory: this.folder })),
    );
    deadline.check(() => 'finding what refers to what');
    return graph;
  }

  /** `lib/data.ts:31`, where the app makes a resource; null when the assembly does not say. */
  sourceOf(resource: Resource): string | null {
    const source = this.#sources.find(partsOfPlace(resource));
    if (source === null) return null;
    return `${toPathFrom(this.folder, this.#sources.rootOf(resource.stack.assembly), source.file)}:${source.line}`;
  }

  #confine(path: string): void {
    const absolute = resolve(this.folder, path);
    const real = existsSync(absolute) ? realpathSync(absolute) : absolute;
    if (!isInside(real, this.folder)) throw new InputError(`${path} is outside of the folder that this server answers for`);
  }
}
