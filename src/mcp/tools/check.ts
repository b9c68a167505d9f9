import { z } from 'zod';
import { checks } from '../../../checks/index.js';
import { exitCode } from '../../commands/exit-code.js';
import { failingSeverities } from '../../finding/threshold.js';
import { reportAgent } from '../../report/findings/agent.js';
import { groupByCause } from '../../report/findings/causes.js';
import { checkAssemblies } from '../../run/check-assemblies.js';
import { PLAIN, reportContext } from '../../run/report-context.js';
import { bytesOf, fitting, maxTokens } from '../answer.js';
import { assemblies } from '../places.js';
import { TIMEOUT } from '../session.js';
import { defineTool } from '../tool.js';

const ids = z.array(z.string().max(200)).max(200).optional();

export const checkTool = defineTool({
  name: 'check',
  title: 'Check what cdk synth produced',
  description:
    'Checks all stacks, stages and regions of a cloud assembly as one graph: what will fail to deploy, lose data or be unreachable, with the line of the app and the fix. Run `cdk synth` before, and again after a change.',
  input: {
    assemblies,
    only: ids.describe('Ids, groups or globs of checks: s3, s3/*, route53/set-identifier-missing'),
    skip: ids.describe('Checks that are not run'),
    stacks: ids.describe('Names or globs of stacks whose findings are wanted'),
    maxTokens,
  },
  output: {
    passed: z.boolean().describe('Whether nothing fails the run and all could be checked'),
    summary: z.object({
      error: z.number().int(),
      warning: z.number().int(),
      info: z.number().int(),
      suppressed: z.number().int(),
      baselined: z.number().int(),
    }),
    findings: z.array(
      z.object({
        check: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        source: z.string().nullable(),
        resource: z.string().nullable(),
        stack: z.string(),
        message: z.string(),
        fix: z.string(),
        code: z.string().nullable().describe('The fix as code'),
        places: z.number().int().describe('Findings with this cause'),
      }),
    ),
    left: z.number().int().describe('Causes that have no room here'),
    problems: z.array(z.string()).describe('What could not be read or checked'),
  },
  async answer({ assemblies, only, skip, stacks, maxTokens }, session) {
    const named = (values: readonly string[] | undefined, origin: string) => values && { ids: values, origin };
    const checked = await checkAssemblies({
      assemblies: session.inputs(assemblies),
      checks,
      only: named(only, '`only`'),
      skip: named(skip, '`skip`'),
      stacks: named(stacks, '`stacks`'),
      timeout: TIMEOUT,
      workingDirectory: session.folder,
    });
    const { report, config } = checked;
    const failOn = config.failOn ?? 'error';
    const code = exitCode(report, { failOn, strict: false });
    const bytes = bytesOf(maxTokens);
    const context = reportContext(checked, {
      ...PLAIN,
      exitCode: code,
      failing: failingSeverities(failOn),
      showValues: false,
      elsewhere: 'ask again with `only`',
      checkAgain: '`cdk synth`, then ask again',
      hasTools: true,
      bytes,
      workingDirectory: session.folder,
      env: {},
    });
    const findings = groupByCause(report.findings).map(([finding, ...others]) => {
      const { checkId, severity, source, resource, stack, message, fix, fixExample } = finding;
      return {
        check: checkId,
        severity,
        source: source === null ? null : `${context.showSource(source.file, stack.assembly)}:${source.line}`,
        resource: resource === null ? null : (resource.constructPath ?? resource.logicalId),
        stack: stack.name,
        message,
        fix,
        code: fixExample?.text ?? null,
        places: others.length + 1,
      };
    });
    const problems = report.diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ file, message }) => (file === undefined ? message : `${file}: ${message}`));
    const shownProblems = fitting(problems, bytes / 4);
    const { shown, left } = fitting(findings, bytes - 400 - JSON.stringify(shownProblems.shown).length);
    return {
      text: reportAgent(report, context),
      data: { passed: code === 0, summary: report.summary, findings: shown, left, problems: shownProblems.shown },
    };
  },
});
