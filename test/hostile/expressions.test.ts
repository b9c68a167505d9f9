import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from 'recheck';
import { parseAst } from 'rolldown/parseAst';
import { expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Those that are not linear in the eyes of the tool, and why that costs nothing. */
const BOUNDED: Readonly<Record<string, string>> = {
  '^Invalid values: Argument: (\\S+), Given: (.+?), Choices: (.+)$': 'sees the command line alone',
  '\\beyJ[A-Za-z0-9_-]{10,300}\\.eyJ[A-Za-z0-9_-]{10}': 'repeats at most 300 times',
  '\\b[a-z][a-z0-9+.-]{0,30}:\\/\\/[^\\s/:@]{1,256}:[^\\s/@]{1,256}@': 'repeats at most 256 times',
  '(^|\\/)(Custom::[^/]+|[A-Za-z]+[0-9a-f]{32}|@aws-cdk--[^/]+(\\/\\w+)?|framework-(onEvent|isComplete|onTimeout)|DrainECSHook|AwsCliLayer)(\\/(Function\\/)?(Handler|Resource|Code|ServiceRole\\/Resource))?$':
    'begins after a slash, and crosses three at most',
  '(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\\/\\/\\S+|(?<![\\w./@*-])(?:[\\w*-]+\\.)+[a-z]{2,}(?![\\w-])':
    'begins where a word begins, and words do not overlap',
};

interface Expression {
  readonly pattern: string;
  readonly flags: string;
  readonly file: string;
}

/** Every regular expression that is written in a file. */
function expressionsIn(file: string): readonly Expression[] {
  const found: Expression[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node && 'type' in node && node.type === 'Literal') found.push({ ...(node.regex as Expression), file });
    for (const value of Object.values(node)) visit(value);
  };
  visit(parseAst(readFileSync(join(repository, file), 'utf8'), { lang: 'ts' }));
  return found;
}

/** Pages run in a browser, on what they are given escaped; what is generated has no expressions of ours. */
function sources(): readonly string[] {
  return ['src', 'checks'].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('generated'))
      .map((name) => join(folder, name)),
  );
}

// A text of an assembly may have millions of characters, and whoever wrote it may want the run to hang.
test('every regular expression takes time in proportion to its text', async () => {
  const all = new Map(
    sources()
      .flatMap(expressionsIn)
      .map((one) => [`/${one.pattern}/${one.flags}`, one]),
  );
  expect(all.size).toBeGreaterThan(300);
  const problems: string[] = [];
  for (const [shown, { pattern, flags, file }] of all) {
    const { status, ...rest } = await check(pattern, flags, { timeout: 60_000 });
    if (status === 'vulnerable' && BOUNDED[pattern] === undefined)
      problems.push(`${file}: ${shown} (${'complexity' in rest ? rest.complexity.summary : ''})`);
  }
  expect(problems).toEqual([]);
});

test('the exceptions are all needed', () => {
  const patterns = new Set(
    sources()
      .flatMap(expressionsIn)
      .map(({ pattern }) => pattern),
  );
  expect(Object.keys(BOUNDED).filter((pattern) => !patterns.has(pattern))).toEqual([]);
});
