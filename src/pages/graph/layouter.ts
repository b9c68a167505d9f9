import ELK, { type ELK as Elk, type ElkNode } from 'elkjs/lib/elk-api.js';
import { el } from './dom.js';
import { unpack } from './packed.js';

/** elkjs's worker as one function, put into the page by build-pages.js. On the page's own thread it gives its classes to `module`. */
declare function runElk(module?: { exports: { Worker?: new () => Worker } }, exports?: object): void;

/** Nobody waits for the layout any more. */
export class Cancelled extends Error {}

class NoWorker extends Error {}

/** Computes layouts beside the page, so that a large one does not stop it; on the page's own thread where workers are rejected. */
export class Layouter {
  #program: Promise<Blob> | undefined;
  #elk: Elk | undefined;
  #failure: Promise<never> | undefined;
  #cancel: (() => void) | undefined;
  #stayHere = false;

  /** Throws `Cancelled` when another layout is asked for before this one is there. */
  async layout(graph: ElkNode): Promise<ElkNode> {
    this.cancel();
    let cancel = (): void => undefined;
    const cancelled = new Promise<never>((_, reject) => {
      cancel = () => reject(new Cancelled());
    });
    this.#cancel = cancel;
    try {
      return await Promise.race([this.#layout(graph, () => this.#cancel === cancel), cancelled]);
    } finally {
      if (this.#cancel === cancel) this.#cancel = undefined;
    }
  }

  cancel(): void {
    if (this.#cancel === undefined) return;
    this.#cancel();
    this.#cancel = undefined;
    this.#drop();
  }

  async #layout(graph: ElkNode, isWanted: () => boolean): Promise<ElkNode> {
    this.#program ??= unpack('elk').then((response) => response.blob());
    const program = await this.#program;
    try {
      return await this.#attempt(graph, program, isWanted);
    } catch (error) {
      if (this.#stayHere || !(error instanceof NoWorker)) throw error;
      this.#drop();
      this.#stayHere = true;
      return await this.#attempt(graph, program, isWanted);
    }
  }

  async #attempt(graph: ElkNode, program: Blob, isWanted: () => boolean): Promise<ElkNode> {
    if (!isWanted()) throw new Cancelled();
    if (this.#elk === undefined) {
      const worker = this.#stayHere ? workHere(await program.text()) : workBeside(program);
      this.#failure = new Promise((_, reject) => {
        // The worker on the page's own thread is none of the browser's, and has no events.
        worker.addEventListener?.('error', () => reject(new NoWorker()));
      });
      this.#failure.catch(() => undefined);
      this.#elk = new ELK({ workerFactory: () => worker });
    }
    return Promise.race([this.#elk.layout(graph), ...(this.#failure === undefined ? [] : [this.#failure])]);
  }

  #drop(): void {
    if (!this.#stayHere) this.#elk?.terminateWorker();
    this.#elk = undefined;
  }
}

function workBeside(program: Blob): Worker {
  const address = URL.createObjectURL(new Blob(['(', program, ')()'], { type: 'text/javascript' }));
  try {
    return new Worker(address);
  } catch {
    throw new NoWorker();
  }
}

/** The policy of the page names the hash of this script. */
function workHere(program: string): Worker {
  document.head.append(el('script', {}, program));
  const module: Parameters<typeof runElk>[0] & object = { exports: {} };
  runElk(module, module.exports);
  if (module.exports.Worker === undefined) throw new Error('elkjs has no worker');
  return new module.exports.Worker();
}
