import logging from '../../checks/account/api-logging-role-missing.js';
import apiRoleShared from '../../checks/account/api-logging-role-shared.js';
import foreign from '../../checks/account/foreign-id.js';
import placeholder from '../../checks/account/placeholder-id.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: placeholder.id,
    name: 'copy an ARN from the documentation',
    from: placeholder.docs.good,
    apply: (app) => edit(app, 'Jobs', 'Machine', ['Properties', 'RoleArn'], 'arn:aws:iam::111122223333:role/jobs'),
    expect: { stack: 'Jobs', resource: 'Machine', property: 'RoleArn' },
  },
  {
    check: foreign.id,
    name: 'name an account of nobody here',
    from: foreign.docs.good,
    apply: (app) => edit(app, 'Orders', 'Policy', ['Properties', 'PolicyDocument', 'Statement', 0, 'Principal', 'AWS'], '694120358871'),
    expect: { stack: 'Orders', resource: 'Policy', property: 'PolicyDocument.Statement.0.Principal.AWS' },
  },
  {
    check: logging.id,
    name: 'set the logging role after the API',
    from: logging.docs.good,
    apply: (app) => {
      Object.assign(app, { Logging: { ...app.Logging, dependencies: ['Orders'] }, Orders: { ...app.Orders, dependencies: [] } });
    },
    expect: { stack: 'Orders', resource: 'Stage', property: 'MethodSettings.0.LoggingLevel' },
  },
  {
    check: apiRoleShared.id,
    name: 'let the role of one stack go with it',
    from: apiRoleShared.docs.good,
    apply: (app) => edit(app, 'Orders', 'Role', ['DeletionPolicy']),
    expect: { stack: 'Orders', resource: 'Account', property: 'CloudWatchRoleArn' },
  },
];
