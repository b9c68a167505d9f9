import { describe, expect, it } from 'vitest';
import sdkCall from '../../checks/region/sdk-call-region.js';
import fifoMismatch from '../../checks/sqs/fifo-mismatch.js';
import { andList } from '../../src/and-list.js';
import type { Json, JsonObject } from '../../src/assembly/model.js';
import type { Example } from '../../src/check/example.js';
import { FIFO_PAIRS, STANDARD_ONLY, STANDARD_PROTOCOLS } from '../../src/facts/fifo.js';
import { FIXED_CALLS, REGIONAL_CALLS, SOURCE_PARAMETER } from '../../src/facts/regional-calls.js';
import { NAMING_PROPERTIES } from '../../src/facts/resource-names.js';
import { UNIQUE_NAMES } from '../../src/facts/unique-names.js';
import { messageIn, placesIn } from '../support/places-in.js';
import { propertiesWith } from '../support/put.js';

const of = (Type: string, Properties: JsonObject = {}): JsonObject => ({ Type, Properties });
const ref = (Ref: string): JsonObject => ({ Ref });
const arnOf = (id: string): JsonObject => ({ 'Fn::GetAtt': [id, 'Arn'] });
const app = (resources: JsonObject): Example => ({ App: { region: 'us-east-1', resources } });

describe('facts/fifo', () => {
  const MIXED = {
    'standard-to-fifo': [[false, true]],
    both: [
      [false, true],
      [true, false],
    ],
  } as const;
  const EQUAL = [
    [true, true],
    [false, false],
  ] as const;

  it.each(FIFO_PAIRS.map((row) => [row.type, row.target, row] as const))('%s %s', (type, target, { source, rejected, says }) => {
    const pair = ([from, to]: readonly [boolean, boolean]) => {
      const own = propertiesWith([target, arnOf('Target')], ...(source === undefined ? [] : [[source, ref('Source')] as const]));
      return app({
        Target: of('AWS::SQS::Queue', to ? { FifoQueue: true } : {}),
        Source: of('AWS::SNS::Topic', from ? { FifoTopic: true } : {}),
        Subject: of(type, source === undefined ? { ...own, ...(from && { FifoQueue: true }) } : { Protocol: 'sqs', ...own }),
      });
    };
    for (const kinds of MIXED[rejected]) {
      expect(placesIn(fifoMismatch, pair(kinds))).toEqual([`error Subject ${target}`]);
      expect(messageIn(fifoMismatch, pair(kinds))).toContain(says);
    }
    const accepted = rejected === 'both' ? EQUAL : [...EQUAL, [true, false] as const];
    for (const kinds of accepted) expect(placesIn(fifoMismatch, pair(kinds))).toEqual([]);
  });

  const standardOnly = Object.entries(STANDARD_ONLY).flatMap(([type, rows]) => rows.map((row) => [type, row.path, row.of, row] as const));
  it.each(standardOnly)('%s %s %s', (type, path, target, { answer, fails }) => {
    const isTopic = target === 'AWS::SNS::Topic';
    const subject = (isFifo: boolean) =>
      app({
        Target: of(target, isFifo ? { [isTopic ? 'FifoTopic' : 'FifoQueue']: true } : {}),
        Subject: of(type, propertiesWith([path.replaceAll('*', '0'), isTopic ? ref('Target') : arnOf('Target')])),
      });
    expect(placesIn(fifoMismatch, subject(true))).toEqual([`${fails ? 'error' : 'warning'} Subject ${path.replaceAll('*', '0')}`]);
    expect(messageIn(fifoMismatch, subject(true))).toContain(answer);
    expect(placesIn(fifoMismatch, subject(false))).toEqual([]);
  });

  it.each([...STANDARD_PROTOCOLS, 'sqs'])('protocol %s', (Protocol) => {
    const subscription = (topic: JsonObject) =>
      app({ Topic: of('AWS::SNS::Topic', topic), Subject: of('AWS::SNS::Subscription', { Protocol, TopicArn: ref('Topic') }) });
    expect(placesIn(fifoMismatch, subscription({ FifoTopic: true }))).toEqual(Protocol === 'sqs' ? [] : ['error Subject Protocol']);
    expect(placesIn(fifoMismatch, subscription({}))).toEqual([]);
  });
});

describe('facts/regional-calls', () => {
  const OUT = { 'Fn::GetStackOutput': { StackName: 'There', OutputName: 'Out', Region: 'us-west-2' } };
  /** A call with one parameter, in us-east-1 or where `region` says, about what is in us-west-2. */
  const calling = (
    service: string,
    name: string,
    value: Json,
    region?: string,
    there = 'AWS::SNS::Topic',
    named: JsonObject = {},
  ): Example => {
    const [before = '', after = ''] = JSON.stringify({ service, action: 'describeIt', region, parameters: { [name]: '|' } }).split('|');
    const Create = typeof value === 'string' ? before + value + after : { 'Fn::Join': ['', [before, value, after]] };
    return {
      There: { region: 'us-west-2', resources: { There: of(there, named) }, outputs: { Out: { Value: ref('There') } } },
      App: { region: 'us-east-1', dependencies: ['There'], resources: { Call: of('Custom::AWS', { Create }) } },
    };
  };

  it.each(REGIONAL_CALLS.flatMap((row) => row.clients.map((client) => [row.service, client, row] as const)))(
    '%s by %s',
    (service, client, { types, error, severity, parameter = 'Target' }) => {
      const proven = error === undefined ? 'warning' : (severity ?? 'error');
      const type = types.endsWith('::') ? `${types}Thing` : types;
      const ways: (readonly [severity: string, from: (region?: string) => Example])[] = [
        [proven, (region) => calling(client, parameter, OUT, region, type)],
      ];
      // The ARN of a bucket has no region.
      if (service !== 's3')
        ways.push([proven, (region) => calling(client, parameter, `arn:aws:${service}:us-west-2:482731905566:thing/orders`, region)]);
      for (const [property, named] of NAMING_PROPERTIES) {
        const [first] = named.filter((one) => one.startsWith(types));
        const naming = first === undefined ? '' : (UNIQUE_NAMES.get(first)?.steps.join('.') ?? property);
        if (first !== undefined && !SOURCE_PARAMETER.test(property) && parameter === 'Target')
          ways.push(['warning', (region) => calling(client, property, 'orders', region, first, { [naming]: 'orders' })]);
      }
      for (const [expected, from] of ways) {
        expect(placesIn(sdkCall, from())).toEqual([`${expected} Call Create`]);
        expect(messageIn(sdkCall, from())).toContain(error ?? 'it is not there');
        expect(placesIn(sdkCall, from('us-west-2'))).toEqual([]);
      }
    },
  );

  it.each(FIXED_CALLS.map((row) => [row.client, row] as const))(
    'calls of %s',
    (client, { parameter, region, also = [], error, severity, what }) => {
      const [name, value] = parameter ?? ['Name', 'orders'];
      const elsewhere = calling(client, name, value, 'eu-west-1');
      for (const other of also) expect(placesIn(sdkCall, calling(client, name, value, other))).toEqual([]);
      expect(placesIn(sdkCall, elsewhere)).toEqual([`${severity} Call Create`]);
      expect(messageIn(sdkCall, elsewhere)).toContain(
        `${what} in ${andList([region, ...also])} only: "${error.replace('{region}', 'eu-west-1')}"`,
      );
      expect(placesIn(sdkCall, calling(client, name, value, region))).toEqual([]);
      if (parameter !== undefined) expect(placesIn(sdkCall, calling(client, name, 'other', 'eu-west-1'))).toEqual([]);
    },
  );
});
