import { resource } from '../../src/check/example-parts.js';
import { inWords } from '../../src/resilience/duration.js';
import { sum } from '../../src/resilience/entry-points/entry-point.js';
import { contractCheck } from './model/contract-check.js';
import { promising } from './model/contract-example.js';

const pipeline = (westOrder: number) => ({
  Pipeline: resource('AWS::CodePipeline::Pipeline', {
    RoleArn: 'arn:aws:iam::482731905566:role/pipeline',
    Stages: [
      {
        Name: 'Deploy',
        Actions: [
          ['OrdersEast', 'us-east-1', 1],
          ['OrdersWest', 'us-west-2', westOrder],
        ].map(([stack, region, order]) => ({
          Name: stack,
          Region: region,
          RunOrder: order,
          ActionTypeId: { Category: 'Deploy', Owner: 'AWS', Provider: 'CloudFormation', Version: '1' },
          Configuration: { StackName: stack, ActionMode: 'CHANGE_SET_EXECUTE' },
        })),
      },
    ],
  }),
});
const queue = { Jobs: resource('AWS::SQS::Queue', {}) };

export const deployedAtOnce = contractCheck({
  id: 'resilience/deployed-at-once',
  title: 'Both regions are deployed in one step',
  severity: 'warning',
  docs: {
    why: 'A bad deployment is a disaster like any other, and the likelier one. When one step of a pipeline deploys to a region and to the one that takes over for it, what is wrong is wrong in both, and there is nothing to fail over to.',
    fix: 'Deploy to one region first, with time to notice what is wrong (alarms, a manual approval), and to the other in a later stage: a stage of its own for each region instead of one `pipeline.addWave(…)`.',
    sources: [
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-action-reference.html',
    ],
    bad: promising({}, { ...queue, ...pipeline(1) }, queue),
    good: promising({}, { ...queue, ...pipeline(2) }, queue),
  },
  *ofContract({ contract, jointSteps }) {
    for (const { at, stage, regions, stacks } of jointSteps()) {
      yield {
        at,
        message: `The stage ${stage} deploys ${stacks.join(', ')} to ${regions.join(' and ')} in one step: what is wrong with a deployment of ${contract.name} is wrong in both.`,
      };
    }
  },
});

const distribution = (second: boolean) => ({
  Site: resource('AWS::CloudFront::Distribution', {
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
  }),
});

export const noFailoverRoute = contractCheck({
  id: 'resilience/no-failover-route',
  title: 'Traffic cannot fail over to another region',
  severity: 'error',
  docs: {
    why: 'The contract promises to survive the loss of a region, but this record, distribution or accelerator leads to that region alone, or nothing detects that it is lost. To change it then takes the control plane of Route 53 or CloudFront, which AWS advises not to rely on in a recovery.',
    fix: 'Declare both regions beforehand: failover, weighted or latency records with health checks, an origin group, or two endpoint groups.',
    sources: [
      'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_avoid_control_plane.html',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
    ],
    bad: promising({}, distribution(false), {}),
    good: promising({}, distribution(true), {}),
  },
  *ofContract({ contract, entryPoints }) {
    // Whoever restores from backups has to route by hand.
    if (contract.mode === 'backup-and-restore') return;
    for (const { kind, name, lost, movement } of entryPoints()) {
      if (movement.kind !== 'stays' || movement.reportedBy !== undefined) continue;
      yield {
        at: movement.at,
        message: `${contract.name} promises to survive the loss of ${lost}, but the ${kind} ${name} cannot leave it: ${movement.because}.`,
        fix: movement.fix,
      };
    }
  },
});

const HOUR = 3600;

const records = (ttl: number) => {
  const record = (region: string, failover: string, more: object) =>
    resource('AWS::Route53::RecordSet', {
      HostedZoneName: 'orders.acme.io.',
      Name: 'api.orders.acme.io.',
      Type: 'CNAME',
      TTL: String(ttl),
      SetIdentifier: region,
      Failover: failover,
      ResourceRecords: [`api-123456.${region}.elb.amazonaws.com`],
      ...more,
    });
  return {
    Primary: record('us-east-1', 'PRIMARY', { HealthCheckId: { Ref: 'Health' } }),
    Secondary: record('us-west-2', 'SECONDARY', {}),
    Health: resource('AWS::Route53::HealthCheck', {
      HealthCheckConfig: { Type: 'HTTPS', FullyQualifiedDomainName: 'api-123456.us-east-1.elb.amazonaws.com', RequestInterval: 10 },
    }),
  };
};

export const rtoNotMet = contractCheck({
  id: 'resilience/rto-not-met',
  title: 'Failover takes longer than the recovery time objective (RTO)',
  severity: 'error',
  docs: {
    why: 'Before traffic moves, health checks have to fail a number of times, and resolvers keep the old answer for its TTL. Clients that resolved the name just before the change wait for both. When this alone takes longer than the contract allows, the objective cannot be kept.',
    fix: 'Check more often (`requestInterval: Duration.seconds(10)`), need fewer failures (`failureThreshold`), and keep the TTL of the records at 60 seconds or less, as AWS advises with health checks.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html',
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-failover.html',
    ],
    templateFix:
      'Check more often (`RequestInterval: 10`), need fewer failures (`FailureThreshold`), and keep the `TTL` of the records at 60 seconds or less, as AWS advises with health checks.',
    bad: promising({ rto: 30 }, records(3600), {}),
    good: promising({ rto: 30 }, records(60), {}),
  },
  *ofContract({ contract, entryPoints, stores }) {
    const { rto } = contract;
    if (rto === undefined) return;
    for (const { at, kind, name, lost, movement } of entryPoints()) {
      if (movement.kind !== 'moves') continue;
      const { least, usual, how } = sum(movement.detect, movement.route);
      if (Math.max(least, usual ?? 0) <= rto) continue;
      const time = least > rto ? `at least ${inWords(least)}` : `usually ${inWords(usual ?? 0)}`;
      yield {
        at,
        severity: least > rto ? 'error' : 'warning',
        message: `${contract.name} promises to work again ${inWords(rto)} after the loss of ${lost}, but the ${kind} ${name} sends traffic there for ${time}: ${how}.`,
      };
    }
    for (const { store, type, reaches, notCounted } of stores()) {
      for (const { to, way, verdict } of notCounted === undefined && rto < HOUR ? reaches : []) {
        // What cannot keep the recovery point objective is reported for that.
        if (way?.row.atFailover !== 'restore' || verdict.level === 'not-met') continue;
        yield {
          at: way.at,
          severity: 'warning',
          message: `${contract.name} promises to work again ${inWords(rto)} after the loss of ${store.region}, but the ${type.what} ${store.displayName} has to be restored in ${to}: AWS documents no time for that, which grows with the data.`,
        };
      }
    }
  },
});
