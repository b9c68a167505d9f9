import type { Stack } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource } from '../../src/check/example-parts.js';
import { assessmentsOf } from '../../src/resilience/assess.js';
import { pathOf } from '../../src/resilience/scope.js';
import { promising } from './model/contract-example.js';

const queue = { Jobs: resource('AWS::SQS::Queue', {}) };
const { OrdersEast: only } = promising({}, queue, queue);

export default defineCheck({
  id: 'resilience/contract-matches-nothing',
  title: 'Contract matches no region or construct',
  severity: 'error',
  docs: {
    why: 'The contract names a region that none of its stacks is deployed to: there is nothing that could take over, or the patterns of its stacks fit other names than they are meant to. All other checks of the contract compare regions, and find nothing to compare. An exception that fits no construct is a warning: what it was written for is counted.',
    fix: 'Deploy the stacks to each region of the contract, or correct `stacks` and `regions` in `resilience` of the configuration.',
    sources: ['https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html'],
    bad: { ...(only && { OrdersEast: only }) },
    good: promising({}, queue, queue),
  },
  *graph({ graph, settings }) {
    // Stacks and constructs that the contract means may be in what could not be read.
    if (graph.mayLackResources([])) return;
    for (const { contract, scope } of assessmentsOf(graph, settings)) {
      const covered = graph.stacks.filter((stack) => contract.covers(stack));
      const at: Stack | undefined = covered[0] ?? graph.stacks[0];
      if (at === undefined) continue;
      const regions = new Set(covered.map(({ environment }) => environment.region));
      const empty = contract.regions.filter((region) => !regions.has(region));
      // One configuration may be for several apps.
      if (covered.length === 0)
        yield { at, severity: 'warning', message: `No stack matches the contract ${contract.name} of ${contract.origin}.` };
      // A stack that may go to any region may be meant for this one; who restores from backups deploys when it is needed.
      else if (empty.length > 0 && !regions.has(undefined) && contract.mode !== 'backup-and-restore')
        yield { at, message: `${contract.name} names ${empty.join(' and ')}, but none of its stacks is deployed there.` };
      for (const { construct, covers } of covered.length === 0 ? [] : contract.exceptions) {
        if (scope.resources.some((resource) => covers(pathOf(resource)))) continue;
        yield {
          at,
          severity: 'warning',
          message: `The exception ${construct} of the contract ${contract.name} matches no construct of its stacks: it has no effect.`,
          fix: 'Correct the path under `exceptions`, or remove the exception.',
        };
      }
    }
  },
});
