import { join, resolve } from 'node:path';
import { fixCodes } from '../../checks/fix-code.js';
import { checks } from '../../checks/index.js';
import { assemblyFolder, assemblyFolders } from '../commands/assembly-folders.js';
import { diffExitCode } from '../commands/diff.js';
import { exitCode } from '../commands/exit-code.js';
import { describeError } from '../commands/failure.js';
import { type Io, print } from '../commands/io.js';
import { InputError } from '../diagnostic.js';
import { writeFileSafely } from '../files/write-file.js';
import type { Finding, Report } from '../finding/report.js';
import { failingSeverities } from '../finding/threshold.js';
import { reportGithub } from '../report/findings/github.js';
import { reportSarif } from '../report/findings/sarif.js';
import { reportTerminal } from '../report/findings/terminal.js';
import { FINDING_FORMATS } from '../report/formats.js';
import { affectedApplications } from '../report/organization/comment.js';
import type { ReportContext } from '../report/reporter.js';
import { workflowCommand } from '../report/text/workflow-command.js';
import { checkAssemblies } from '../run/check-assemblies.js';
import { diffAssemblies } from '../run/diff-assemblies.js';
import { PLAIN, reportContext } from '../run/report-context.js';
import { type CommentOutcome, writeComment } from './comment.js';
import { type Inputs, readInputs } from './inputs.js';
import { annotateOrganization, askOthers, writeForOthers } from './organization.js';
import { addSummary, keyOf, pullRequestOf, setOutputs } from './runner.js';
import { annotateDiff, annotationsLeft, type Content, describeComment, isWorthwhile, toCommentBody, toSummary } from './texts.js';

/** One step of a workflow: checks, annotates, writes the summary, the SARIF file and the outputs, and comments when it may. Gives the exit code. */
export async function runAction(io: Io): Promise<number> {
  try {
    return await run(readInputs(io.env), io);
  } catch (error) {
    const text = describeError(error);
    await print(io.stdout, error instanceof InputError ? `${workflowCommand('error', { title: 'synthcheck' }, text.trim())}\n` : text);
    try {
      setOutputs(io.env, { 'exit-code': 2 });
    } catch (second) {
      await print(io.stdout, `${workflowCommand('error', { title: 'synthcheck' }, describeError(second).trim())}\n`);
    }
    return 2;
  }
}

/** Both reports are of one assembly. Fingerprints do not do: those of findings that are alike count what the baseline leaves. */
function placeKey({ checkId, stack, resource, propertyPath, message }: Finding): string {
  return JSON.stringify([checkId, stack.assembly, stack.id, resource?.logicalId, propertyPath, message]);
}

async function run(inputs: Inputs, io: Io): Promise<number> {
  const { stdout, env, cwd: workingDirectory } = io;
  const { config, baseline, assemblySuppressions, only, skip, stacks, templates, lint, strict, showValues } = inputs;
  const assemblies = assemblyFolders(inputs.assemblies, workingDirectory, templates);
  const before = inputs.before === undefined ? undefined : assemblyFolder(inputs.before, workingDirectory);
  const common = { config, checks, only, skip, assemblySuppressions, workingDirectory };
  const checked = await checkAssemblies({ ...common, assemblies, templates, stacks, lint, baseline });
  const [after = '.'] = assemblies;
  const diff = before === undefined ? undefined : await diffAssemblies({ ...common, before, after, templates });
  await writeForOthers(inputs, assemblies, io);
  // What a change removes that could not be read whole is not known.
  const isWhole = checked.graph.assemblies.every((assembly) => assembly.isWhole);
  const organization = isWhole ? await askOthers(inputs, assemblies, io) : undefined;
  const failOn = inputs.failOn ?? checked.config.failOn ?? 'error';
  const code = exitCode(checked.report, { failOn, strict });
  const { report } = checked;
  const added = diff && new Set(diff.findings.new.map(placeKey));
  const isNew = added && ((finding: Finding): boolean => added.has(placeKey(finding)));
  const context = reportContext(checked, {
    ...PLAIN,
    exitCode: code,
    failing: failingSeverities(failOn),
    fixCodes,
    showValues,
    isNew,
    elsewhere: 'see the summary of the job',
    checkAgain: `npx synthcheck ${assemblies.join(' ')}`,
    workingDirectory,
    env,
  });

  await print(stdout, `::group::synthcheck\n${reportTerminal(report, context)}::endgroup::\n`);
  await print(stdout, reportGithub(report, context, annotationsLeft(diff)));
  if (diff !== undefined) await print(stdout, annotateDiff(diff));
  if (organization !== undefined) await print(stdout, annotateOrganization(organization));

  const key = keyOf(env, assemblies);
  const sarif = resolve(workingDirectory, inputs.sarif ?? join(env.RUNNER_TEMP ?? '.', `synthcheck-${key}.sarif`));
  await writeReports(inputs, sarif, report, context, io);

  const content: Content = { report, context, diff, organization };
  addSummary(env, toSummary(content));
  const comment = inputs.comment ? await addComment(inputs, env, key, toCommentBody(content), isWorthwhile(content)) : undefined;
  if (comment !== undefined) await print(stdout, describeComment(comment));

  const affected = failingSeverities(failOn).some((severity) => (organization?.summary[severity] ?? 0) > 0) ? 1 : 0;
  const total = Math.max(code, affected, diff === undefined ? 0 : diffExitCode(diff, inputs.failOnChange));
  setOutputs(env, { ...outputsOf(content), sarif, 'exit-code': total, 'comment-url': comment?.kind === 'written' ? comment.url : '' });
  return total;
}

async function writeReports(
  { sarif: named, reports }: Inputs,
  sarif: string,
  report: Report,
  context: ReportContext,
  { env, cwd: workingDirectory }: Io,
): Promise<void> {
  // GitHub shows suppressed results as open: https://github.com/github/codeql-action/issues/1230
  const { checks, appOf, exitCode } = context;
  const text = reportSarif(report, { checks, fixCodes, appOf, exitCode, suppressed: () => [] });
  // Where nobody names the file its name can be foreseen, and an earlier step can have put a link there.
  writeFileSafely(sarif, text, named === undefined ? (env.RUNNER_TEMP ?? workingDirectory) : workingDirectory);
  for (const { format, file } of reports) writeFileSafely(file, await (await FINDING_FORMATS[format]())(report, context), workingDirectory);
}

/** Those that steps behind this one read. Empty where there is nothing to compare with. */
function outputsOf({ report: { summary }, diff, organization }: Content): Readonly<Record<string, string | number | boolean>> {
  return {
    errors: summary.error,
    warnings: summary.warning,
    infos: summary.info,
    suppressed: summary.suppressed,
    baselined: summary.baselined,
    blocked: diff?.summary.deployment.blocked ?? '',
    'data-loss': diff?.summary.resources['data-loss'] ?? '',
    destructive: diff?.summary.isDestructive ?? '',
    broadening: diff?.summary.isBroadening ?? '',
    'new-findings': diff?.summary.findings.new ?? '',
    'affected-applications': organization === undefined ? '' : affectedApplications(organization).length,
  };
}

async function addComment({ token }: Inputs, env: Io['env'], key: string, body: string, isWorthwhile: boolean): Promise<CommentOutcome> {
  const pullRequest = pullRequestOf(env);
  const { GITHUB_REPOSITORY: repository, GITHUB_API_URL: api = 'https://api.github.com' } = env;
  if (pullRequest === undefined || repository === undefined) return { kind: 'not-needed' };
  if (token === undefined) return { kind: 'read-only' };
  return writeComment({ api, repository, pullRequest, token, marker: `<!-- synthcheck ${key} -->`, body, isWorthwhile });
}
