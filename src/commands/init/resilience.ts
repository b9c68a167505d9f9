import { DEFAULT_TIMEOUT_SECONDS, Deadline } from '../../deadline.js';
import { InputError } from '../../diagnostic.js';
import { escapeControlCharacters } from '../../report/text/escape.js';
import { type Proposal, proposeContract } from '../../resilience/propose.js';
import { loadGraph } from '../../run/load-graph.js';
import { assemblyFolders } from '../assembly-folders.js';
import type { Io } from '../io.js';

/** A contract for the app whose output lies here, as YAML to add to a configuration. Throws `InputError` for an app in one region. */
export async function proposeResilience({ cwd }: Io): Promise<string> {
  const deadline = new Deadline(DEFAULT_TIMEOUT_SECONDS);
  const { graph } = await loadGraph({ paths: assemblyFolders(undefined, cwd), deadline, workingDirectory: cwd });
  const proposal = proposeContract(graph);
  if (proposal === undefined) throw new InputError('all stacks are in one region: there is nothing that could take over');
  return toYaml(proposal);
}

function toYaml({ name, stacks, regions, rpo, notReplicated }: Proposal): string {
  const quoted = (text: string): string => JSON.stringify(escapeControlCharacters(text));
  return `# Add this to the configuration, and correct it: only you know what is promised. docs/resilience.md says what each key means.
resilience:
  - name: ${quoted(name)}
    stacks: [${stacks.map(quoted).join(', ')}]
    regions: [${regions.join(', ')}] # the first is the primary one
    mode: active-passive # active-active, hot-standby, warm-standby, pilot-light, backup-and-restore
    rpo: ${inUnits(rpo)} # how much of the last data may be lost
    rto: 1h # how long it may take until the application works again
${notReplicated.length === 0 ? '' : `    # Data that stays in ${regions[0]} today: replicate it, or say why it may be lost.\n    exceptions:\n${notReplicated.map((path) => `      - construct: ${quoted(path)}\n        reason: TODO\n`).join('')}`}`;
}

function inUnits(seconds: number): string {
  if (seconds % 86_400 === 0) return `${seconds / 86_400}d`;
  return seconds % 3600 === 0 ? `${seconds / 3600}h` : `${Math.ceil(seconds / 60)}m`;
}
