import { basename, dirname, join } from 'node:path';
import { isObject, ownObject, ownString, parseJson } from '../assembly/json.js';
import { readRegularText } from '../files/read-file.js';
import { stackOf, type TemplateStack } from './template-stack.js';

/** The whole stack, and the one that only makes the bucket for the code before it. */
const UPDATE = 'cloudformation-template-update-stack.json';
const CREATE = 'cloudformation-template-create-stack.json';
export const STATE = 'serverless-state.json';
/** It holds the template once more. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The stack that `serverless package` of version 3 wrote, for its region and stage. Undefined for a file that it did not write, none for the
 * template that its other file replaces. https://www.serverless.com/framework/docs/providers/aws/guide/deploying
 */
export function stackOfServerless(file: string): readonly TemplateStack[] | undefined {
  const name = basename(file);
  if (name !== UPDATE && name !== CREATE) return undefined;
  const folder = dirname(file);
  const read = readRegularText(join(folder, STATE), { maxBytes: MAX_BYTES, within: folder });
  const state = 'text' in read ? parseJson(read.text) : read;
  if ('problem' in state || !isObject(state.value)) return undefined;
  if (name === CREATE) return [];
  const service = ownObject(state.value, 'service') ?? {};
  const provider = ownObject(service, 'provider') ?? {};
  const [region, stage, serviceName] = [ownString(provider, 'region'), ownString(provider, 'stage'), ownString(service, 'service')];
  const made = serviceName === undefined || stage === undefined ? undefined : `${serviceName}-${stage}`;
  return [stackOf(file, { name: ownString(provider, 'stackName') ?? made, region, isDeclared: true })];
}
