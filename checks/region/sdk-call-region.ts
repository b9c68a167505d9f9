import { defineCheck } from '../../src/check/check.js';
import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { isCustomResource, REGIONAL_READERS } from '../../src/facts/custom-resources.js';
import { sdkCallsOf } from '../../src/graph/links/sdk-calls.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { isGivenToCustomResource } from '../../src/queries/custom-resources.js';
import { placeOfUse } from '../../src/queries/references.js';
import { problemsOfCalls } from './model/calls-elsewhere.js';

const app = (region?: string) => ({
  Dr: stack('us-west-2', { Arn: resource('AWS::SSM::Parameter', { Name: '/dr/arn', Type: 'String', Value: 'x' }) }),
  App: stackAfter('Dr', 'us-east-1', {
    Read: resource('Custom::AWS', {
      ServiceToken: 'arn:aws:lambda:us-east-1:482731905566:function:sdk',
      Create: JSON.stringify({ service: 'SSM', action: 'getParameter', region, parameters: { Name: '/dr/arn' } }),
    }),
  }),
});

export default defineCheck({
  id: 'region/sdk-call-region',
  title: 'AwsCustomResource calls a service in the wrong region',
  severity: 'error',
  docs: {
    why: 'A call without `region` goes to the service in the region of the stack. What it names in another region is not there: "ParameterNotFound", "Invalid parameter: TopicArn". A few services answer in one region only, and a policy with ARNs of another region denies the call. The deployment fails.',
    fix: "Name the region in the call: `onCreate: { service: 'SSM', action: 'getParameter', region: 'us-west-2', … }`.",
    sources: [
      'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.custom_resources.AwsSdkCall.html',
      'https://github.com/aws/aws-cdk/issues/4292',
      'https://github.com/hashicorp/terraform-provider-aws/issues/23639',
    ],
    templateFix: 'Name the region in the call: `region` beside `service` and `action`.',
    bad: app(),
    good: app('us-west-2'),
  },
  *graph({ graph, settings }) {
    for (const type of graph.types()) {
      if (!isCustomResource(type)) continue;
      for (const resource of graph.certainResourcesOfType(type)) {
        for (const { name, problem } of missedReads(resource)) if (!settings.isExternal('ssm', name)) yield problem;
        yield* problemsOfCalls(resource);
      }
    }
  },
});

interface Named {
  readonly name: string;
  readonly problem: Problem;
}

/** Parameters and stacks that are read where they are not, and are declared elsewhere in the same account. */
function missedReads(resource: Resource): readonly Named[] {
  const { graph } = resource;
  const { custom } = graph.producers;
  return custom.readsOf(resource).flatMap((read) => {
    const { name, environment, kind } = read;
    if (kind === 'path' || environment.region === undefined || name.startsWith('/aws/') || custom.find(read).kind === 'produced') return [];
    const all = kind === 'stack' ? graph.producers.stacksNamed(name) : graph.producers.ssmParametersNamed(name).map(({ stack }) => stack);
    const found = all.find((stack) => stack.environment.account === environment.account && stack.environment.region !== undefined);
    if (found === undefined || all.some((stack) => stack.environment.region === undefined) || isGivenToCustomResource(graph, name))
      return [];
    const [what, answer] = kind === 'stack' ? ['stack', `Stack with id ${name} does not exist`] : ['SSM parameter', 'ParameterNotFound'];
    const fill = {
      'us-west-2': found.environment.region,
      ...(kind === 'stack' && { "'SSM', action: 'getParameter'": "'CloudFormation', action: 'describeStacks'" }),
    };
    const message = `${resource.displayName} reads the ${what} ${name} in ${environment.region}, but it is in ${found.environment.region}: "${answer}".`;
    // What a handler of the app does with a region and a name is only likely.
    const isCertain = sdkCallsOf(resource).length > 0 || resource.type in REGIONAL_READERS;
    const declared = kind === 'stack' ? undefined : graph.producers.ssmParametersNamed(name).find(({ stack }) => stack === found);
    return [
      {
        name,
        problem: {
          at: placeOfUse({ from: resource, path: read.path }),
          ...(!isCertain && { severity: 'warning' as const }),
          message,
          fill,
          related: [{ at: declared ?? found, message: `It is declared in ${found.environment.region}.` }],
        },
      },
    ];
  });
}
