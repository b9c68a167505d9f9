import { indexCommand } from '../commands/index-command.js';
import type { Io } from '../commands/io.js';
import { packCommand } from '../commands/pack.js';
import { saltOf } from '../commands/salt.js';
import { DEFAULT_TIMEOUT_SECONDS, Deadline } from '../deadline.js';
import { InputError } from '../diagnostic.js';
import type { OrganizationReport } from '../organization/report.js';
import { affectsOthers } from '../report/organization/comment.js';
import { workflowCommand } from '../report/text/workflow-command.js';
import { askOrganization } from '../run/ask-organization.js';
import type { Inputs } from './inputs.js';

/** The input, or the name of the repository. */
function applicationOf({ application }: Inputs, { GITHUB_REPOSITORY: repository }: Io['env']): string | undefined {
  return application ?? repository?.split('/').at(-1);
}

/** Writes the pack and the index that other repositories read, where they are wanted. */
export async function writeForOthers(inputs: Inputs, assemblies: readonly string[], io: Io): Promise<void> {
  const { pack, index: output, config, owner, redact } = inputs;
  const app = applicationOf(inputs, io.env);
  const codes = [
    pack === undefined ? 0 : await packCommand.run({ assembly: assemblies[0], output: pack, app }, io),
    output === undefined ? 0 : await indexCommand.run({ assemblies, output, config, app, owner, redact }, io),
  ];
  if (codes.some((code) => code !== 0)) throw new InputError('what could not be read is missing in the pack and the index');
}

/** Who else is affected by the change; undefined when nobody asks. */
export async function askOthers(inputs: Inputs, assemblies: readonly string[], io: Io): Promise<OrganizationReport | undefined> {
  const { organization, config, redact } = inputs;
  if (organization.length === 0) return undefined;
  const { report } = await askOrganization({
    indexes: organization,
    change: assemblies,
    about: { application: applicationOf(inputs, io.env), redact, salt: await saltOf({ redact }, io, 'org') },
    config,
    deadline: new Deadline(DEFAULT_TIMEOUT_SECONDS),
    workingDirectory: io.cwd,
  });
  return report;
}

/** Findings and changes need the others. */
const MAX_ANNOTATIONS = 3;

/** An annotation for each way in which others are affected, and for each index that could not be read: that one is not a fault of the change. */
export function annotateOrganization({ problems, diagnostics }: OrganizationReport): string {
  const affected = problems.filter(affectsOthers).slice(0, MAX_ANNOTATIONS);
  const unread = diagnostics.filter(({ severity }) => severity !== 'info').slice(0, MAX_ANNOTATIONS);
  return [
    ...affected.map(({ severity, kind, message, fix }) =>
      workflowCommand(severity === 'error' ? 'error' : 'warning', { title: `other applications: ${kind}` }, `${message}\nFix: ${fix}`),
    ),
    ...unread.map(({ message, file }) =>
      workflowCommand('warning', { title: 'synthcheck org' }, file === undefined ? message : `${file}: ${message}`),
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
