// `npm run translate-fixes [-- FOLDER]` writes checks/fixes.json: each snippet in Python, Java, C# and Go, by jsii-rosetta;
// and src/finding/cdk-code/names.json: what of the library the sentences of checks name.
// FOLDER has jsii-rosetta and aws-cdk-lib in its node_modules; without it they are installed in a temporary one (150 MB).
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { correctGo, indexTypes } from './go.js';
import { writeNames } from './names.js';
import { readFixes, TRANSLATIONS } from './sources.js';

const PACKAGES = ['jsii-rosetta@5.9.68', 'aws-cdk-lib@2.275.0', 'constructs@10.8.1'];
const LANGUAGES = ['python', 'java', 'csharp', 'go'];

const given = process.argv[2];
const folder = given === undefined ? mkdtempSync(join(tmpdir(), 'fixes-')) : resolve(given);
try {
  if (given === undefined)
    execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...PACKAGES], { cwd: folder, stdio: 'inherit' });
  writeFileSync(TRANSLATIONS, `${JSON.stringify(translate(readFixes()), null, 1)}\n`);
} finally {
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}

function translate(fixes) {
  const require = createRequire(join(folder, 'package.json'));
  const { Translator } = require('jsii-rosetta');
  const library = JSON.parse(gunzipSync(readFileSync(join(folder, 'node_modules/aws-cdk-lib/.jsii.gz'))));
  writeNames(library);
  const types = indexTypes(library);
  // Beside the packages, where the compiler looks for them.
  const copies = join(folder, 'fixes');
  for (const { id, file } of fixes) cpSync(file, join(copies, `${id}.ts`));
  const translator = new Translator(true);
  process.chdir(folder);
  const snippets = fixes.map(({ id, text }) => ({
    visibleSource: text,
    location: { api: { api: 'file', fileName: join(copies, `${id}.ts`) } },
  }));
  const translated = translator.translateSnippets(snippets, LANGUAGES);
  if (translator.diagnostics.length > 0) throw new Error(translator.diagnostics.map(({ formattedMessage }) => formattedMessage).join('\n'));
  return Object.fromEntries(
    fixes.map((fix, index) => {
      const of = (language) => translated[index].get(language).source;
      const code = {
        typescript: ofUser(fix.shown, 'this'),
        python: ofUser(correctPython(of('python')), 'self'),
        java: ofUser(of('java'), 'this'),
        csharp: ofUser(of('csharp'), 'this'),
        go: correctGo(of('go'), fix, types).replaceAll('\t', '    '),
      };
      return [
        fix.id,
        { digest: fix.digest, ...Object.fromEntries(Object.entries(code).map(([language, text]) => [language, text.trim()])) },
      ];
    }),
  );
}

/** In an app the scope is the stack itself, mostly. */
function ofUser(code, self) {
  return code.replace(/(?<=\()stack(?=[,)])|(?<![\w.])stack(?=\.)/g, self);
}

/** The translator adds imports to what it shows, and leaves the names in formatted texts as they are in TypeScript. */
function correctPython(code) {
  const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return code.replace(/^from aws_cdk import .*\n/gm, '').replace(/\{[a-z]\w*(?:\.\w+)+\}/g, snake);
}
