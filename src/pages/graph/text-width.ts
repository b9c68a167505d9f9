const context = document.createElement('canvas').getContext('2d');

/** Width of a text in the page's font, in pixels. */
export function textWidth(text: string, size: number, weight = 400): number {
  if (context === null) return text.length * size * 0.6;
  context.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return context.measureText(text).width;
}

/** The end of a path says most: cut at the front, between steps when that is possible. */
export function shortenPath(path: string, width: number, size: number, weight: number): string {
  if (textWidth(path, size, weight) <= width) return path;
  const steps = path.split('/');
  for (let first = 1; first < steps.length; first++) {
    const rest = `…/${steps.slice(first).join('/')}`;
    if (textWidth(rest, size, weight) <= width) return rest;
  }
  return shorten(steps.at(-1) ?? path, width, size, weight);
}

/** Logical ids end in a hash, and names often differ at both ends: cut in the middle. */
export function shorten(text: string, width: number, size: number, weight: number): string {
  if (textWidth(text, size, weight) <= width) return text;
  const characters = [...text.slice(0, 400)];
  let fits = 1;
  let tooMany = characters.length;
  const cut = (kept: number): string =>
    `${characters.slice(0, Math.ceil(kept * 0.6)).join('')}…${characters.slice(characters.length - Math.floor(kept * 0.4)).join('')}`;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (textWidth(cut(middle), size, weight) <= width) fits = middle;
    else tooMany = middle;
  }
  return cut(fits);
}
