import { describe, expect, it } from 'vitest';
import check from '../../../checks/region/inference-profile-region.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { placesIn } from '../../support/places-in.js';

const app = (type: string, properties: JsonObject, region = 'eu-central-1') => ({
  App: { region, resources: { User: { Type: type, Properties: properties } } },
});
const agent = (FoundationModel: Json, region?: string) => app('AWS::Bedrock::Agent', { FoundationModel }, region);
const policy = (...Resource: readonly Json[]) =>
  app('AWS::IAM::ManagedPolicy', {
    PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: [...Resource] }] },
  });
const ownProfile = (id: string) => ({
  'Fn::Sub': `arn:aws:bedrock:\${AWS::Region}:\${AWS::AccountId}:inference-profile/${id}`,
});
const variables = (Variables: JsonObject) => app('AWS::Lambda::Function', { Environment: { Variables } });
const MODEL = 'anthropic.claude-sonnet-4-20250514-v1:0';

describe('region/inference-profile-region', () => {
  it('says of which geography the profile is', () => {
    expect(findingsIn(check.docs.bad, check)).toEqual([
      {
        severity: 'warning',
        checkId: check.id,
        stack: 'Support',
        logicalId: 'Agent',
        propertyPath: 'FoundationModel',
        message:
          'This inference profile is of the geography us, and is called from eu-central-1: "The provided model identifier is invalid."',
      },
    ]);
  });

  it.each<[string, string, boolean]>([
    ['us', 'eu-west-1', true],
    ['us', 'us-west-2', false],
    ['us', 'ca-central-1', false],
    ['eu', 'us-east-1', true],
    ['eu', 'eu-north-1', false],
    // Between two geographies.
    ['eu', 'il-central-1', false],
    ['apac', 'eu-west-1', true],
    ['apac', 'ap-south-1', false],
    ['jp', 'ap-southeast-2', true],
    ['jp', 'ap-northeast-1', false],
    ['au', 'ap-northeast-1', true],
    ['us-gov', 'us-east-1', true],
    ['us', 'us-gov-west-1', true],
    ['global', 'eu-west-1', false],
  ])('%s in %s', (geography, region, isReported) => {
    expect(placesIn(check, agent(`${geography}.${MODEL}`, region))).toEqual(isReported ? ['warning User FoundationModel'] : []);
  });

  it.each<[string, ReturnType<typeof app>, string]>([
    ['an ARN of the region', agent(ownProfile(`us.${MODEL}`)), 'FoundationModel'],
    ['a policy', policy(ownProfile(`us.${MODEL}`)), 'PolicyDocument.Statement.0.Resource.0'],
    ['a variable of a function', variables({ MODEL: `us.${MODEL}` }), 'Environment.Variables.MODEL'],
    ['a variant of a prompt', app('AWS::Bedrock::Prompt', { Variants: [{ ModelId: `us.${MODEL}` }] }), 'Variants.0.ModelId'],
  ])('reports %s', (_, example, place) => {
    expect(placesIn(check, example)).toEqual([`warning User ${place}`]);
  });

  it.each<[string, ReturnType<typeof app>]>([
    ['an ARN of another region', agent(`arn:aws:bedrock:us-east-1:482731905566:inference-profile/us.${MODEL}`)],
    ['a policy for several geographies', policy(ownProfile(`us.${MODEL}`), ownProfile(`eu.${MODEL}`))],
    ['a function that is given a region as well', variables({ MODEL: `us.${MODEL}`, MODEL_REGION: 'us-east-1' })],
    ['a model', agent(MODEL)],
    ['another text', variables({ HOST: 'us.example.com' })],
  ])('ignores %s', (_, example) => {
    expect(placesIn(check, example)).toEqual([]);
  });
});
