import { expect, it } from 'vitest';
import check from '../../../checks/cloudwatch/alarm-without-action.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const ALARM = 'AWS::CloudWatch::Alarm';
const TOPIC = 'arn:aws:sns:us-east-1:482731905566:pager';
const alarm = (properties: object = {}) => ({ Type: ALARM, Properties: { Threshold: 1, ...properties } });
/** One alarm that tells somebody, and another. */
const app = (other: object, resources: object = {}, rest: object = {}): Example => ({
  App: { region: 'us-east-1', resources: { Told: alarm({ AlarmActions: [TOPIC] }), Other: alarm(other), ...resources }, ...rest },
});
const found = (example: Example) =>
  findingsIn(example, check).map(({ severity, logicalId, propertyPath }) => [severity, logicalId, propertyPath ?? ''].join(' ').trim());

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "cloudwatch/alarm-without-action",
        "logicalId": "Failures",
        "message": "The alarm Failures has no action, and nothing else in the app uses it: nobody is notified when it fires.",
        "related": [
          {
            "logicalId": "Failures",
            "message": "Failures in stack East sends a notification.",
            "propertyPath": "AlarmActions",
            "stack": "East",
          },
        ],
        "severity": "warning",
        "stack": "West",
      },
    ]
  `);
});

it('says once for a stack that no alarm of the app does anything', () => {
  const stack = { region: 'us-east-1', resources: { One: alarm({ AlarmName: 'one' }), Two: alarm() } };
  expect(
    findingsIn({ East: stack, West: { ...stack, region: 'us-west-2' } }, check).map(({ severity, message }) => [severity, message]),
  ).toEqual([
    ['info', '2 alarms of this stack, such as one, have no action, and no alarm of this app sends a notification.'],
    ['info', '2 alarms of this stack, such as one, have no action, and no alarm of this app sends a notification.'],
  ]);
});

it.each<[string, Example, string]>([
  ['an empty list', app({ AlarmActions: [] }), 'warning Other'],
  ['an action only when all is well again', app({ OKActions: [TOPIC] }), 'warning Other'],
  [
    'a composite alarm',
    app({ AlarmActions: [TOPIC] }, { Both: { Type: 'AWS::CloudWatch::CompositeAlarm', Properties: { AlarmRule: 'FALSE' } } }),
    'warning Both',
  ],
  ['actions that are switched off', app({ AlarmActions: [TOPIC], ActionsEnabled: 'false' }), 'info Other ActionsEnabled'],
  [
    'an app that has a topic for alarms and uses it for none',
    { App: { region: 'us-east-1', resources: { AlarmTopic: { Type: 'AWS::SNS::Topic', Properties: {} }, Other: alarm() } } },
    'warning Other',
  ],
  [
    'an app whose only action scales a service',
    {
      App: {
        region: 'us-east-1',
        resources: {
          Busy: alarm({ AlarmActions: [{ Ref: 'Policy' }] }),
          Policy: { Type: 'AWS::ApplicationAutoScaling::ScalingPolicy', Properties: {} },
          Other: alarm(),
        },
      },
    },
    'info Other',
  ],
])('reports %s', (_, example, expected) => {
  expect(found(example)).toEqual([expected]);
});

const rollback = { Type: 'AWS::ECS::Service', Properties: { DeploymentConfiguration: { Alarms: { AlarmNames: ['failures'] } } } };
const failover = {
  Type: 'AWS::Route53::HealthCheck',
  Properties: { HealthCheckConfig: { Type: 'CLOUDWATCH_METRIC', AlarmIdentifier: { Name: 'failures', Region: 'us-east-1' } } },
};

it.each<[string, Example]>([
  ['a service that rolls back by the name of the alarm', app({ AlarmName: 'failures' }, { Service: rollback })],
  [
    'a health check of another region by the name of the alarm',
    { ...app({ AlarmName: 'failures' }), Dns: { region: 'us-west-2', resources: { Check: failover } } },
  ],
  [
    'a service that rolls back by a name that is not known',
    app(
      { AlarmName: 'failures' },
      { Service: { ...rollback, Properties: { DeploymentConfiguration: { Alarms: { AlarmNames: [{ Ref: 'Name' }] } } } } },
      { parameters: { Name: { Type: 'String' } } },
    ),
  ],
  ['actions in a parameter', app({ AlarmActions: { Ref: 'Actions' } }, {}, { parameters: { Actions: { Type: 'CommaDelimitedList' } } })],
  ['actions that a parameter switches', app({ ActionsEnabled: { Ref: 'On' } }, {}, { parameters: { On: { Type: 'String' } } })],
  [
    'actions that a condition may remove',
    app(
      { AlarmActions: { 'Fn::If': ['Loud', [TOPIC], { Ref: 'AWS::NoValue' }] } },
      {},
      { parameters: { Stage: { Type: 'String' } }, conditions: { Loud: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } } },
    ),
  ],
  ['an action when data stops', app({ InsufficientDataActions: [TOPIC] })],
  [
    'a part of a composite alarm',
    app(
      { AlarmName: 'checkout-errors' },
      { Both: { Type: 'AWS::CloudWatch::CompositeAlarm', Properties: { AlarmActions: [TOPIC], AlarmRule: 'ALARM("checkout-errors")' } } },
    ),
  ],
  [
    'a part of a composite alarm, by reference',
    app(
      {},
      {
        Both: {
          Type: 'AWS::CloudWatch::CompositeAlarm',
          Properties: { AlarmActions: [TOPIC], AlarmRule: { 'Fn::Sub': 'ALARM("${Other}")' } },
        },
      },
    ),
  ],
  [
    'an alarm of a health check',
    app(
      {},
      { Check: { Type: 'AWS::Route53::HealthCheck', Properties: { HealthCheckConfig: { AlarmIdentifier: { Name: { Ref: 'Other' } } } } } },
    ),
  ],
  [
    'an alarm that rolls a deployment back',
    app(
      {},
      { Group: { Type: 'AWS::CodeDeploy::DeploymentGroup', Properties: { AlarmConfiguration: { Alarms: [{ Name: { Ref: 'Other' } }] } } } },
    ),
  ],
  ['an alarm that an output names', app({}, {}, { outputs: { Name: { Value: { 'Fn::Sub': 'see ${Other}' } } } })],
  [
    'alarms that a rule of EventBridge listens to',
    app({}, { Rule: { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: ['aws.cloudwatch'] } } } }),
  ],
  [
    'alarms that a rule may listen to',
    app(
      {},
      { Rule: { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: [{ Ref: 'From' }] } } } },
      { parameters: { From: { Type: 'String' } } },
    ),
  ],
  [
    'an alarm under an open condition',
    app(
      {},
      { Other: { ...alarm(), Condition: 'Loud' } },
      { parameters: { Stage: { Type: 'String' } }, conditions: { Loud: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } } },
    ),
  ],
])('ignores %s', (_, example) => {
  expect(found(example)).toEqual([]);
});
