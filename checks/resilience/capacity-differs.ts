import { defineCheck } from '../../src/check/check.js';
import { assessmentsOf } from '../../src/resilience/assess.js';
import { promising } from './model/contract-example.js';

const service = (count: number) => ({
  Api: { Type: 'AWS::ECS::Service', Properties: { Cluster: 'orders', TaskDefinition: 'orders', DesiredCount: count } },
});

export default defineCheck({
  id: 'resilience/capacity-differs',
  title: 'Standby that is smaller than the region it stands in for',
  severity: 'error',
  docs: {
    why: 'After the loss of a region the others carry all of its traffic. A database that is promoted has to take all writes at once, and compute that has to be scaled up first needs time, a control plane, and capacity that others want at the same moment. A warm standby is scaled down by design: there only databases and limits are compared. A pilot light is not compared.',
    fix: 'Give both regions the same size, from one constant, or declare `warm-standby` as the mode and let something scale the standby up to the size of the other region.',
    sources: [
      'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_static_stability.html',
    ],
    bad: promising({}, service(4), service(2)),
    good: promising({}, service(4), service(4)),
  },
  *graph({ graph, settings }) {
    for (const { contract, smaller } of assessmentsOf(graph, settings)) {
      for (const { at, counterpart, lost } of smaller()) {
        const { resource } = at;
        yield {
          at,
          message: `${contract.name} promises to survive the loss of ${lost}, but ${resource.displayName} in ${resource.region} is smaller than its counterpart: ${at.path.slice(1).join('.')} is ${at.text}, and ${counterpart.text} in ${counterpart.resource.region}.`,
          related: [{ at: counterpart, message: `The counterpart in ${counterpart.resource.region}.` }],
        };
      }
    }
  },
});
