import type { Io } from './io.js';

/** Where jobs say which commit they build. */
const COMMITS = ['GITHUB_SHA', 'CI_COMMIT_SHA', 'BITBUCKET_COMMIT', 'BUILD_SOURCEVERSION'];

export function commitOfJob(env: Io['env']): string | undefined {
  return COMMITS.map((variable) => env[variable]).find((value) => value !== undefined && value !== '');
}

/** The address of the repository that a job builds, where it is known. */
export function repositoryOfJob(env: Io['env']): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  return (server && repository ? `${server}/${repository}` : undefined) ?? (env.CI_PROJECT_URL || undefined);
}

/** Of builds that give the same bytes each time, in milliseconds: https://reproducible-builds.org/specs/source-date-epoch/ */
export function timeOfJob(env: Io['env']): number | undefined {
  const { SOURCE_DATE_EPOCH: seconds = '' } = env;
  return /^\d{1,12}$/.test(seconds) ? Number(seconds) * 1000 : undefined;
}
