import parentRecord from '../../checks/cognito/domain-parent-record.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: parentRecord.id,
    name: 'a record of another name',
    from: parentRecord.docs.good,
    apply: (assembly) => edit(assembly, 'Dns', 'Root', ['Properties', 'Name'], 'www.acme-bank.io'),
    expect: { stack: 'Users', resource: 'Domain', property: 'Domain' },
  },
];
