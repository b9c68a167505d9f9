import check from '../../../checks/network/security-group-rules.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'admit many addresses as well',
    from: check.docs.good,
    apply: (app) =>
      edit(
        app,
        'Web',
        'Group',
        ['Properties', 'SecurityGroupIngress'],
        Array.from({ length: 61 }, (_, index) => ({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: `10.0.${index}.0/24` })),
      ),
    expect: { stack: 'Web', resource: 'Group', property: '' },
  },
];
