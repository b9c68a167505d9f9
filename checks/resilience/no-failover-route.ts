import { defineCheck } from '../../src/check/check.js';
import { assessmentsOf } from '../../src/resilience/assess.js';
import { promising } from './model/contract-example.js';

const distribution = (second: boolean) => ({
  Site: {
    Type: 'AWS::CloudFront::Distribution',
    Properties: {
      DistributionConfig: {
        Enabled: true,
        Origins: ['us-east-1', ...(second ? ['us-west-2'] : [])].map((region) => ({
          Id: region,
          DomainName: `orders-123456.${region}.elb.amazonaws.com`,
          CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
        })),
        ...(second && {
          OriginGroups: {
            Quantity: 1,
            Items: [
              {
                Id: 'both',
                FailoverCriteria: { StatusCodes: { Quantity: 1, Items: [503] } },
                Members: { Quantity: 2, Items: [{ OriginId: 'us-east-1' }, { OriginId: 'us-west-2' }] },
              },
            ],
          },
        }),
        DefaultCacheBehavior: { TargetOriginId: second ? 'both' : 'us-east-1', ViewerProtocolPolicy: 'https-only' },
      },
    },
  },
});

export default defineCheck({
  id: 'resilience/no-failover-route',
  title: 'Traffic that cannot leave the lost region',
  severity: 'error',
  docs: {
    why: 'The contract promises to survive the loss of a region, but this record, distribution or accelerator leads to that region alone, or nothing finds out that it is lost. To change it then takes the control plane of Route 53 or CloudFront, which AWS advises not to rely on in a recovery.',
    fix: 'Declare both regions beforehand: failover, weighted or latency records with health checks, an origin group, or two endpoint groups.',
    sources: [
      'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_avoid_control_plane.html',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
    ],
    bad: promising({}, distribution(false), {}),
    good: promising({}, distribution(true), {}),
  },
  *graph({ graph, settings }) {
    for (const { contract, entryPoints } of assessmentsOf(graph, settings)) {
      // Whoever restores from backups has to route by hand.
      if (contract.mode === 'backup-and-restore') continue;
      for (const { kind, name, lost, movement } of entryPoints()) {
        if (movement.kind !== 'stays' || movement.reportedBy !== undefined) continue;
        yield {
          at: movement.at,
          message: `${contract.name} promises to survive the loss of ${lost}, but the ${kind} ${name} cannot leave it: ${movement.because}.`,
          fix: movement.fix,
        };
      }
    }
  },
});
