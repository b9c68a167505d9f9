import annotation from '../../checks/assembly/annotation.js';
import assetMissing from '../../checks/assembly/asset-missing.js';
import assetRegion from '../../checks/assembly/asset-region.js';
import contextMissing from '../../checks/assembly/context-missing.js';
import resourcesGenerated from '../../checks/assembly/resources-generated.js';
import stackDuplicate from '../../checks/assembly/stack-duplicate.js';
import templateLimits from '../../checks/assembly/template-limits.js';
import type { ExampleStack } from '../../src/check/example.js';
import { edit } from './edit.js';
import type { MutableExample, Mutation } from './mutation.js';

/** Sets parts of a stack. */
function change(assembly: MutableExample, stack: string, parts: ExampleStack): void {
  Object.assign(assembly[stack] ?? {}, parts);
}

export const mutations: readonly Mutation[] = [
  {
    check: 'assembly/resources-generated',
    name: 'write the tables in a loop',
    from: resourcesGenerated.docs.good,
    apply: (assembly) => change(assembly, 'Tables', { resources: resourcesGenerated.docs.bad.Tables.resources }),
    expect: { stack: 'Tables', resource: null, property: '' },
  },
  {
    check: 'assembly/annotation',
    name: 'warn of a construct',
    from: annotation.docs.good,
    apply: (assembly) => change(assembly, 'Web', { metadata: { 'Web/Site': [{ type: 'aws:cdk:warning', data: 'Mind this.' }] } }),
    expect: { stack: 'Web', resource: 'Site', property: '' },
  },
  {
    check: 'assembly/context-missing',
    name: 'look nothing up',
    from: contextMissing.docs.good,
    apply: (assembly) => change(assembly, 'Web', { missingContext: ['availability-zones:account=482731905566:region=us-east-1'] }),
    expect: { stack: 'Web', resource: null, property: '' },
  },
  {
    check: 'assembly/stack-duplicate',
    name: 'give two stacks one name',
    from: stackDuplicate.docs.good,
    apply: (assembly) => change(assembly, 'Orders', { name: 'billing' }),
    expect: { stack: 'Billing', resource: null, property: '' },
  },
  {
    check: 'assembly/template-limits',
    name: 'add 500 topics',
    from: templateLimits.docs.good,
    apply: (assembly) => {
      for (let n = 0; n < 500; n++) edit(assembly, 'Settings', `Topic${n}`, [], { Type: 'AWS::SNS::Topic', Properties: {} });
    },
    expect: { stack: 'Settings', resource: null, property: '' },
  },
  {
    check: 'assembly/asset-missing',
    name: 'lose an asset',
    from: assetMissing.docs.good,
    apply: (assembly) => change(assembly, 'Web', { assets: { 'asset.3c6e0b8a9c15224a': false } }),
    expect: { stack: 'Web', resource: null, property: '' },
  },
  {
    check: 'assembly/asset-region',
    name: 'move the stack to another region',
    from: assetRegion.docs.good,
    apply: (assembly) => change(assembly, 'Api', { region: 'us-west-1' }),
    expect: { stack: 'Api', resource: 'Handler', property: 'Code.S3Bucket' },
  },
];
