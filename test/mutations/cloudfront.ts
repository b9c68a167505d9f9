import originPathWithoutStage from '../../checks/cloudfront/origin-path-without-stage.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: 'cloudfront/origin-path-without-stage',
    name: 'drop the path of the origin',
    from: originPathWithoutStage.docs.good,
    apply: (assembly) => edit(assembly, 'Web', 'Site', ['Properties', 'DistributionConfig', 'Origins', 0, 'OriginPath'], undefined),
    expect: { stack: 'Web', resource: 'Site', property: 'DistributionConfig.Origins.0.DomainName' },
  },
];
