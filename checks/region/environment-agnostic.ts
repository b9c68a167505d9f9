import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { regionWordsIn } from '../../src/queries/region-words.js';

const queue = { Queue: resource('AWS::SQS::Queue', {}) };

export default defineCheck({
  id: 'region/environment-agnostic',
  title: 'Stacks are named after regions but have no region',
  severity: 'warning',
  docs: {
    why: 'The names of these stacks contain different regions, but the app gives them none. `cdk deploy --all` puts them all into the one region of the command line, and references between regions cannot be made or checked.',
    fix: "Give each stack its region: `new OrdersStack(app, 'Orders-us-west-2', { env: { account: process.env.CDK_DEFAULT_ACCOUNT, region: 'us-west-2' } })`.",
    sources: ['https://docs.aws.amazon.com/cdk/v2/guide/environments.html'],
    templateFix: 'Give the region of each template: `--template orders.yaml@us-east-1,us-west-2`, or `region` in the configuration.',
    bad: { 'Orders-us-east-1': { resources: queue }, 'Orders-us-west-2': { resources: queue } },
    good: { 'Orders-us-east-1': stack('us-east-1', queue), 'Orders-us-west-2': stack('us-west-2', queue) },
  },
  *graph({ graph }) {
    const named = graph.stacks.flatMap((stack) => {
      const [word, ...others] = new Set(regionWordsIn(stack.displayName));
      return stack.parent === undefined && stack.environment.region === undefined && word !== undefined && others.length === 0
        ? [{ stack, word }]
        : [];
    });
    const [first, ...others] = named;
    const other = others.find(({ word }) => word !== first?.word);
    if (first === undefined || other === undefined) return;
    yield {
      at: first.stack,
      fill: { 'Orders-us-west-2': first.stack.displayName, "region: 'us-west-2'": `region: '${first.word}'` },
      message: `${named.length} stacks are named after different regions (${first.stack.displayName}, ${other.stack.displayName}${named.length > 2 ? ', …' : ''}) and none of them has a region: all are deployed to the region of the command line.`,
      related: others.map(({ stack }) => ({ at: stack, message: 'This one too.' })),
    };
  },
});
