export const CONFIG_FILE = 'synthcheck.config.yaml';
export const WORKFLOW_FILE = '.github/workflows/synthcheck.yml';

export const CONFIG = `# yaml-language-server: $schema=./node_modules/synthcheck/schemas/config.schema.json
# Everything here is optional. \`synthcheck checks\` lists the checks, \`synthcheck explain ID\` tells more of one.

# The mildest severity that makes the exit code 1: error, warning, info, never.
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

export const WORKFLOW = `name: synthcheck
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  synthcheck:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      # An annotation that is an error makes synth fail although the assembly is written: it is reported below.
      - run: npx cdk synth --quiet || test -f cdk.out/manifest.json
      # Annotations at the lines that create the constructs.
      - run: npx synthcheck --format github
`;
