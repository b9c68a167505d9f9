import { deflateRawSync } from 'node:zlib';

/** Fills a page that was built with what it shows. In one pass, so that nothing is looked for in what was put in. */
export function fillPage(
  page: string,
  parts: Readonly<Record<'TITLE' | 'ELK' | 'CONTENT', string>> & Readonly<Record<string, string>>,
): string {
  return page.replace(/%([A-Z]+)%|"%([A-Z]+)%"|<!--%([A-Z]+)%-->/g, (place, ...names: readonly (string | undefined)[]) => {
    const name = names.slice(0, 3).find((found) => found !== undefined) ?? '';
    return Object.hasOwn(parts, name) ? (parts[name] ?? place) : place;
  });
}

/** Text of an element. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cf}]/gu, ' ');
}

/** Data of a page, for `unpack` in the browser: deflated, a tenth of the JSON, and in letters that mean nothing to HTML, a terminal or a log. */
export function packJson(value: object): string {
  return deflateRawSync(JSON.stringify(value)).toString('base64');
}
