import { describe, expect, it } from 'vitest';
import alarmRegion from '../../checks/cloudwatch/alarm-metric-region.js';
import replicaKey from '../../checks/dynamodb/replica-key-region.js';
import { checks } from '../../checks/index.js';
import gateway from '../../checks/network/gateway-endpoint-missing.js';
import egress from '../../checks/network/lambda-without-egress.js';
import type { Check } from '../../src/check/check.js';
import type { Example } from '../../src/check/example.js';
import { isRegion } from '../../src/facts/regions.js';
import { fixesIn } from '../support/fixes-in.js';

/** Regions of Europe for those of America, which stand in most fixes. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'us-east-1': 'eu-central-1',
  'us-west-2': 'eu-north-1',
  'us-east-2': 'eu-south-1',
  'eu-west-1': 'eu-west-3',
};

/** The same example in other regions. */
function inEurope(example: Example): Example {
  return JSON.parse(JSON.stringify(example).replace(/(?:us-east-[12]|us-west-2|eu-west-1)/g, (region) => ELSEWHERE[region] ?? region));
}

function regionsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![a-z0-9])[a-z]{2}(?:-[a-z]+){1,2}-\d(?![a-z0-9])/g)].map(([region]) => region).filter(isRegion);
}

/** Where AWS itself has one region, or a set of them, for everybody. */
const FIXED_BY_AWS =
  /^(?:cloudfront|cloudwatch\/alarm-metric-region|dynamodb\/strong-consistency-regions|events\/rule-region|region\/service-region|route53\/health-check-unused)/;

describe('a fix names regions of the app alone', () => {
  it.each<[string, Check]>(checks.filter(({ id }) => !FIXED_BY_AWS.test(id)).map((check) => [check.id, check]))('%s', (_, check) => {
    const example = inEurope(check.docs.bad);
    const ofApp = new Set(regionsIn(JSON.stringify(example)));
    const strange = fixesIn(example, check).flatMap((fix) => regionsIn(fix).filter((region) => !ofApp.has(region)));
    expect(strange).toEqual([]);
  });
});

describe('a fix names what is wrong', () => {
  it.each<[string, Check, Example, RegExp]>([
    [
      'a function that calls Secrets Manager',
      egress,
      egress.docs.bad,
      /^Add an endpoint: `vpc\.addInterfaceEndpoint\("SecretsManager", .*SECRETS_MANAGER/,
    ],
    [
      'a table behind a NAT gateway',
      gateway,
      gateway.docs.bad,
      /^Add `vpc\.addGatewayEndpoint\("DynamoDB", .*\.DYNAMODB \}\)`\. A gateway/,
    ],
    ['a replica in Stockholm', replicaKey, inEurope(replicaKey.docs.bad), /customerManagedKey\(key, \{ "eu-north-1": otherStack/],
    ['a metric of another region', alarmRegion, alarmRegion.docs.bad, /region: '/],
  ])('of %s', (_, check, example, fix) => {
    expect(fixesIn(example, check)[0]).toMatch(fix);
  });
});
