import logs from '../../checks/access/log-bucket-rejected.js';
import principal from '../../checks/access/principal-not-created.js';
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
];
