import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import type { RunResult } from '../support/run-main.js';
import type { FuzzCase } from './case.js';
import { CANARY, MARKUP } from './hostile.js';

const JSON_FORMATS = ['json', 'sarif', 'gitlab', 'bitbucket', 'rdjson'];

/** What every run promises, whatever the input: gives what was not kept, in words. */
export function brokenPromises({ argv }: Pick<FuzzCase, 'argv'>, { code, stdout, stderr }: RunResult): readonly string[] {
  const broken: string[] = [];
  const promise = (kept: boolean, words: string): void => {
    if (!kept) broken.push(words);
  };
  const format = argv[argv.indexOf('--format') + 1] ?? '';
  const isFormat = (name: string): boolean => argv.includes('--format') && format === name;

  promise([0, 1, 2].includes(code), `the exit code is ${code}`);
  promise(!/defect of synthcheck/.test(stderr), `a defect: ${stderr}`);
  const failure = (stdout + stderr).indexOf('failed while reading');
  promise(failure < 0, `a check threw: ${(stdout + stderr).slice(Math.max(0, failure - 100), failure + 300)}`);
  promise(code !== 2 || stdout !== '' || stderr !== '', 'it fails without a word');
  promise(
    stderr === '' ||
      stderr
        .split('\n')
        .slice(0, -1)
        .every((line) => line.startsWith('synthcheck: ')),
    `stderr has lines of others: ${stderr}`,
  );
  promise(!(stdout + stderr).includes(CANARY), 'it shows what lies outside');
  for (const [name, text] of [
    ['stdout', stdout],
    ['stderr', stderr],
  ] as const) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    promise(!/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text), `${name} has control characters`);
    promise(!/\p{Cs}/u.test(text), `${name} has lone surrogates`);
    const orders = isFormat('azure') ? text.replace(/^##vso\[task\.logissue /gm, '') : text;
    promise(!/##\w*\[/.test(orders), `${name} has a workflow command (##[)`);
    const commands = text.split('\n').filter((line) => /^\s*::/.test(line));
    promise(
      commands.length === 0 ||
        (name === 'stdout' && isFormat('github') && commands.every((line) => /^::(error|warning|notice)[ :]/.test(line))),
      `${name} has a workflow command: ${commands.at(-1)}`,
    );
  }
  if (isFormat('html') || isFormat('junit') || isFormat('checkstyle')) promise(!stdout.includes(MARKUP), 'it has markup of the assembly');
  // Rendered, since only a renderer knows where a code span or a cell of a table ends.
  if (isFormat('markdown'))
    for (const [renderer, html] of renderings(stdout)) {
      promise(!html.includes(MARKUP), `it has markup of the assembly (${renderer})`);
      promise(!/<a [^>]*(?:evil\.example|javascript:)/.test(html), `it has a link of the assembly (${renderer})`);
    }
  if (stdout !== '' && JSON_FORMATS.some(isFormat)) promise(isJson(stdout), 'stdout is not JSON');
  if (stdout !== '' && (isFormat('junit') || isFormat('checkstyle'))) promise(isXml(stdout), 'stdout is not XML');
  promise(isUnpolluted(), 'a prototype was polluted');
  return broken;
}

const markdownIt = new MarkdownIt({ html: true, linkify: true });

function renderings(text: string): readonly (readonly [renderer: string, html: string])[] {
  return [
    ['marked', marked.parse(text) as string],
    ['markdown-it', markdownIt.render(text)],
  ];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isXml(text: string): boolean {
  try {
    new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml');
    return true;
  } catch {
    return false;
  }
}

const PROTOTYPES = [Object, Array, Function, String, Number, Map, Set].map(({ prototype }) => prototype as object);
const BEFORE = PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).map(String).join());

function isUnpolluted(): boolean {
  return PROTOTYPES.every((prototype, index) => Reflect.ownKeys(prototype).map(String).join() === BEFORE[index]) && !('polluted' in {});
}
