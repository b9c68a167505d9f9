import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { geographyOf, isFar, MODEL_PLACES, mayNameModel } from '../../src/facts/inference-profiles.js';
import { hasText, stepInto } from '../../src/graph/model/json.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { placesAt } from '../../src/queries/region-of.js';

const app = (geography: string) => ({
  Support: stack('eu-central-1', {
    Agent: resource('AWS::Bedrock::Agent', {
      AgentName: 'support',
      AgentResourceRoleArn: 'arn:aws:iam::482731905566:role/agent',
      FoundationModel: `${geography}.amazon.nova-lite-v1:0`,
      Instruction: 'Answer questions about orders in a friendly tone.',
    }),
  }),
});

export default defineCheck({
  id: 'region/inference-profile-region',
  title: 'Bedrock inference profile of another geography',
  severity: 'warning',
  types: Object.keys(MODEL_PLACES),
  docs: {
    why: 'A cross-Region inference profile belongs to a geography, which its id begins with: "us." is called from regions of the United States and Canada, "eu." from Europe, "apac.", "jp." and "au." from Asia and the Pacific. In another region nothing has that id: "The provided model identifier is invalid", and a policy that grants it grants nothing.',
    fix: 'Use the profile of the geography that the stack is in, with the prefix from the configuration of each environment, or a global one.',
    sources: [
      'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html',
      'https://github.com/aws-samples/serverless-patterns/pull/3093',
      'https://github.com/earendil-works/pi/pull/5527',
    ],
    bad: app('us'),
    good: app('eu'),
  },
  *resource(resource) {
    const { region, type } = resource;
    if (region === undefined || !mayName(resource)) return;
    const places = placesAt(resource, ...(MODEL_PLACES[type] ?? []));
    const named = places.flatMap((at) => {
      const geography = geographyOf(at.text ?? at.textWith(''));
      const where = geography === undefined ? undefined : regionOf(at, region);
      return geography === undefined || where === undefined ? [] : [{ at, geography, where }];
    });
    // What names one of its own geography as well chooses between them.
    if (named.some(({ geography, where }) => !isFar(geography, where))) return;
    for (const { at, geography, where } of named) {
      if (isToldWhere(type, places, geography)) continue;
      yield {
        at,
        message: `This inference profile is of the geography ${geography}, and is called from ${where}: "The provided model identifier is invalid."`,
      };
    }
  },
});

/** A quick look over the raw text, which most functions and policies do not pass. */
function mayName({ type, stack, raw: { Properties } }: Resource): boolean {
  if (type.startsWith('AWS::IAM::')) return stack.template.hasInferenceProfiles;
  return type !== 'AWS::Lambda::Function' || hasText(stepInto(Properties, 'Environment'), mayNameModel);
}

/** An ARN says where the profile is called. */
function regionOf({ text, arn }: Property, region: string): string | undefined {
  if (arn === undefined) return text === undefined || text.startsWith('arn:') ? undefined : region;
  return arn.service === 'bedrock' ? arn.region : undefined;
}

/** A program that is given a region as well may call the model there. */
function isToldWhere(type: string, places: readonly Property[], geography: string): boolean {
  const area = geography === 'apac' || geography === 'jp' || geography === 'au' ? 'ap' : geography;
  return type === 'AWS::Lambda::Function' && places.some(({ text }) => text?.startsWith(`${area}-`));
}
