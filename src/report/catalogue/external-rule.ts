import { suppressionOf } from './suppression-example.js';

interface Tool {
  /** The id, whose first group is the rule. */
  readonly pattern: RegExp;
  /** What stands before the rule in ids of findings. */
  readonly prefix: string;
  readonly name: string;
  readonly rules: (rule: string) => string;
}

/** Tools whose findings are reported under ids of their own, and where each explains its rules. */
const TOOLS: readonly Tool[] = [
  {
    pattern: /^(?:cfn-lint\/)?([EWI]\d{4})$/,
    prefix: 'cfn-lint/',
    name: 'cfn-lint, whose rules run through `@aws/cloudformation-validate`',
    rules: (rule) => `https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md#${rule}`,
  },
  {
    pattern: /^((?:AwsSolutions|HIPAA\.Security|NIST\.800\.53\.R[45]|PCI\.DSS\.321|Serverless)-\w+)$/,
    prefix: '',
    name: 'cdk-nag',
    rules: () => 'https://github.com/cdklabs/cdk-nag/blob/main/RULES.md',
  },
];

/** Where a rule of another tool is explained, and how to accept its findings; undefined for an id of none that is known. */
export function explainExternalRule(text: string): string | undefined {
  for (const { pattern, prefix, name, rules } of TOOLS) {
    const rule = pattern.exec(text)?.[1];
    if (rule === undefined) continue;
    const id = prefix + rule;
    return `${id}\nA rule of ${name}.\n\nSources:\n  ${rules(rule)}\n\nSuppress:\n${suppressionOf(id, false)}\n`;
  }
  return undefined;
}
