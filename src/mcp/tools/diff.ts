import { z } from 'zod';
import { checks } from '../../../checks/index.js';
import { CONSEQUENCES } from '../../diff/report.js';
import { reportDiffTerminal } from '../../report/diff/terminal.js';
import { verdictOf } from '../../report/diff/words.js';
import { diffAssemblies } from '../../run/diff-assemblies.js';
import { bytesOf, fitting, fittingLines, maxTokens } from '../answer.js';
import { TIMEOUT } from '../session.js';
import { defineTool } from '../tool.js';

const folder = z.string().min(1).max(1_000);

export const diffTool = defineTool({
  name: 'diff',
  title: 'What a deployment changes',
  description:
    'What changes between two outputs of cdk synth: what CloudFormation or a service rejects, which data is lost or replaced, who may do more, which findings are new. `before` is what is deployed now.',
  input: {
    before: folder.describe('Folder that cdk synth wrote for what is deployed'),
    after: folder.describe('Folder for what is to be deployed'),
    maxTokens,
  },
  output: {
    verdict: z.string(),
    blocked: z.number().int(),
    dataLoss: z.number().int(),
    isDestructive: z.boolean(),
    isBroadening: z.boolean(),
    newFindings: z.number().int(),
    problems: z.array(z.object({ level: z.enum(['blocked', 'careful']), stack: z.string(), message: z.string(), fix: z.string() })),
    resources: z.array(z.object({ consequence: z.enum(CONSEQUENCES), resource: z.string(), stack: z.string(), message: z.string() })),
    left: z.object({ problems: z.number().int(), resources: z.number().int() }),
  },
  async answer({ before, after, maxTokens }, session) {
    const [from = ''] = session.inputs([before]);
    const [to = ''] = session.inputs([after]);
    const report = await diffAssemblies({ before: from, after: to, checks, timeout: TIMEOUT, workingDirectory: session.folder });
    const { summary, deployment } = report;
    const bytes = bytesOf(maxTokens);
    const problems = deployment.problems.map(({ level, stack, message, fix }) => ({ level, stack: stack.name, message, fix }));
    const resources = report.resources.map(({ consequence, before, after, message }) => {
      const place = after ?? before;
      return {
        consequence,
        resource: place?.resource?.constructPath ?? place?.resource?.logicalId ?? '',
        stack: place?.stack.name ?? '',
        message,
      };
    });
    const shownProblems = fitting(problems, bytes / 2 - 300);
    const shownResources = fitting(resources, bytes / 2 - 300);
    return {
      text: fittingLines(reportDiffTerminal(report, { colors: false, width: 200, showValues: false }).trimEnd().split('\n'), bytes),
      data: {
        verdict: verdictOf(report),
        blocked: summary.deployment.blocked,
        dataLoss: summary.resources['data-loss'],
        isDestructive: summary.isDestructive,
        isBroadening: summary.isBroadening,
        newFindings: summary.findings.new,
        problems: shownProblems.shown,
        resources: shownResources.shown,
        left: { problems: shownProblems.left, resources: shownResources.left },
      },
    };
  },
});
