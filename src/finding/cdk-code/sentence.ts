import type { Language } from '../../language.js';
import { CSHARP } from './csharp.js';
import { GO } from './go.js';
import { JAVA } from './java.js';
import { isMember, methodsOf, structsOfProperty } from './names.js';
import { parseCode } from './parse.js';
import { PYTHON } from './python.js';
import { resolveCode } from './resolve.js';
import { Untranslatable } from './untranslatable.js';
import { pascalCase, snakeCase, type Writers, writeCode } from './write.js';

const WRITERS: Readonly<Partial<Record<Language, Writers>>> = { python: PYTHON, java: JAVA, csharp: CSHARP, go: GO };

/** Keys of the configuration, which stand in the same sentences. */
const KEYS: ReadonlySet<string> = new Set(['accounts', 'deletion', 'exceptions', 'external', 'mode', 'regions', 'resilience', 'stacks']);

/**
 * A sentence with code of the CDK in TypeScript between backticks, with that code in another language. What is not known for certain to be of the
 * CDK's library (commands, names, values, loops) stays as it is.
 */
export function inLanguage(sentence: string, language: Language): string {
  const writers = WRITERS[language];
  if (writers === undefined) return sentence;
  const mentioned = new Set(sentence.match(/\bCfn\w+/g));
  return sentence.replace(
    /(?<!`)(?:`` ((?:[^`]|`(?!`))+) ``|`([^`]+)`)(?!`)/g,
    (whole, quoted: string | undefined, plain: string | undefined) => {
      // A text with expressions in it is itself between backticks.
      const code = plain ?? quoted?.replace(/^`([^`]*)`$/, '$1') ?? '';
      const written = /^[a-z]\w*$/.test(code) ? nameIn(code, language) : codeIn(code, writers, mentioned);
      return written === undefined ? whole : `\`${written}\``;
    },
  );
}

/** A property or method alone. */
function nameIn(name: string, language: Language): string | undefined {
  if (KEYS.has(name) || (structsOfProperty(name) === undefined && methodsOf(name, false) === undefined && !isMember(name)))
    return undefined;
  if (language === 'python') return snakeCase(name);
  return language === 'java' ? name : pascalCase(name);
}

function codeIn(code: string, writers: Writers, mentioned: ReadonlySet<string>): string | undefined {
  const node = parseCode(code);
  if (node === undefined || (node.kind === 'member' && node.of.kind === 'name' && KEYS.has(node.of.name))) return undefined;
  try {
    return writeCode(resolveCode(node, mentioned), writers);
  } catch (error) {
    if (error instanceof Untranslatable) return undefined;
    throw error;
  }
}
