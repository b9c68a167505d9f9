import { basename, extname } from 'node:path';
import type { Attempt } from '../assembly/attempt.js';
import { isObject, own, ownString } from '../assembly/json.js';
import type { Json, JsonObject } from '../assembly/model.js';
import { MAX_TEXT_BYTES, readRegularText } from '../files/read-file.js';
import { parseText } from '../template/parse.js';
import { keyAndValue, splitWords } from './words.js';

/** What a file of parameters says of a stack. */
export interface StackParameters {
  readonly parameters: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
}

type Pairs = readonly (readonly [string, string])[];

/**
 * Reads a file of parameters in any form that a tool takes. `within` is a folder that no link may lead out of.
 * - `[{ ParameterKey, ParameterValue }]`, `["Key=Value"]`: https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/
 * - `{ Parameters, Tags }`: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-cfn-artifacts.html,
 *   and as YAML https://aws-cloudformation.github.io/rain/
 * - `{ Key: Value }`, and lines of `Key=Value`
 */
export function readParameterFile(path: string, within: string): Attempt<StackParameters> {
  const read = readRegularText(path, { maxBytes: MAX_TEXT_BYTES, within });
  if ('problem' in read) return read;
  const isData = ['.json', '.yaml', '.yml'].includes(extname(basename(path)).toLowerCase());
  if (!isData) return { value: { parameters: new Map(pairsOf(splitWords(withoutComments(read.text)))), tags: new Map() } };
  const parsed = parseText(read.text, path);
  if ('problem' in parsed) return parsed;
  return parametersIn(parsed.value);
}

function parametersIn(value: Json): Attempt<StackParameters> {
  if (Array.isArray(value)) return { value: { parameters: new Map(value.flatMap(pairsIn)), tags: new Map() } };
  if (!isObject(value)) return { problem: 'holds no parameters' };
  const section = own(value, 'Parameters');
  if (section === undefined) return { value: { parameters: new Map(entriesOf(value)), tags: new Map() } };
  const parameters = new Map(Array.isArray(section) ? section.flatMap(pairsIn) : isObject(section) ? entriesOf(section) : []);
  const tags = own(value, 'Tags');
  return { value: { parameters, tags: new Map(isObject(tags) ? entriesOf(tags) : []) } };
}

function pairsIn(entry: Json): Pairs {
  if (typeof entry === 'string') return pairsOf([entry]);
  if (!isObject(entry)) return [];
  const key = ownString(entry, 'ParameterKey');
  return key === undefined ? [] : pairOf(key, own(entry, 'ParameterValue'));
}

function entriesOf(object: JsonObject): Pairs {
  return Object.entries(object).flatMap(([key, value]) => pairOf(key, value));
}

/** A list is given as CloudFormation takes it, with commas between. */
function pairOf(key: string, value: Json | undefined): Pairs {
  if (Array.isArray(value)) return [[key, value.map(String).join(',')]];
  return ['string', 'number', 'boolean'].includes(typeof value) ? [[key, String(value)]] : [];
}

export function pairsOf(words: readonly string[]): Pairs {
  return words.flatMap((word) => {
    // As the SAM CLI takes them, too: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-deploy.html
    const long = /^ParameterKey=([^,]+),ParameterValue=(.*)$/s.exec(word);
    if (long !== null) return [[long[1] ?? '', long[2] ?? '']];
    const pair = keyAndValue(word);
    return pair === undefined ? [] : [pair];
  });
}

function withoutComments(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n');
}
