/** `Key=Value`, a text of which either part may be in quotes, that people write on a command line. */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\' && quote !== "'" && at + 1 < text.length) word = (word ?? '') + text.charAt(++at);
    else if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
      word ??= '';
    } else if (character === quote) quote = '';
    else if (quote === '' && character.trim() === '') {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + character;
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** The two parts of `Key=Value`; undefined when it is none. */
export function keyAndValue(word: string): readonly [string, string] | undefined {
  const equals = word.indexOf('=');
  return equals <= 0 ? undefined : [word.slice(0, equals).trim(), word.slice(equals + 1).trim()];
}
