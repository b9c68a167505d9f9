import { defineCheck } from '../../src/check/check.js';
import { assessmentsOf } from '../../src/resilience/assess.js';
import { inWords } from '../../src/resilience/duration.js';
import { sum } from '../../src/resilience/entry-points/entry-point.js';
import { promising } from './model/contract-example.js';

const HOUR = 3600;

const records = (ttl: number) => {
  const record = (region: string, failover: string, more: object) => ({
    Type: 'AWS::Route53::RecordSet',
    Properties: {
      HostedZoneName: 'orders.acme.io.',
      Name: 'api.orders.acme.io.',
      Type: 'CNAME',
      TTL: String(ttl),
      SetIdentifier: region,
      Failover: failover,
      ResourceRecords: [`api-123456.${region}.elb.amazonaws.com`],
      ...more,
    },
  });
  return {
    Primary: record('us-east-1', 'PRIMARY', { HealthCheckId: { Ref: 'Health' } }),
    Secondary: record('us-west-2', 'SECONDARY', {}),
    Health: {
      Type: 'AWS::Route53::HealthCheck',
      Properties: {
        HealthCheckConfig: { Type: 'HTTPS', FullyQualifiedDomainName: 'api-123456.us-east-1.elb.amazonaws.com', RequestInterval: 10 },
      },
    },
  };
};

export default defineCheck({
  id: 'resilience/rto-not-met',
  title: 'Failover that takes longer than the recovery time objective',
  severity: 'error',
  docs: {
    why: 'Before traffic moves, health checks have to fail a number of times, and resolvers keep the old answer for its TTL. Whoever asked just before the change waits for both. When this alone takes longer than the contract allows, the objective cannot be kept.',
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
  *graph({ graph, settings }) {
    for (const { contract, entryPoints, stores } of assessmentsOf(graph, settings)) {
      const { rto } = contract;
      if (rto === undefined) continue;
      for (const { at, kind, name, lost, movement } of entryPoints()) {
        if (movement.kind !== 'moves') continue;
        const { least, usual, how } = sum(movement.detect, movement.route);
        if (Math.max(least, usual ?? 0) <= rto) continue;
        const time = least > rto ? `at least ${inWords(least)}` : `usually ${inWords(usual ?? 0)}`;
        yield {
          at,
          severity: least > rto ? 'error' : 'warning',
          message: `${contract.name} promises to work again ${inWords(rto)} after the loss of ${lost}, but the ${kind} ${name} leads there for ${time}: ${how}.`,
        };
      }
      for (const { store, type, reaches, notCounted } of stores()) {
        for (const { to, way, verdict } of notCounted === undefined && rto < HOUR ? reaches : []) {
          // What cannot keep the recovery point objective is reported for that.
          if (way?.row.atFailover !== 'restore' || verdict.level === 'not-met') continue;
          yield {
            at: way.at,
            severity: 'warning',
            message: `${contract.name} promises to work again ${inWords(rto)} after the loss of ${store.region}, but the ${type.what} ${store.logicalId} has to be restored in ${to}: AWS documents no time for that, which grows with the data.`,
          };
        }
      }
    }
  },
});
