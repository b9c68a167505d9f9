import { shortList } from '../../short-list.js';
import { deployCommand, destroyCommand, isCdk } from '../commands.js';
import type { ExportUse } from './export-use.js';
import type { Problem } from './problem.js';

/** What an export that is removed or changed does to the deployment. Undefined when it does nothing. */
export function describeExport(use: ExportUse, names: readonly string[]): Problem | undefined {
  const { writer, until } = use;
  if (writer === 'ignores-values' || writer === 'updates') return until === 'still' ? staleImporter(use, names) : undefined;
  return exportInUse(use, names);
}

function exportInUse(use: ExportUse, names: readonly string[]): Problem {
  const { importer, exporter, exporterNow, fate, writer, until, revision } = use;
  const what = fate === 'removed' ? 'removes' : revision === undefined ? 'changes the value of' : 'changes';
  const why = {
    left: `${importer.name}, which is no longer in the app but stays deployed, uses`,
    still: `${importer.name} still uses`,
    later: `${importer.name}, which is deployed after it, still uses`,
    'any-time': `${importer.name}, which may be deployed after it, still uses`,
  }[until];
  const them = names.length === 1 ? 'it' : 'them';
  const cause =
    revision === undefined
      ? ''
      : ` The reason is ${revision.displayName}: every change of its files or settings makes a new revision with another ARN.`;
  const certain = until !== 'any-time' && writer !== 'unknown' && writer !== 'removed';
  return {
    kind: revision === undefined ? 'export-in-use' : 'revision-in-use',
    level: certain ? 'blocked' : 'careful',
    at: exporterNow,
    message: `${exporter.name} ${what} ${listOf(names)}, and ${why} ${them}: ${answerOf(use, names[0] ?? '')}.${cause}`,
    fix: fixOf(use),
  };
}

/** The words of CloudFormation, or of the CDK's handler. https://github.com/aws/aws-cdk/pull/22008 */
function answerOf({ fate, writer, importer }: ExportUse, name: string): string {
  if (writer === undefined)
    return `\`Export ${name} cannot be ${fate === 'removed' ? 'deleted' : 'updated'} as it is in use by ${importer.name}\``;
  const answer =
    fate === 'removed' ? `\`Exports cannot be updated: ${name} is in use by stack(s) ${importer.name}\`` : '`Some exports have changed!`';
  if (writer === 'removed') return `the deployed writer of exports, which is deleted, answers ${answer} and leaves the parameter behind`;
  // https://github.com/aws/aws-cdk/pull/38059
  return writer === 'unknown'
    ? `a writer of exports by aws-cdk-lib before 2.276 answers ${answer}; its code is not in the assembly`
    : answer;
}

function fixOf({ fate, writer, exporter, importer, until, revision }: ExportUse): string {
  if (until === 'left') return `Delete the stack ${importer.name} first (${destroyCommand(importer)}).`;
  if (revision !== undefined)
    return `Declare ${revision.displayName} in the stack that uses it, or pass its ARN in a parameter of Parameter Store (\`new ssm.StringParameter(…)\` in ${exporter.name}, \`ssm.StringParameter.valueForStringParameter(…)\` in ${importer.name}) instead of an export: deploy that first with unchanged files, and keep the export until then with \`this.exportValue(…)\`.`;
  if (fate === 'removed' && writer === undefined)
    return isCdk(exporter)
      ? `Deploy in two steps: keep the export with \`this.exportValue(…)\` in ${exporter.name} and deploy; then take that line out and deploy again.`
      : `Deploy in two steps: keep the output with its export in ${exporter.name} and deploy; then take it out and deploy again.`;
  if (fate === 'removed')
    return `Deploy ${importer.name} on its own first (\`${deployCommand(importer, { exclusively: true })}\`), then ${exporter.name}.`;
  return `Deploy in two steps: first create the new resource beside the old one and let ${importer.name} use that one; remove the old one, with its export, in a second deployment.`;
}

/** A writer without a guard lets the deployment through, and the stack that reads it does not notice. */
function staleImporter(use: ExportUse, names: readonly string[]): Problem {
  const { importer, exporter, exporterNow, fate, writer, revision } = use;
  const one = names.length === 1;
  const list = listOf(names);
  const cause = revision === undefined ? 'a resource that is replaced' : `the revision before of ${revision.displayName}`;
  const message =
    fate === 'removed'
      ? `${exporter.name} removes ${list}: its writer deletes the ${one ? 'parameter' : 'parameters'}, and ${importer.name}, which still reads ${one ? 'it' : 'them'}, cannot be updated without.`
      : writer === 'updates'
        ? `${exporter.name} changes the value of ${list}; the template of ${importer.name} need not change, and then it keeps the value of ${cause}.`
        : `${exporter.name} changes the value of ${list}, but its writer of exports writes only new names, not another value of an existing one: ${importer.name} keeps the value of ${cause}, and nothing fails.`;
  return {
    kind: 'stale-consumer',
    level: 'careful',
    at: exporterNow,
    message,
    fix:
      fate === 'removed'
        ? `Keep the reference in the code of ${importer.name}, or remove it there and deploy ${importer.name} first.`
        : writer === 'updates'
          ? `Deploy ${importer.name} all the same: \`cdk deploy --force ${importer.displayName}\`.`
          : `Give the new resource another construct id, so that it is exported under another name, and let ${importer.name} use that one.`,
  };
}

const MAX_NAMES = 3;

function listOf(names: readonly string[]): string {
  return `the ${names.length === 1 ? 'export' : 'exports'} ${shortList(names, MAX_NAMES)}`;
}
