/** What is known of the comment afterwards. */
export type CommentOutcome =
  | { readonly kind: 'written'; readonly url: string }
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface CommentOptions {
  /** As in `https://api.github.com`. */
  readonly api: string;
  /** `owner/name` */
  readonly repository: string;
  readonly pullRequest: number;
  readonly token: string;
  /** The first line of the comment, by which it is found again. */
  readonly marker: string;
  readonly body: string;
  /** Whether there is something to say: without it a comment is updated, but not begun. */
  readonly isWorthwhile: boolean;
}

const MAX_PAGES = 30;
const TIMEOUT = 20_000;

/** Writes one comment on a pull request, and writes it anew the next time. Never throws: a comment is no reason to fail. */
export async function writeComment(options: CommentOptions): Promise<CommentOutcome> {
  try {
    const comments = `${options.api}/repos/${options.repository}/issues/${options.pullRequest}/comments`;
    const existing = await findComment(comments, options);
    if (existing === undefined && !options.isWorthwhile) return { kind: 'not-needed' };
    const body = `${options.marker}\n${options.body}`;
    const written =
      existing === undefined
        ? await request(comments, 'POST', options.token, { body })
        : await request(`${options.api}/repos/${options.repository}/issues/comments/${existing}`, 'PATCH', options.token, { body });
    return { kind: 'written', url: isObject(written) && typeof written.html_url === 'string' ? written.html_url : '' };
  } catch (error) {
    if (error instanceof ApiError && (error.status === 401 || error.status === 403 || error.status === 404)) return { kind: 'read-only' };
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** What GitHub calls the author of what the token of a job writes. */
const JOB_AUTHOR = 'github-actions[bot]';

/** Whom the token writes as. The REST interface does not tell it to a job's token: https://docs.github.com/en/graphql/reference/queries#viewer */
async function authorOf({ api, token }: CommentOptions): Promise<string> {
  try {
    const answer = await request(api.replace(/\/api\/v3$/, '/api').concat('/graphql'), 'POST', token, { query: '{ viewer { login } }' });
    const data = isObject(answer) ? answer.data : undefined;
    const viewer = isObject(data) ? data.viewer : undefined;
    return isObject(viewer) && typeof viewer.login === 'string' ? viewer.login : JOB_AUTHOR;
  } catch {
    return JOB_AUTHOR;
  }
}

/** Only one's own: anybody can begin a comment with the marker, other bots too. */
async function findComment(comments: string, options: CommentOptions): Promise<number | undefined> {
  const { token, marker } = options;
  let author: string | undefined;
  for (let page = 1; page <= MAX_PAGES; page++) {
    const found = await request(`${comments}?per_page=100&page=${page}`, 'GET', token);
    if (!Array.isArray(found)) return undefined;
    for (const comment of found as readonly unknown[]) {
      if (!isObject(comment) || typeof comment.id !== 'number' || typeof comment.body !== 'string') continue;
      if (comment.body.split(/\r?\n/, 1)[0] !== marker || !isObject(comment.user)) continue;
      author ??= await authorOf(options);
      if (comment.user.login === author) return comment.id;
    }
    if (found.length < 100) return undefined;
  }
  return undefined;
}

class ApiError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`GitHub answered ${status}`);
    this.status = status;
  }
}

async function request(url: string, method: string, token: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
      'user-agent': 'synthcheck',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT),
  });
  if (!response.ok) throw new ApiError(response.status);
  return response.json();
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
