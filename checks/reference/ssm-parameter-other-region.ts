import { defineCheck } from '../../src/check/check.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { isGivenToCustomResource } from '../../src/queries/custom-resources.js';
import { placeOfUse, subjectOfUse, unresolvedUses } from '../../src/queries/references.js';
import { differs, placeName } from './model/environments.js';
import { isForeignParameter } from './model/ssm-parameters.js';

const app = (region: string) => ({
  Keys: {
    region,
    resources: { KeyArn: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/dr/key-arn', Type: 'String', Value: 'key/1f0c' } } },
  },
  Storage: {
    region: 'us-east-1',
    dependencies: ['Keys'],
    resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: '{{resolve:ssm:/dr/key-arn}}' } } },
  },
});

export default defineCheck({
  id: 'reference/ssm-parameter-other-region',
  title: 'SSM parameter is in another region',
  severity: 'error',
  docs: {
    why: 'Parameter Store belongs to one account and region, and CloudFormation reads it where the stack is deployed: `StringParameter.valueForStringParameter` cannot see what a stack in another region wrote. Deployment fails with "Unable to fetch parameters … from parameter store for this account"; a dependency between the stacks does not help.',
    fix: 'Hand the construct itself over from stack to stack: CDK carries the value into the other region. Or write the parameter in the region that reads it, or read it with an `AwsCustomResource` that names the region.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm.html',
    ],
    templateFix: 'Write the parameter in the region that reads it, or read it with a custom resource that names the region.',
    bad: app('us-west-2'),
    good: app('us-east-1'),
  },
  *graph({ graph, settings }) {
    for (const use of unresolvedUses(graph, 'ssm')) {
      const { stack } = use.from;
      const written = graph.producers.ssmParametersNamed(use.name);
      if (written.length === 0 || isForeignParameter(use.name) || settings.isExternal('ssm', use.name)) continue;
      const differences = written.map((parameter) => differs(parameter.stack.environment, stack.environment));
      if (differences.includes(undefined) || isGivenToCustomResource(graph, use.name)) continue;
      // What the reader's own account writes is what it means.
      const nearest = Math.max(0, differences.indexOf('region'));
      const [found, matters = 'region'] = [written[nearest] as Resource, differences[nearest]];
      yield {
        at: placeOfUse(use),
        // Each account may have a parameter of that name, from another app.
        severity: differences.includes('region') ? 'error' : 'warning',
        message: `${subjectOfUse(use)} reads the SSM parameter ${use.name} in ${placeName(stack, matters)}, but ${found.stack.name} writes it in ${placeName(found.stack, matters)}: "Unable to fetch parameters [${use.name}] from parameter store for this account".`,
        related: [{ at: found, message: 'The parameter is written here.' }],
      };
    }
  },
});
