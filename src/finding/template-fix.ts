import type { Docs } from '../check/check.js';
import { isL1Construct } from '../graph/model/l1-construct.js';
import type { PlaceParts } from './place.js';

/** What to write instead, in the words of whoever wrote the resource: the CDK's L2 constructs, its L1 constructs, or CloudFormation's. */
export function fixIn(place: PlaceParts, docs: Pick<Docs, 'fix' | 'templateFix'>, exact: string | undefined): string {
  const { fix, templateFix } = docs;
  if (place.stack.assembly.origin === 'cdk') return exact ?? fixOfL1(place, docs) ?? fix;
  // What a problem says by itself is more exact, when it is no code of the CDK.
  if (exact !== undefined && !isAboutCdk(exact)) return exact;
  return templateFix ?? exact ?? fix;
}

/** The props of an L1 construct are the properties of the template; how an L2 construct is written helps nobody there. */
function fixOfL1({ resource }: PlaceParts, { fix, templateFix }: Pick<Docs, 'fix' | 'templateFix'>): string | undefined {
  if (resource === undefined || templateFix === undefined || OF_TEMPLATES.test(templateFix) || !HAS_PROPERTY.test(templateFix))
    return undefined;
  if (OF_L1.test(fix) || !HAS_L2.test(fix) || !isL1Construct(resource)) return undefined;
  const name = resource.type.split('::').at(-1);
  const attributes = ATTRIBUTES.filter(([attribute]) => templateFix.includes(attribute)).map(([, method]) => method);
  const more = attributes.length === 0 ? '' : `, and ${[...new Set(attributes)].join(' and ')}`;
  // What to do first: some formats have room for one sentence.
  return `${templateFix} (\`Cfn${name}\` is an L1 construct: its props are the properties of the template${more}.)`;
}

/** What stands beside the properties, and what sets it. https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.CfnResource.html */
const ATTRIBUTES = [
  ['DeletionPolicy', '`applyRemovalPolicy` sets its policies'],
  ['UpdateReplacePolicy', '`applyRemovalPolicy` sets its policies'],
  ['DependsOn', '`addDependency` sets what it depends on'],
] as const;

const OF_TEMPLATES = /\btemplates?\b|!(?:Sub|Ref|GetAtt)\b/;
const OF_L1 = /\bCfn[A-Z]/;
/** A prop or a call, in code. */
const HAS_L2 = /`[^`]*(?:\w: |\w\()/;
/** A property of a template, in code. */
const HAS_PROPERTY = /`(?!AWS::)[A-Z]\w+(?:[.:\x60]| \[)/;

const PROSE = /\b(?:CDK|cdk|constructs?|props|stages?|L2)\b/;
const CODE = /^(?:new |[a-z]\w*\.\w|[a-z]\w*[:(]|[a-z]+[A-Z]|[A-Z]\w+\.[A-Za-z]|Cfn[A-Z])/;

/** Whether a sentence, whose code stands in backticks, mentions the CDK. */
export function isAboutCdk(text: string): boolean {
  return text.split('`').some((part, index) => (index % 2 === 1 ? CODE : PROSE).test(part));
}
