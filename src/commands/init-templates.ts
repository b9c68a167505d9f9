import { WORKFLOW_START } from './workflow-start.js';

const MAX_LISTED = 50;

/** A configuration for a repository of templates: where each is deployed has to be filled in. */
export function configOfTemplates(templates: readonly string[]): string {
  const stacks = templates.slice(0, MAX_LISTED).map((template) => `#  - { template: ${quoted(template)}, region: us-east-1 }`);
  return `# Everything here is optional. \`synthcheck checks\` lists the checks, \`synthcheck explain ID\` explains one.

# Where each template is deployed: without it all templates are checked, and nothing that depends on the region is reported.
# name, regions, account, parameters, tags, dependsOn and terminationProtection may stand there, too.
# stacks:
${stacks.join('\n')}

# The lowest severity that makes the exit code 1: error, warning, info, never.
failOn: error

# Severities by id or glob, or off. Rules of cfn-lint too: cfn-lint/W3010.
checks: {}

# What exists although no template here declares it.
# external:
#   s3: [company-artifacts-*]
#   exports: [SharedVpc*]

# Findings that are accepted, each in one place, with the reason. In a template, in the resource:
#   Metadata: { synthcheck: { ignore: [{ id: s3/…, reason: … }] } }
suppressions: []
#  - { id: s3/replication-destination-missing, stack: orders, reason: The bucket is made by the platform team. }

# Findings that were there before: written by \`synthcheck --update-baseline\`, only new ones are reported.
# baseline: synthcheck.baseline.json
`;
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : JSON.stringify(path);
}

/** Checks every pull request and compares it with its base branch. */
export function workflowOfTemplates(): string {
  const synthcheck = 'npx --yes synthcheck';
  return `${WORKFLOW_START}    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0 # for the base branch
      - uses: actions/setup-node@v5
        with:
          node-version: 24
      # Annotations at the lines of the templates.
      - run: ${synthcheck} check . --format github --report sarif=synthcheck.sarif --report markdown=synthcheck.md
      - if: always() && hashFiles('synthcheck.md') != ''
        run: cat synthcheck.md >> "$GITHUB_STEP_SUMMARY"
      - if: always() && hashFiles('synthcheck.sarif') != ''
        uses: github/codeql-action/upload-sarif@v4
        continue-on-error: true # where code scanning is off
        with:
          sarif_file: synthcheck.sarif
      # What the pull request changes, as a comment that is kept up to date.
      - if: always() && github.event_name == 'pull_request'
        run: |
          git worktree add ../base "origin/$GITHUB_BASE_REF"
          ${synthcheck} diff ../base . --format markdown --output synthcheck-diff.md
          gh pr comment "$GITHUB_HEAD_REF" --body-file synthcheck-diff.md --edit-last --create-if-none || true # a fork's token may not
        env:
          GH_TOKEN: \${{ github.token }}
`;
}
