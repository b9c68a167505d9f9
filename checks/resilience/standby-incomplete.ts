import { defineCheck } from '../../src/check/check.js';
import { NEEDED } from '../../src/facts/resilience/needed.js';
import { assessmentsOf } from '../../src/resilience/assess.js';
import { promising } from './model/contract-example.js';

const queue = { Jobs: { Type: 'AWS::SQS::Queue', Properties: {} } };
const bus = { Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } } };
const MOST_NAMED = 5;

export default defineCheck({
  id: 'resilience/standby-incomplete',
  title: 'Something that only the lost region has',
  severity: 'error',
  docs: {
    why: 'The contract promises to survive the loss of a region, but a function, queue, API, certificate or the like stands in that region alone. To create it during a recovery takes control planes, which AWS advises not to rely on. Counterparts are found by their place in the construct tree and by their name, both without the words for regions, so that a resource may be called otherwise in each region.',
    fix: 'Instantiate the stack once for each region of the contract, from one class. What the standby can do without belongs into `exceptions` of the contract, with the reason.',
    sources: [
      'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_static_stability.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-attach.console.headless.html',
    ],
    bad: promising({}, { ...queue, ...bus }, bus),
    good: promising({}, { ...queue, ...bus }, { ...queue, ...bus }),
  },
  *graph({ graph, settings }) {
    for (const { contract, missing, headless } of assessmentsOf(graph, settings)) {
      for (const { lost, region, stack, resources } of missing()) {
        const [first, ...others] = resources;
        const names = resources.slice(0, MOST_NAMED).map(({ type, displayName }) => `the ${NEEDED.get(type)?.what} ${displayName}`);
        const more = resources.length > MOST_NAMED ? ` and ${resources.length - MOST_NAMED} more` : '';
        yield {
          at: first,
          message: `${contract.name} promises to survive the loss of ${lost}, but ${region} has no counterpart of ${names.join(', ')}${more} of ${stack.displayName}.`,
          related: others.map((resource) => ({ at: resource, message: `In ${lost} alone.` })),
        };
      }
      for (const cluster of headless()) {
        yield {
          at: cluster,
          message: `${contract.name} promises to survive the loss of ${contract.regions[0]}, but the cluster ${cluster.displayName} in ${cluster.region} has no instance: it holds the data, and nothing can read or write it before one is created.`,
          fix: 'Add an instance to the cluster, of the class of the primary region: `new rds.CfnDBInstance(this, "Reader", { dbClusterIdentifier: cluster.ref, … })`.',
        };
      }
    }
  },
});
