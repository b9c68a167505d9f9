import { byId } from './dom.js';

/** What a reporter packed into an element of the page. The element is emptied, so that there is one copy. */
export async function unpack(id: string): Promise<Response> {
  const element = byId(id);
  const letters = atob(element.textContent ?? '');
  element.remove();
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
}
