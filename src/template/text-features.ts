import type { Template } from '../assembly/model.js';

/** What a template's text may hold, found before it is parsed: whoever looks for it reads no template that has none. */
export type TextFeatures = Pick<
  Template,
  'hasDynamicReferences' | 'hasAccountNumbers' | 'hasInferenceProfiles' | 'mayHaveTokens' | 'mayHaveOddArns'
>;

export function textFeaturesOf(text: string): TextFeatures {
  const hasEither = REFERENCE_OR_PROFILE.test(text);
  const hasDynamicReferences = hasEither && text.includes('{{resolve:');
  return {
    hasDynamicReferences,
    hasAccountNumbers: ACCOUNT_NUMBER.test(text),
    hasInferenceProfiles: hasEither && text.includes('inference-profile'),
    mayHaveTokens:
      TOKEN_TEXTS.some((form) => form.test(text)) || (hasDynamicReferences && UNKNOWN_SERVICE.test(text)) || hasPseudoOutsideOfSub(text),
    mayHaveOddArns: ODD_ARN.test(text),
  };
}

/** Not the one in the name of the bucket that `cdk bootstrap` makes. */
const ACCOUNT_NUMBER = /(?<![\w-])\d{12}(?![\w-])/;

/**
 * Tokens as text, list and number, in any case, also when their signs are lost (`TokenTOKEN12`), the dummies of lookups, and functions that
 * became a text, in YAML or in JSON. Several, as V8 looks at every character of a text for many alternatives, and skips most for a few.
 */
const TOKEN_TEXTS: readonly RegExp[] = [
  /undefined|\[object |dummy/i,
  /token(?:\[|TOKEN)|e\+289/i,
  /:(?:null|NaN):|"(?:null|NaN)"|:iam:[0-9$]/i,
  /ami-1234|1234abcd-/i,
  /"(?:vpc|[ps]|rtb)-\d{5}[ps]?"/i,
  /"(?:!(?:Ref|GetAtt|Sub|ImportValue|Join|Select|FindInMap|GetAZs|Split)\s|\{\\"(?:Ref|Fn::))/,
];
/** Of a service that CloudFormation does not read, or of Parameter Store by an ARN, which it does not take. */
const UNKNOWN_SERVICE = /\{\{resolve:(?!(?:ssm|ssm-secure|secretsmanager):)|\{\{resolve:ssm(?:-secure)?:arn:/;
/** Most templates have neither, and one look tells. */
const REFERENCE_OR_PROFILE = /\{\{resolve:|inference-profile/;
/** Of another partition than that of the commercial regions, or of a service whose ARNs have no region. */
const ODD_ARN = /arn:aws(?!:)|:(?:s3|iam):(?!:)/;
const PSEUDO_PARAMETER = '${AWS::';

/** Whether a pseudo parameter stands in a text that is not, as in most templates, the argument of an `Fn::Sub`. */
function hasPseudoOutsideOfSub(text: string): boolean {
  for (let at = text.indexOf(PSEUDO_PARAMETER); at !== -1; at = text.indexOf(PSEUDO_PARAMETER, at)) {
    const start = text.lastIndexOf('"', at);
    if (!/b": ?$/.test(text.slice(Math.max(0, start - 4), Math.max(0, start)))) return true;
    const end = text.indexOf('"', at);
    if (end === -1) return false;
    at = end;
  }
  return false;
}
