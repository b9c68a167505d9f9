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

/** What would end the element, or what a terminal or a log obeys. */
const UNSAFE = /[<>&\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]|##(?=\[)/gu;

/** JSON in a script element: nothing in it can end the element, and it reads as the same values. */
export function escapeJson(json: string): string {
  return json.replace(UNSAFE, (found) =>
    Array.from({ length: found.length }, (_, index) => `\\u${found.charCodeAt(index).toString(16).padStart(4, '0')}`).join(''),
  );
}
