export const CONFIG_FILE = 'synthcheck.config.yaml';

/** Tells an editor what the keys are. */
const SCHEMA = '# yaml-language-server: $schema=./node_modules/synthcheck/schemas/config.schema.json\n';

/** `isInstalled`: whether synthcheck is in `node_modules`, with its schema. */
export function configOf(isInstalled: boolean): string {
  return isInstalled ? SCHEMA + CONFIG : CONFIG;
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
