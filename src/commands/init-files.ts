import type { Project } from './init-project.js';
import { WORKFLOW_START } from './workflow-start.js';

export const CONFIG_FILE = 'synthcheck.config.yaml';
export const WORKFLOW_FILE = '.github/workflows/synthcheck.yml';

/** Tells an editor what the keys are. */
const SCHEMA = '# yaml-language-server: $schema=./node_modules/synthcheck/schemas/config.schema.json\n';

export function configOf({ hasPackageJson }: Project): string {
  return hasPackageJson ? SCHEMA + CONFIG : CONFIG;
}

const CONFIG = `# Everything here is optional. \`synthcheck checks\` lists the checks, \`synthcheck explain ID\` explains one.

# The lowest severity that makes the exit code 1: error, warning, info, never.
failOn: error

# Severities by id or glob, or off. Rules of other tools too: cfn-lint/W3010, AwsSolutions/*.
checks: {}
#  route53/health-check-host-private: warning
#  cfn-lint/E*: error

# What templates cannot say: which stacks must go without a trace, and whose data must stay.
# deletion:
#   destroyable: ['*-loadtest']
#   retained: ['*-data-*']

# What exists although no stack here declares it.
# external:
#   s3: [company-artifacts-*]
#   exports: [SharedVpc*]

# cfn-lint's rules: auto takes over what \`cdk synth\` has found, and runs them when it has not.
lint:
  mode: auto
#  rules: [rules/*.guard]

# Findings that are accepted, each in one place, with the reason. In CDK code:
#   Validations.of(construct).acknowledge({ id: 'synthcheck::route53/…', reason: '…' })
suppressions: []
#  - id: s3/replication-destination-missing
#    construct: Data/Archive
#    reason: The bucket is made by the platform team.
#    until: 2027-03-31

# Findings that were there before: written by \`synthcheck --update-baseline\`, only new ones are reported.
# baseline: synthcheck.baseline.json

# Checks of your own, made with \`defineCheck\` of 'synthcheck'.
# ownChecks: [./checks/naming.mjs]
`;

/** https://github.com/aws/jsii/pull/5153, https://github.com/aws/jsii/pull/5158 */
const TRACES = `    env:
      JSII_HOST_STACK_TRACES: '1' # the lines of the app that create the constructs
`;

/** Checks every pull request and compares it with its base branch. Survives a `cdk synth` that fails for an annotation. */
export function workflowOf({ steps, npx, hasPackageJson, language }: Project): string {
  // Without a package.json the packages are taken by their own names.
  const cdk = hasPackageJson ? `${npx} cdk` : `${npx} aws-cdk@2`;
  const synthcheck = `${npx} synthcheck`;
  const hasTraces = language === 'python' || language === 'java';
  return `${WORKFLOW_START}${hasTraces ? TRACES : ''}    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0 # for the base branch
${steps.map((line) => `      ${line}`).join('\n')}
      # An annotation that is an error makes synth fail although the assembly is written: it is reported below.
      - run: ${cdk} synth --quiet || test -f cdk.out/manifest.json
      # Annotations at the lines that create the constructs.
      - run: ${synthcheck} --format github --report sarif=synthcheck.sarif --report markdown=synthcheck.md
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
          (cd ../base && { [ ! -d "$GITHUB_WORKSPACE/node_modules" ] || ln -s "$GITHUB_WORKSPACE/node_modules" node_modules; } && ${cdk} synth --quiet || test -f cdk.out/manifest.json)
          ${synthcheck} diff ../base/cdk.out cdk.out --format markdown --output synthcheck-diff.md
          gh pr comment "$GITHUB_HEAD_REF" --body-file synthcheck-diff.md --edit-last --create-if-none || true # a fork's token may not
        env:
          GH_TOKEN: \${{ github.token }}
`;
}
