import { suppressionOf } from './suppression-example.js';

interface Tool {
  readonly prefix: RegExp;
  readonly name: string;
  readonly rules: (rule: string) => string;
}

/** Tools whose findings are reported under ids of their own, and where each explains its rules. */
const TOOLS: readonly Tool[] = [
  {
    prefix: /^cfn-lint\/([EWI]\d{4})$/,
    name: 'cfn-lint, whose rules run through `@aws/cloudformation-validate`',
    rules: (rule) => `https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md#${rule}`,
  },
  {
    prefix: /^((?:AwsSolutions|HIPAA\.Security|NIST\.800\.53\.R[45]|PCI\.DSS\.321|Serverless)-\w+)$/,
    name: 'cdk-nag',
    rules: () => 'https://github.com/cdklabs/cdk-nag/blob/main/RULES.md',
  },
];

/** Where a rule of another tool is explained, and how to accept its findings; undefined for an id of none that is known. */
export function explainExternalRule(id: string): string | undefined {
  for (const { prefix, name, rules } of TOOLS) {
    const rule = prefix.exec(id)?.[1];
    if (rule === undefined) continue;
    return `${id}\nA rule of ${name}.\n\nSources:\n  ${rules(rule)}\n\nSuppress:\n${suppressionOf(id, false)}\n`;
  }
  return undefined;
}
