import check from '../../../checks/access/role-not-permitted.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'a function in a VPC whose role may not create network interfaces',
    from: check.docs.good,
    apply: (app) => edit(app, 'Orders', 'Function', ['Properties', 'VpcConfig'], { SubnetIds: ['subnet-0a1b2c3d4e5f60718'] }),
    expect: { stack: 'Orders', resource: 'Function', property: 'VpcConfig.SubnetIds.0' },
  },
];
