import type { Example } from '../../../src/check/example.js';

export const resource = (type: string, properties: object = {}) => ({ Type: type, Properties: { ...properties } });
export const QUEUE = resource('AWS::SQS::Queue');
export const TOPIC = resource('AWS::SNS::Topic');
export const pair = (
  one: object,
  other: object,
  [first, second]: readonly [string, string] = ['AppPrimary', 'AppSecondary'],
  secondRegion = 'us-west-2',
): Example => ({
  [first]: { region: 'us-east-1', resources: { ...one } },
  [second]: { region: secondRegion, resources: { ...other } },
});
