import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { isRegion } from '../../src/facts/regions.js';

const bus = (region: string, name: string) => ({ EventBusArn: `arn:aws:events:${region}:482731905566:event-bus/${name}` });
const example = (name: string) => ({
  Events: stack('us-east-1', {
    Endpoint: resource('AWS::Events::Endpoint', {
      EventBuses: [bus('us-east-1', 'orders'), bus('us-west-2', name)],
      ReplicationConfig: { State: 'DISABLED' },
      RoutingConfig: {
        FailoverConfig: {
          Primary: { HealthCheck: 'arn:aws:route53:::healthcheck/5c7a1f0e-3a43-4b0d-9b7f-2f1f5c0e6a11' },
          Secondary: { Route: 'us-west-2' },
        },
      },
    }),
  }),
});

export default defineCheck({
  id: 'global/event-endpoint-buses',
  title: 'Event endpoint whose buses do not match',
  severity: 'error',
  types: ['AWS::Events::Endpoint'],
  docs: {
    why: 'A global endpoint sends events to one of two buses: "The names of the event buses must be identical in each Region". The two are in different regions, and the secondary route is the region of one of them.',
    fix: "Create a bus of the same name in both regions (`new events.EventBus(this, 'Bus', { eventBusName: 'orders' })`), and name both in the endpoint.",
    sources: [
      'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEndpoint.html',
      'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-global-endpoints.html',
    ],
    templateFix: 'Declare an `AWS::Events::EventBus` of the same name in both regions, and name both in `EventBuses` of the endpoint.',
    bad: example('orders-west'),
    good: example('orders'),
  },
  *resource(endpoint) {
    const buses = (endpoint.property('EventBuses').items ?? []).map((entry) => {
      const at = entry.get('EventBusArn');
      const { arn, reference } = at;
      const written = arn?.resource.kind === 'literal' ? String(arn.resource.value).replace('event-bus/', '') : undefined;
      return { at, region: arn?.region, name: reference === undefined ? written : reference.resource.physicalName };
    });
    const [one, other] = buses;
    if (one === undefined || other === undefined) return;
    if (one.name !== undefined && other.name !== undefined && one.name !== other.name) {
      yield {
        at: other.at,
        message: `The buses are named "${one.name}" and "${other.name}": "The names of the event buses must be identical in each Region".`,
      };
    } else if (one.region !== undefined && one.region === other.region) {
      yield { at: other.at, message: `Both buses are in ${one.region}: there is nothing to fail over to.` };
    }
    const route = endpoint.property('RoutingConfig', 'FailoverConfig', 'Secondary', 'Route');
    const isKnown = isRegion(route.text ?? '') && buses.every(({ region }) => region !== undefined);
    if (!isKnown || buses.some(({ region }) => region === route.text)) return;
    yield {
      at: route,
      message: `The secondary route is ${route.text}, but the buses are in ${buses.map(({ region }) => region).join(' and ')}.`,
    };
  },
});
