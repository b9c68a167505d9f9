import type { ReportContext } from '../report/reporter.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** How a host of repositories tells a job where it is, and the address of a line there. */
interface Host {
  /** Variables with the address of the repository, and with the commit. */
  readonly repository: (env: Environment) => string | undefined;
  readonly commit: string;
  readonly address: (repository: string, commit: string, file: string, line: number) => string;
  readonly source: string;
}

const HOSTS: readonly Host[] = [
  {
    repository: ({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }) => GITHUB_REPOSITORY && `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`,
    commit: 'GITHUB_SHA',
    address: (repository, commit, file, line) => `${repository}/blob/${commit}/${file}#L${line}`,
    source: 'https://docs.github.com/en/actions/reference/workflows-and-actions/variables',
  },
  {
    repository: ({ CI_PROJECT_URL }) => CI_PROJECT_URL,
    commit: 'CI_COMMIT_SHA',
    address: (repository, commit, file, line) => `${repository}/-/blob/${commit}/${file}#L${line}`,
    source: 'https://docs.gitlab.com/ci/variables/predefined_variables/',
  },
  {
    repository: ({ BITBUCKET_GIT_HTTP_ORIGIN }) => BITBUCKET_GIT_HTTP_ORIGIN?.replace(/^http:/, 'https:'),
    commit: 'BITBUCKET_COMMIT',
    address: (repository, commit, file, line) => `${repository}/src/${commit}/${file}#lines-${line}`,
    source: 'https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/',
  },
];

/** In a job whose host is known the line has an address, as long as the commit is there. */
export function linksOf(env: Environment): ReportContext['linkTo'] {
  for (const { repository: find, commit: variable, address } of HOSTS) {
    const repository = find(env);
    const commit = env[variable];
    if (!/^https:\/\/[\w.-]+(?::\d+)?(?:\/[\w.-]+)+$/.test(repository ?? '') || !/^[0-9a-f]{40,64}$/.test(commit ?? '')) continue;
    return (file, line) => address(repository ?? '', commit ?? '', encode(file), line);
  }
  return () => undefined;
}

function encode(file: string): string {
  return file.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
