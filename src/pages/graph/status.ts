import { button, byId } from './dom.js';

/** Shorter waits are not worth a word. */
const PATIENCE = 200;

/** The line over the picture that says what is going on. */
export class Status {
  readonly #line = byId('status');

  say(text: string): void {
    this.#line.textContent = text;
    this.#line.hidden = text === '';
  }

  /** Counts the seconds until the returned function is called; lets the user stop what takes long. */
  wait(what: string, cancel: () => void): () => void {
    const start = performance.now();
    const seconds = document.createElement('span');
    // What is read aloud would be read again every second.
    seconds.setAttribute('aria-hidden', 'true');
    const count = (): void => {
      seconds.textContent = ` ${Math.round((performance.now() - start) / 1000)} s `;
    };
    const clock = setInterval(count, 1000);
    const patience = setTimeout(() => {
      count();
      this.#line.replaceChildren(`${what}…`, seconds, button('Cancel', {}, cancel));
      this.#line.hidden = false;
    }, PATIENCE);
    return () => {
      clearTimeout(patience);
      clearInterval(clock);
    };
  }
}
