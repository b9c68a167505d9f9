import exportWriter from '../../checks/access/export-writer-not-permitted.js';
import functionPolicy from '../../checks/access/function-policy-size.js';
import logs from '../../checks/access/log-bucket-rejected.js';
import managedKey from '../../checks/access/managed-key-shared.js';
import managedPolicies from '../../checks/access/managed-policies-quota.js';
import { accountNotAdmitted as account, roleNotAdmitted as roles } from '../../checks/access/other-accounts.js';
import later from '../../checks/access/permission-created-later.js';
import otherRegion from '../../checks/access/policy-of-other-region.js';
import policySize from '../../checks/access/policy-size.js';
import principal from '../../checks/access/principal-not-created.js';
import registry from '../../checks/access/replication-registry-closed.js';
import notShared from '../../checks/access/resource-not-shared.js';
import trust from '../../checks/access/role-not-trusting.js';
import check from '../../checks/access/service-not-admitted.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

const at = ['Properties', 'PolicyDocument', 'Statement', 0] as const;
const expected = {
  stack: 'Store',
  resource: 'Inbox',
  property: 'NotificationConfiguration.QueueConfigurations.0.Queue',
};

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'allow another service',
    from: check.docs.good,
    apply: (app) => edit(app, 'Uploads', 'Policy', [...at, 'Principal', 'Service'], 'sns.amazonaws.com'),
    expect: expected,
  },
  {
    check: check.id,
    name: 'allow another action',
    from: check.docs.good,
    apply: (app) => edit(app, 'Uploads', 'Policy', [...at, 'Action'], 'sqs:ReceiveMessage'),
    expect: expected,
  },
  {
    check: principal.id,
    name: 'deploy the policy before its role',
    from: principal.docs.good,
    apply: (app) => {
      Object.assign(app, { Exports: { ...app.Exports, dependencies: [] }, Reports: { ...app.Reports, dependencies: ['Exports'] } });
    },
    expect: { stack: 'Exports', resource: 'Policy', property: 'PolicyDocument.Statement.0.Principal.AWS' },
  },
  {
    check: logs.id,
    name: 'switch the access control lists of the log bucket off',
    from: logs.docs.good,
    apply: (app) => edit(app, 'Logs', 'Logs', ['Properties', 'OwnershipControls', 'Rules', 0, 'ObjectOwnership'], 'BucketOwnerEnforced'),
    expect: { stack: 'Site', resource: 'Cdn', property: 'DistributionConfig.Logging.Bucket' },
  },
  {
    check: account.id,
    name: 'trust another account',
    from: account.docs.good,
    apply: (app) =>
      edit(
        app,
        'Root',
        'Delegation',
        ['Properties', 'AssumeRolePolicyDocument', 'Statement', 0, 'Principal', 'AWS'],
        'arn:aws:iam::482731905566:role/admin',
      ),
    expect: { stack: 'Team', resource: 'Delegate', property: 'AssumeRoleArn' },
  },
  {
    check: managedKey.id,
    name: 'drop the key of a shared secret',
    from: managedKey.docs.good,
    apply: (app) => edit(app, 'Data', 'Login', ['Properties', 'KmsKeyId']),
    expect: { stack: 'Data', resource: 'Share', property: 'ResourcePolicy.Statement.0.Principal.AWS' },
  },
  {
    check: otherRegion.id,
    name: 'grant the table of the first region',
    from: otherRegion.docs.good,
    apply: (app) =>
      edit(
        app,
        'Standby',
        'Role',
        ['Properties', 'Policies', 0, 'PolicyDocument', 'Statement', 0, 'Resource'],
        'arn:aws:dynamodb:us-east-1:482731905566:table/payments',
      ),
    expect: { stack: 'Standby', resource: 'Charge', property: 'Environment.Variables.TABLE_NAME' },
  },
  {
    check: registry.id,
    name: 'allow pulling only',
    from: registry.docs.good,
    apply: (app) => edit(app, 'Prod', 'Registry', ['Properties', 'PolicyText', 'Statement', 0, 'Action'], 'ecr:BatchImportUpstreamImage'),
    expect: { stack: 'Build', resource: 'Copies', property: 'ReplicationConfiguration.Rules.0.Destinations.0.RegistryId' },
  },
  {
    check: later.id,
    name: 'refer to the bucket in the permission that it needs',
    from: later.docs.good,
    apply: (app) => {
      edit(app, 'Uploads', 'Permission', ['Properties', 'SourceArn'], { 'Fn::GetAtt': ['Inbox', 'Arn'] });
      edit(app, 'Uploads', 'Inbox', ['DependsOn']);
    },
    expect: { stack: 'Uploads', resource: 'Inbox', property: 'NotificationConfiguration.LambdaConfigurations.0.Function' },
  },
  {
    check: roles.id,
    name: 'allow receiving instead of sending',
    from: roles.docs.good,
    apply: (app) => edit(app, 'Data', 'Policy', [...at, 'Action'], 'sqs:ReceiveMessage'),
    expect: { stack: 'Shop', resource: 'Checkout', property: 'Policies.0.PolicyDocument.Statement.0.Resource' },
  },
  {
    check: policySize.id,
    name: 'grant the same to the user in another stack',
    from: policySize.docs.good,
    apply: (app) => {
      app.Other = JSON.parse(JSON.stringify(app.Work));
      edit(app, 'Other', 'Grants', ['Properties', 'PolicyName'], 'more-grants');
    },
    expect: { stack: 'Other', resource: 'Grants', property: 'PolicyDocument' },
  },
  {
    check: managedPolicies.id,
    name: 'attach one more',
    from: managedPolicies.docs.good,
    apply: (app) => edit(app, 'Work', 'Role', ['Properties', 'ManagedPolicyArns', 10], 'arn:aws:iam::482731905566:policy/one-more'),
    expect: { stack: 'Work', resource: 'Role', property: 'ManagedPolicyArns.10' },
  },
  {
    check: functionPolicy.id,
    name: 'let twice as many log groups call the function',
    from: functionPolicy.docs.good,
    apply: (app) => {
      app.More = JSON.parse(JSON.stringify(app.Logs));
    },
    expect: { stack: 'More', resource: 'Allow11', property: 'FunctionName' },
  },
  {
    check: exportWriter.id,
    name: 'write exports for one more region',
    from: exportWriter.docs.good,
    apply: (app) => edit(app, 'Dns', 'Writer', ['Properties', 'WriterProps', 'region'], 'eu-central-1'),
    expect: { stack: 'Dns', resource: 'Writer', property: 'WriterProps.region' },
  },
  {
    check: notShared.id,
    name: 'share with another account',
    from: notShared.docs.good,
    apply: (app) => edit(app, 'Hub', 'Share', ['Properties', 'Principals', 0], '718820043961'),
    expect: { stack: 'Spoke', resource: 'Attachment', property: 'TransitGatewayId' },
  },
  {
    check: trust.id,
    name: 'let the role trust another service',
    from: trust.docs.good,
    apply: (app) =>
      edit(
        app,
        'Orders',
        'Role',
        ['Properties', 'AssumeRolePolicyDocument', 'Statement', 0, 'Principal', 'Service'],
        'states.amazonaws.com',
      ),
    expect: { stack: 'Orders', resource: 'Function', property: 'Role' },
  },
];
