import { andList } from '../../src/and-list.js';
import { defineCheck } from '../../src/check/check.js';
import { resource } from '../../src/check/example-parts.js';
import { cyclicStacksOf } from '../../src/graph/deployment/needs.js';
import { nameOfUse, placeOfUse } from '../../src/queries/references.js';
import { lookups } from '../../src/queries/stack-order.js';

const stack = (exported: string, imported: string, dependencies: readonly string[] = []) => ({
  region: 'us-east-1',
  dependencies,
  resources: { Settings: resource('AWS::SSM::Parameter', { Type: 'String', Value: { 'Fn::ImportValue': imported } }) },
  outputs: { Endpoint: { Value: `${exported}.internal`, Export: { Name: exported } } },
});

export default defineCheck({
  id: 'reference/order-cycle',
  title: 'Circular dependency between stacks',
  severity: 'error',
  docs: {
    why: 'Each of these stacks looks up something that the other creates, so that neither can be deployed first, nor deleted first. The CDK rejects such cycles between constructs ("depends on … this would create a cyclic reference"), but cannot see those that go through names of exports, parameters or outputs.',
    fix: 'Move what both need into a third stack that is deployed first, or what one needs of the other into the one that needs it.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html',
      'https://docs.aws.amazon.com/cdk/v2/guide/resources.html',
    ],
    bad: { Orders: stack('orders', 'billing'), Billing: stack('billing', 'orders', ['Orders']) },
    good: {
      Base: { region: 'us-east-1', outputs: { Endpoint: { Value: 'base.internal', Export: { Name: 'base' } } } },
      Orders: stack('orders', 'base', ['Base']),
      Billing: stack('billing', 'orders', ['Base', 'Orders']),
    },
  },
  *graph({ graph }) {
    for (const cycle of cyclicStacksOf(graph)) {
      const needs = lookups(graph).filter(({ consumer, producer }) => cycle.has(consumer) && cycle.has(producer));
      // The one that the manifest does not know of is the one to fix.
      const worst = needs.find(({ consumer, producer }) => !graph.order.precedes(producer, consumer)) ?? needs[0];
      const stacks = andList([...cycle].map(({ name }) => name).sort());
      const [first] = cycle;
      if (worst === undefined) {
        const message = `The manifest makes ${stacks} deploy after each other: none of them can be deployed first.`;
        if (first !== undefined) yield { at: first, message };
        continue;
      }
      const others = needs.filter((need) => need !== worst && need.consumer !== worst.consumer);
      const counterpart = others.find(({ consumer }) => consumer === worst.producer) ?? others[0];
      yield {
        at: placeOfUse(worst),
        message: `The stacks ${stacks} need each other: ${nameOfUse(worst)} of ${worst.consumer.name} needs ${worst.name} of ${worst.producer.name}, which is deployed after it. None of them can be deployed first.`,
        related:
          counterpart === undefined
            ? [{ at: worst.producer, message: `This stack is deployed after ${worst.consumer.name}.` }]
            : [{ at: placeOfUse(counterpart), message: `${counterpart.name} of ${counterpart.producer.name} is needed here.` }],
      };
    }
  },
});
