import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { addSummary, pullRequestOf, setOutputs } from '../../src/action/runner.js';
import { takeSecrets } from '../../src/action/secrets.js';
import { temporaryFolder } from '../support/assembly-builder.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(temporaryFolder(), 'append-'));
});

describe.each([
  ['outputs', (file: string) => setOutputs({ GITHUB_OUTPUT: file }, { errors: 1 })],
  ['the summary', (file: string) => addSummary({ GITHUB_STEP_SUMMARY: file }, 'text')],
])('%s of the action', (_, write) => {
  test('are added to the file of the runner', () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'before\n');
    write(file);
    expect(readFileSync(file, 'utf8')).toMatch(/^before\n(text|errors<<(end-\S+)\n1\n\2\n)$/);
  });

  test('do not follow a link that an earlier step put there', () => {
    const [secret, file] = [join(folder, 'secret'), join(folder, 'file')];
    writeFileSync(secret, 'kept');
    symlinkSync(secret, file);
    expect(() => write(file)).toThrow(`${file} is not written: it is a link`);
    expect(readFileSync(secret, 'utf8')).toBe('kept');
  });

  test('are not written to a folder, and make no file that is not there', () => {
    const file = join(folder, 'file');
    expect(() => write(file)).toThrow(`${file} cannot be written (ENOENT)`);
    mkdirSync(file);
    expect(() => write(file)).toThrow(/file (cannot be written \(EISDIR\)|is not written)/);
  });
});

test('an event that is too large, no file or no JSON is no pull request', () => {
  const file = join(folder, 'event.json');
  expect(pullRequestOf({ GITHUB_EVENT_PATH: file })).toBeUndefined();
  writeFileSync(file, '{"pull_request":{"number":7}}');
  expect(pullRequestOf({ GITHUB_EVENT_PATH: file })).toBe(7);
  writeFileSync(file, '{"pull_request":{"number":7}');
  expect(pullRequestOf({ GITHUB_EVENT_PATH: file })).toBeUndefined();
  writeFileSync(file, ' '.repeat(17 * 1024 * 1024));
  expect(pullRequestOf({ GITHUB_EVENT_PATH: file })).toBeUndefined();
});

test('code of the configuration finds no secret in the environment, and the action keeps its own', () => {
  const secrets = {
    INPUT_TOKEN: 'a',
    GITHUB_TOKEN: 'b',
    ACTIONS_RUNTIME_TOKEN: 'c',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'd',
    AWS_SECRET_ACCESS_KEY: 'e',
    AWS_ACCESS_KEY_ID: 'f',
    AWS_SESSION_TOKEN: 'g',
    NPM_TOKEN: 'h',
    NODE_AUTH_TOKEN: 'i',
    DB_PASSWORD: 'j',
    DEPLOY_PRIVATE_KEY: 'k',
    npm_config__auth: 'l',
  };
  const others = { PATH: '/bin', HOME: '/root', AWS_REGION: 'us-east-1', GITHUB_OUTPUT: '/o', GITHUB_WORKFLOW: 'ci', INPUT_CONFIG: 'x' };
  const env: NodeJS.ProcessEnv = { ...secrets, ...others };
  expect(takeSecrets(env)).toEqual({ ...secrets, ...others });
  expect(env).toEqual(others);
});
