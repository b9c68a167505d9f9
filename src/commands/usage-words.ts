import { suggest } from '../suggestion.js';
import { tableOf } from '../table-of.js';

/** What each command cannot do without. */
const NEEDED: Readonly<Record<string, string>> = tableOf({
  explain: '`synthcheck explain` needs the id of a check, or a group such as `s3`',
  completion: '`synthcheck completion` needs the name of a shell: bash, zsh or fish',
  regions: '`synthcheck regions` needs the code of a region, such as us-west-2, or `all`',
});

/** Words that are no options. */
const NEEDED_WORDS: Readonly<Record<string, string>> = tableOf({ shell: 'the shell' });

/** What yargs says of a command line, in one line of plain words. `options` are the names that the command knows. */
export function describeUsage(message: string, argv: readonly string[], options: readonly string[]): string {
  const text = message
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
  const [, unknown] = /^Unknown arguments?: (.+)$/.exec(text) ?? [];
  if (unknown !== undefined) return describeUnknown(unknown.split(', '), argv, options);
  if (text.startsWith('Not enough non-option arguments')) return NEEDED[argv[0] ?? ''] ?? 'an argument is missing';
  const [, withoutValue] = /^Not enough arguments following: (.+)$/.exec(text) ?? [];
  if (withoutValue !== undefined) return `${dashed(withoutValue)} needs a value`;
  const [, name, given = '', choices = ''] = /^Invalid values: Argument: (\S+), Given: (.+?), Choices: (.+)$/.exec(text) ?? [];
  if (name === undefined) return text;
  const names = choices.replaceAll('"', '').split(', ');
  const suggestion = suggest(given.replaceAll('"', '').toLowerCase(), names);
  return `${NEEDED_WORDS[name] ?? dashed(name)} ${given} is none of ${names.join(', ')}${suggestion}`;
}

function describeUnknown(names: readonly string[], argv: readonly string[], options: readonly string[]): string {
  // yargs names an option with dashes twice, also as `camelCase`.
  const [name = ''] = names;
  const isOption = argv.some((word) => word.startsWith('-') && word.replace(/^-+/, '').split('=', 1)[0] === name);
  if (!isOption) return `unexpected word \`${name}\``;
  return `unknown option ${dashed(name)}${suggest(dashed(name), options.map(dashed))}`;
}

function dashed(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}
