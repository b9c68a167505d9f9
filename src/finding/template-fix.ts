import type { Stack } from '../assembly/model.js';
import type { Docs } from '../check/check.js';

/** What to write instead, in the words of whoever wrote the template: the CDK's, or CloudFormation's. */
export function fixIn({ assembly }: Stack, { fix, templateFix }: Pick<Docs, 'fix' | 'templateFix'>, exact: string | undefined): string {
  if (assembly.origin === 'cdk') return exact ?? fix;
  // What a problem says by itself is more exact, when it is no code of the CDK.
  if (exact !== undefined && !isAboutCdk(exact)) return exact;
  return templateFix ?? exact ?? fix;
}

const PROSE = /\b(?:CDK|cdk|constructs?|props|stages?|L2)\b/;
const CODE = /^(?:new |[a-z]\w*\.\w|[a-z]\w*[:(]|[a-z]+[A-Z]|[A-Z]\w+\.[A-Za-z]|Cfn[A-Z])/;

/** Whether a sentence, whose code stands in backticks, speaks of the CDK. */
export function isAboutCdk(text: string): boolean {
  return text.split('`').some((part, index) => (index % 2 === 1 ? CODE : PROSE).test(part));
}
