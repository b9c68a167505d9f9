import { z } from 'zod';
import { fixCode } from '../../../checks/fix-code.js';
import { checks } from '../../../checks/index.js';
import { selectById, unknownCheckError } from '../../config/select-checks.js';
import { inLanguage } from '../../finding/cdk-code/sentence.js';
import { LANGUAGES } from '../../language.js';
import { explainCheck } from '../../report/catalogue/explanation.js';
import { explainExternalRule } from '../../report/catalogue/external-rule.js';
import { bytesOf, fitting, fittingLines, maxTokens } from '../answer.js';
import { defineTool } from '../tool.js';

export const explainTool = defineTool({
  name: 'explain',
  title: 'Explain a check',
  description: 'Why a check exists, what to write in the CDK instead, how to accept a finding, an example as a diff, and its sources.',
  input: {
    id: z.string().min(1).max(200).describe('Id of a check or group: route53/set-identifier-missing, s3'),
    language: z.enum(LANGUAGES).default('typescript').describe('Language of the app'),
    maxTokens,
  },
  output: {
    checks: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        why: z.string(),
        fix: z.string(),
        sources: z.array(z.string()),
      }),
    ),
    left: z.number().int(),
  },
  async answer({ id, language, maxTokens }) {
    const found = selectById(id, checks);
    const bytes = bytesOf(maxTokens);
    if (found.length === 0) {
      const rule = explainExternalRule(id);
      if (rule === undefined) throw unknownCheckError(id, checks);
      return { text: fittingLines(rule.trimEnd().split('\n'), bytes), data: { checks: [], left: 0 } };
    }
    const entries = found.map(({ id, title, severity, docs: { why, fix, sources } }) => ({
      id,
      title,
      severity,
      why,
      fix: inLanguage(fix, language),
      sources: [...sources],
    }));
    const { shown, left } = fitting(entries, bytes - 100);
    // Of a group each in a line: the whole texts of twenty checks nobody reads.
    const [only] = found;
    const lines =
      found.length === 1 && only !== undefined
        ? explainCheck(only, { colors: false, width: 120, fix: inLanguage(only.docs.fix, language), code: fixCode(only.id, language) })
            .trimEnd()
            .split('\n')
        : found.map(({ id, severity, title }) => `${severity} ${id}: ${title}`);
    return { text: fittingLines(lines, bytes), data: { checks: shown, left } };
  },
});
