import { SYNTHCHECK } from './project.js';
import { workflowOf } from './workflow.js';

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

/** `folder` holds the templates, from the repository's root. */
export function workflowOfTemplates(folder: string, branch: string): string {
  return workflowOf({
    folder,
    branch,
    env: {},
    steps: ['- uses: actions/setup-node@v5', '  with:', '    node-version: 24'],
    synthcheck: `npx --yes ${SYNTHCHECK}`,
    target: '.',
    prepare: [],
    proof: '.',
  });
}
