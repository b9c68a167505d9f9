import { escapeControlCharacters } from './escape.js';

/** Text of an element; strings are elements that are written already. */
interface XmlText {
  readonly text: string;
}

/** An element of XML, with its parts on lines of their own. */
export function xml(tag: string, attributes: Readonly<Record<string, string | number>>, parts: readonly (string | XmlText)[] = []): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(String(value), true)}"`);
  const start = `<${tag}${written.join('')}`;
  if (parts.length === 0) return `${start}/>`;
  const [first] = parts;
  if (parts.length === 1 && typeof first === 'object') return `${start}>${escapeXml(first.text, false)}</${tag}>`;
  const lines = parts.map((part) => (typeof part === 'string' ? part : escapeXml(part.text, false)));
  return `${start}>\n${lines.join('\n')}\n</${tag}>`;
}

/** Control characters and lone surrogates, which XML does not allow at all, are made visible; two more are left: https://www.w3.org/TR/xml/#charsets */
function escapeXml(text: string, isAttribute: boolean): string {
  const shown = isAttribute ? escapeControlCharacters(text) : text.split('\n').map(escapeControlCharacters).join('\n');
  const escaped = shown
    .replace(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character);
  return isAttribute ? escaped.replaceAll('"', '&quot;') : escaped;
}
