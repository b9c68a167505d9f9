import { tableOf } from '../table-of.js';

/**
 * By the prefix of a cross-Region inference profile (`eu.amazon.nova-lite-v1:0`): regions from which none of them is called. Regions between
 * two geographies are left out: what they may call differs from model to model.
 * Source: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 */
const FAR: Readonly<Record<string, RegExp>> = tableOf({
  us: /^(?:eu|ap|me|af|cn)-|^us-gov-/,
  eu: /^(?:us|ap|ca|sa|mx|cn)-/,
  apac: /^(?:us|eu|ca|sa|mx|af|cn)-/,
  jp: /^(?!ap-northeast-)[a-z]/,
  au: /^(?!ap-southeast-)[a-z]/,
  'us-gov': /^(?!us-gov-)[a-z]/,
});

/** Providers of models, as ids name them. */
const PROVIDERS = 'ai21|amazon|anthropic|cohere|deepseek|meta|mistral|openai|qwen|stability|twelvelabs|writer';
const PROFILE = new RegExp(`^(?:.*:inference-profile\\/)?(apac|au|eu|global|jp|us-gov|us)\\.(?:${PROVIDERS})\\.[\\w.:-]{1,100}$`);
const MODEL = new RegExp(`(?:${PROVIDERS})\\.`);

/** Whether a part of a text may be one of the id of a model. */
export function mayNameModel(text: string): boolean {
  return MODEL.test(text);
}

/** The geography in the id or ARN of an inference profile; undefined for every other text. */
export function geographyOf(text: string): string | undefined {
  return PROFILE.exec(text)?.[1];
}

/** Whether a region cannot call the profiles of a geography, for certain. */
export function isFar(geography: string, region: string): boolean {
  return FAR[geography]?.test(region) === true;
}

/** Where resources name a model. */
export const MODEL_PLACES: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::Bedrock::Agent': ['FoundationModel'],
  'AWS::Bedrock::Prompt': ['Variants.*.ModelId'],
  'AWS::Bedrock::Flow': ['Definition.Nodes.*.Configuration.Prompt.SourceConfiguration.Inline.ModelId'],
  'AWS::Lambda::Function': ['Environment.Variables.{}'],
  'AWS::IAM::Policy': ['PolicyDocument.Statement.*.Resource.*'],
  'AWS::IAM::ManagedPolicy': ['PolicyDocument.Statement.*.Resource.*'],
  'AWS::IAM::Role': ['Policies.*.PolicyDocument.Statement.*.Resource.*'],
});
