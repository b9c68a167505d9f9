import { expect, test } from 'vitest';
import { linksOf } from '../../src/run/repository-links.js';

const COMMIT = 'a'.repeat(40);
const GITHUB = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/app', GITHUB_SHA: COMMIT };

test.each([
  ['GitHub', GITHUB, `https://github.com/acme/app/blob/${COMMIT}/lib/a%20b.ts#L7`],
  [
    'GitLab',
    { CI_PROJECT_URL: 'https://gitlab.example.com:8443/group/sub/app', CI_COMMIT_SHA: COMMIT },
    `https://gitlab.example.com:8443/group/sub/app/-/blob/${COMMIT}/lib/a%20b.ts#L7`,
  ],
  [
    'Bitbucket',
    { BITBUCKET_GIT_HTTP_ORIGIN: 'http://bitbucket.org/acme/app', BITBUCKET_COMMIT: COMMIT },
    `https://bitbucket.org/acme/app/src/${COMMIT}/lib/a%20b.ts#lines-7`,
  ],
  ['no job', {}, undefined],
  ['no commit', { ...GITHUB, GITHUB_SHA: undefined }, undefined],
  ['what is no commit', { ...GITHUB, GITHUB_SHA: 'main' }, undefined],
  ['what is no repository', { ...GITHUB, GITHUB_REPOSITORY: 'acme/app"><script>' }, undefined],
  ['another scheme', { CI_PROJECT_URL: 'javascript://gitlab.com/a', CI_COMMIT_SHA: COMMIT }, undefined],
])('in a job of %s', (_, env, address) => {
  expect(linksOf(env)('lib/a b.ts', 7)).toBe(address);
});
