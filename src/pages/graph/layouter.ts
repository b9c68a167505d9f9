import ELK, { type ELK as Elk, type ElkNode } from 'elkjs/lib/elk-api.js';

/** elkjs's worker as one function, put into the page by build.js. On the page's own thread it gives its classes to `module`. */
declare function runElk(module?: { exports: { Worker?: new () => Worker } }, exports?: object): void;

/** Computes layouts beside the page, so that a large one does not stop it; on the page's own thread where workers are refused. */
export class Layouter {
  #elk: Elk | undefined;
  #failure: Promise<never> | undefined;
  #isBusy = false;
  #stayHere = false;

  async layout(graph: ElkNode): Promise<ElkNode> {
    // What was asked before is of no use any more.
    if (this.#isBusy) this.#drop();
    this.#isBusy = true;
    try {
      return await this.#attempt(graph);
    } catch (error) {
      if (this.#stayHere || !(error instanceof NoWorker)) throw error;
      this.#drop();
      this.#stayHere = true;
      return await this.#attempt(graph);
    } finally {
      this.#isBusy = false;
    }
  }

  #attempt(graph: ElkNode): Promise<ElkNode> {
    if (this.#elk === undefined) {
      const worker = this.#stayHere ? workHere() : workBeside();
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

class NoWorker extends Error {}

function workBeside(): Worker {
  try {
    return new Worker(URL.createObjectURL(new Blob([`(${runElk})()`], { type: 'text/javascript' })));
  } catch {
    throw new NoWorker();
  }
}

function workHere(): Worker {
  const module: Parameters<typeof runElk>[0] & object = { exports: {} };
  runElk(module, module.exports);
  if (module.exports.Worker === undefined) throw new Error('elkjs has no worker');
  return new module.exports.Worker();
}
