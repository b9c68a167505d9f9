import type { Stack } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { contractsOf } from '../../src/resilience/contracts.js';
import { promising } from './model/contract-example.js';

const queue = { Jobs: { Type: 'AWS::SQS::Queue', Properties: {} } };
const { OrdersEast: only } = promising({}, queue, queue);

export default defineCheck({
  id: 'resilience/contract-matches-nothing',
  title: 'Region of a contract without a stack',
  severity: 'error',
  docs: {
    why: 'The contract names a region that none of its stacks is deployed to: there is nothing that could take over, or the patterns of its stacks fit other names than they are meant to. All other checks of the contract compare regions, and find nothing to compare.',
    fix: 'Deploy the stacks to each region of the contract, or correct `stacks` and `regions` in `resilience` of the configuration.',
    sources: ['https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html'],
    bad: { ...(only && { OrdersEast: only }) },
    good: promising({}, queue, queue),
  },
  *graph({ graph, settings }) {
    for (const contract of contractsOf(graph, settings)) {
      if (contract.mode === 'backup-and-restore') continue;
      const covered = graph.stacks.filter((stack) => contract.covers(stack));
      // A stack that may go to any region may be meant for this one.
      if (covered.some(({ environment }) => environment.region === undefined)) continue;
      const regions = new Set(covered.map(({ environment }) => environment.region));
      const empty = contract.regions.filter((region) => !regions.has(region));
      const at: Stack | undefined = covered[0] ?? graph.stacks[0];
      if (empty.length === 0 || at === undefined) continue;
      const message =
        covered.length === 0
          ? `No stack fits the contract ${contract.name} of ${contract.origin}.`
          : `${contract.name} names ${empty.join(' and ')}, but none of its stacks is deployed there.`;
      // One configuration may be for several apps.
      yield { at, message, severity: covered.length === 0 ? 'warning' : 'error' };
    }
  },
});
