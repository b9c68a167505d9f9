import asymmetricResource from '../../checks/region/asymmetric-resource.js';
import asymmetricSetting from '../../checks/region/asymmetric-setting.js';
import copiesNotReplicated from '../../checks/region/copies-not-replicated.js';
import dynamicReference from '../../checks/region/dynamic-reference-region.js';
import endpointService from '../../checks/region/endpoint-service-region.js';
import agnostic from '../../checks/region/environment-agnostic.js';
import hostRegion from '../../checks/region/host-region.js';
import inferenceProfile from '../../checks/region/inference-profile-region.js';
import logKey from '../../checks/region/log-key-principal.js';
import { imageRegion, keyRegion, logBucketRegion } from '../../checks/region/references.js';
import sdkCall from '../../checks/region/sdk-call-region.js';
import servicePrincipal from '../../checks/region/service-principal-region.js';
import serviceRegion from '../../checks/region/service-region.js';
import stateMachine from '../../checks/region/state-machine-region.js';
import typeUnavailable from '../../checks/region/type-unavailable.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

const KEY_ARN = 'arn:aws:kms:us-west-2:482731905566:key/0d9c7a52-4c1e-4a63-9d0b-6c1a2f7e8b34';

export const mutations: readonly Mutation[] = [
  {
    check: dynamicReference.id,
    name: 'move the stack away from the secret',
    from: dynamicReference.docs.good,
    apply: (app) => {
      if (app.Data) app.Data.region = 'eu-central-1';
    },
    expect: { stack: 'Data', resource: 'Login', property: 'Password' },
  },
  {
    check: inferenceProfile.id,
    name: 'move the agent to another continent',
    from: inferenceProfile.docs.good,
    apply: (app) => {
      if (app.Support) app.Support.region = 'us-east-1';
    },
    expect: { stack: 'Support', resource: 'Agent', property: 'FoundationModel' },
  },
  {
    check: typeUnavailable.id,
    name: 'move to a region without the type',
    from: typeUnavailable.docs.good,
    apply: (app) => {
      if (app.Web) app.Web.region = 'eu-central-2';
    },
    expect: { stack: 'Web', resource: 'Address', property: '' },
  },
  {
    check: servicePrincipal.id,
    name: 'move the state machine and its role',
    from: servicePrincipal.docs.good,
    apply: (app) => {
      if (app.Orders) app.Orders.region = 'us-west-2';
    },
    expect: { stack: 'Orders', resource: 'Charge', property: 'RoleArn' },
  },
  {
    check: hostRegion.id,
    name: 'move the bucket of an origin',
    from: hostRegion.docs.good,
    apply: (app) => {
      if (app.Data) app.Data.region = 'us-west-2';
    },
    expect: { stack: 'Site', resource: 'Cdn', property: 'DistributionConfig.Origins.0.DomainName' },
  },
  {
    check: endpointService.id,
    name: 'write the region of an endpoint service out',
    from: endpointService.docs.good,
    apply: (app) => edit(app, 'Network', 'Parameters', ['Properties', 'ServiceName'], 'com.amazonaws.us-east-1.ssm'),
    expect: { stack: 'Network', resource: 'Parameters', property: 'ServiceName' },
  },
  {
    check: sdkCall.id,
    name: 'forget the region of the call',
    from: sdkCall.docs.good,
    apply: (app) =>
      edit(app, 'App', 'Read', ['Properties', 'Create'], '{"service":"SSM","action":"getParameter","parameters":{"Name":"/dr/arn"}}'),
    expect: { stack: 'App', resource: 'Read', property: 'Create' },
  },
  {
    check: stateMachine.id,
    name: 'move the state machine away from its function',
    from: stateMachine.docs.good,
    apply: (app) => {
      if (app.Orders) app.Orders.region = 'us-west-2';
    },
    expect: { stack: 'Orders', resource: 'Charge', property: 'DefinitionString' },
  },
  {
    check: serviceRegion.id,
    name: 'move the web ACL of CloudFront out of us-east-1',
    from: serviceRegion.docs.good,
    apply: (app) => {
      if (app.Web) app.Web.region = 'ap-southeast-2';
    },
    expect: { stack: 'Web', resource: 'Acl', property: 'Scope' },
  },
  {
    check: serviceRegion.id,
    name: 'let an alarm act in another region',
    from: serviceRegion.docs.good,
    apply: (app) =>
      edit(app, 'Web', 'Alarm', [], {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: {
          Namespace: 'AWS/SQS',
          MetricName: 'ApproximateAgeOfOldestMessage',
          ComparisonOperator: 'GreaterThanThreshold',
          EvaluationPeriods: 1,
          AlarmActions: ['arn:aws:sns:us-west-2:482731905566:operators'],
        },
      }),
    expect: { stack: 'Web', resource: 'Alarm', property: 'AlarmActions.0' },
  },
  {
    check: keyRegion.id,
    name: 'use a key of another region',
    from: keyRegion.docs.good,
    apply: (app) => edit(app, 'Messages', 'Queue', ['Properties', 'KmsMasterKeyId'], KEY_ARN),
    expect: { stack: 'Messages', resource: 'Queue', property: 'KmsMasterKeyId' },
  },
  {
    check: logKey.id,
    name: 'admit the log service of another region',
    from: logKey.docs.good,
    apply: (app) =>
      edit(app, 'Logging', 'Key', ['Properties', 'KeyPolicy', 'Statement', 1, 'Principal', 'Service'], 'logs.eu-west-1.amazonaws.com'),
    expect: { stack: 'Logging', resource: 'Group', property: 'KmsKeyId' },
  },
  {
    check: asymmetricResource.id,
    name: 'take a topic out of one region',
    from: asymmetricResource.docs.good,
    apply: (app) => edit(app, 'OrdersSecondary', 'Topic', []),
    expect: { stack: 'OrdersSecondary', resource: null, property: '' },
  },
  {
    check: asymmetricSetting.id,
    name: 'drop the versioning in one region',
    from: asymmetricSetting.docs.good,
    apply: (app) => edit(app, 'OrdersSecondary', 'Bucket', ['Properties', 'VersioningConfiguration']),
    expect: { stack: 'OrdersSecondary', resource: 'Bucket', property: 'VersioningConfiguration.Status' },
  },
  {
    check: agnostic.id,
    name: 'drop the regions of all stacks',
    from: agnostic.docs.good,
    apply: (app) => {
      for (const stack of Object.values(app)) delete stack.region;
    },
    expect: { stack: 'Orders-us-east-1', resource: null, property: '' },
  },
  {
    check: logBucketRegion.id,
    name: 'deploy what is logged to another region',
    from: logBucketRegion.docs.good,
    apply: (app) => {
      if (app.Store) app.Store.region = 'us-west-2';
    },
    expect: { stack: 'Store', resource: 'Orders', property: 'LoggingConfiguration.DestinationBucketName' },
  },
  {
    check: imageRegion.id,
    name: 'deploy the function to another region',
    from: imageRegion.docs.good,
    apply: (app) => {
      if (app.Standby) app.Standby.region = 'eu-west-1';
    },
    expect: { stack: 'Standby', resource: 'Charge', property: 'Code.ImageUri' },
  },
  {
    check: copiesNotReplicated.id,
    name: 'a table of one region in both',
    from: copiesNotReplicated.docs.good,
    apply: (app) => {
      for (const stack of ['OrdersPrimary', 'OrdersStandby'])
        edit(app, stack, 'Orders', [], { Type: 'AWS::DynamoDB::Table', DeletionPolicy: 'Retain', Properties: { TableName: 'orders' } });
    },
    expect: { stack: 'OrdersStandby', resource: 'Orders', property: '' },
  },
];
