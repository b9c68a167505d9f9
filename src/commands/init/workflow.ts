import { InputError } from '../../diagnostic.js';

/**
 * What a workflow is written from. Paths are relative to the folder of the app or the templates, commands run there.
 * They stand in YAML, in expressions and in commands: `isPlainPath` holds for each.
 */
export interface WorkflowParts {
  /** The folder, from the repository's root: `''` or `infra/app`. */
  readonly folder: string;
  /** The branch whose pushes are checked. */
  readonly branch: string;
  readonly env: Readonly<Record<string, string>>;
  /** Steps before the check, lines of YAML. */
  readonly steps: readonly string[];
  /** The command that runs synthcheck. */
  readonly synthcheck: string;
  /** What is checked and compared: `cdk.out`, or `.`. */
  readonly target: string;
  /** Commands that make the target in a checkout of the base branch. */
  readonly prepare: readonly string[];
  /** The file that is there when the target could be made. */
  readonly proof: string;
}

/** Whether a path means the same in YAML, in an expression and in a command. */
export function isPlainPath(path: string): boolean {
  return /^[\w.][\w.@+/-]*$/.test(path);
}

/**
 * Checks every push and pull request, and compares a pull request with its base branch.
 * Throws `InputError` for a folder whose path is no plain text.
 */
export function workflowOf(parts: WorkflowParts): string {
  const { folder, branch, env, steps, synthcheck, target } = parts;
  if (folder !== '' && !isPlainPath(folder))
    throw new InputError(`a workflow cannot be written for ${folder}: its path has spaces or special characters`);
  const inFolder = (file: string): string => (folder === '' ? file : `${folder}/${file}`);
  const check = target === '.' ? `${synthcheck} check .` : synthcheck;
  const lines = [
    '- uses: actions/checkout@v5',
    '  with:',
    '    fetch-depth: 0 # for the base branch',
    ...steps,
    '# Annotations at the lines of the code.',
    `- run: ${check} --format github --report sarif=synthcheck.sarif --report markdown=synthcheck.md`,
    `- if: always() && hashFiles('${inFolder('synthcheck.md')}') != ''`,
    '  run: cat synthcheck.md >> "$GITHUB_STEP_SUMMARY"',
    `- if: always() && hashFiles('${inFolder('synthcheck.sarif')}') != ''`,
    '  uses: github/codeql-action/upload-sarif@v4',
    '  continue-on-error: true # where code scanning is off',
    '  with:',
    `    sarif_file: ${inFolder('synthcheck.sarif')}`,
    ...(folder === '' ? [] : [`    category: ${folder}`]),
    ...compare(parts, inFolder),
  ];
  return `name: synthcheck${folder === '' ? '' : ` ${folder}`}
on:
  pull_request:
  push:
    branches: [${branch}]
permissions:
  contents: read
  security-events: write # for code scanning; leave it out with the step that uploads
  pull-requests: write # for the comment; leave it out with the step that comments
jobs:
  synthcheck:
    runs-on: ubuntu-latest
${block('defaults', folder === '' ? [] : ['run:', `  working-directory: ${folder}`])}${block(
  'env',
  Object.entries(env).map(([name, value]) => `${name}: ${value}`),
)}    steps:
${lines.map((line) => `      ${line}\n`).join('')}`;
}

function block(key: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `    ${key}:\n${lines.map((line) => `      ${line}\n`).join('')}`;
}

/**
 * The comment is found again by its first line: other tools write with the same token.
 * A base branch without the app, or one that cannot be synthesized, is no reason to fail.
 */
function compare({ folder, synthcheck, target, prepare, proof }: WorkflowParts, inFolder: (file: string) => string): readonly string[] {
  const marker = `<!-- synthcheck${folder === '' ? '' : ` ${folder}`} -->`;
  const isMade = prepare.length > 0;
  return [
    '# What the pull request changes, as a comment that is kept up to date.',
    `- if: \${{ !cancelled() && github.event_name == 'pull_request'${isMade ? ` && hashFiles('${inFolder(proof)}') != ''` : ''} }}`,
    '  run: |',
    '    git worktree add --quiet "$RUNNER_TEMP/base" "origin/$GITHUB_BASE_REF"',
    `    base="$RUNNER_TEMP/base${folder === '' ? '' : `/${folder}`}"`,
    ...(isMade ? ['    # With the packages of the base branch.', `    (cd "$base" && ${prepare.join(' && ')}) || true`] : []),
    `    if [ ! -e "$base/${proof}" ]; then echo "::notice::The base branch has nothing to compare with."; exit; fi`,
    '    code=0',
    `    ${synthcheck} diff "$base${target === '.' ? '' : `/${target}`}" ${target} --format markdown --output synthcheck-diff.md || code=$?`,
    '    if [ ! -f synthcheck-diff.md ]; then exit "$code"; fi',
    `    { echo '${marker}'; cat synthcheck-diff.md; } > synthcheck-comment.md`,
    '    issues="repos/$GITHUB_REPOSITORY/issues"',
    `    own=$(gh api --paginate "$issues/$PULL_REQUEST/comments" --jq '.[] | select(.user.type == "Bot" and (.body | startswith("${marker}"))) | .id' | head -n 1)`,
    '    if [ -n "$own" ]; then set -- --method PATCH "$issues/comments/$own"; else set -- "$issues/$PULL_REQUEST/comments"; fi',
    '    gh api --silent "$@" --field body=@synthcheck-comment.md || true # the token of a fork may not write',
    '    exit "$code"',
    '  env:',
    '    GH_TOKEN: ${{ github.token }}',
    '    PULL_REQUEST: ${{ github.event.pull_request.number }}',
  ];
}
