import { defineCheck } from '../../src/check/check.js';
import { nameOfUse, placeOfUse, unresolvedUses } from '../../src/queries/references.js';

const app = (region: string) => ({
  Web: {
    region,
    mappings: { Images: { 'us-east-1': { web: 'ami-0a1b' }, 'us-east-2': { web: 'ami-0c2d' } } },
    resources: {
      Server: { Type: 'AWS::EC2::Instance', Properties: { ImageId: { 'Fn::FindInMap': ['Images', { Ref: 'AWS::Region' }, 'web'] } } },
    },
  },
});

export default defineCheck({
  id: 'reference/mapping-region-missing',
  title: "Mapping has no entry for the stack's region",
  severity: 'error',
  docs: {
    why: 'The template looks up a value for its own region in a mapping that does not have it. CloudFormation rejects the template: "Template error: Unable to get mapping for …". Typical when a stack that worked in one region is deployed to a second one.',
    fix: 'Add the region to the `CfnMapping`, give `findInMap` a default value, or use what knows all regions: `MachineImage.latestAmazonLinux2023()`, `RegionInfo`, an SSM public parameter.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html'],
    templateFix:
      'Add the region to `Mappings`, give `Fn::FindInMap` a `DefaultValue`, or read a public SSM parameter, which knows all regions.',
    bad: app('eu-west-1'),
    good: app('us-east-2'),
  },
  *graph({ graph }) {
    for (const use of unresolvedUses(graph, 'mapping')) {
      const { stack } = use.from;
      const { region } = stack.environment;
      const [map = '', top = '', ...key] = use.name.split('.');
      const regions = stack.template.mappings.get(map);
      // Other lookups that find nothing are wrong in every region, and single-template linters know them.
      if (region === undefined || top !== region || regions === undefined) continue;
      const lacks = Object.hasOwn(regions, region) ? `has no ${key.join('.')} for ${region}` : `does not have ${region}`;
      yield {
        at: placeOfUse(use),
        message: `The mapping ${map}, in which ${nameOfUse(use)} looks up its region, ${lacks}: "Unable to get mapping for ${map}::${region}::${key.join('.')}".`,
      };
    }
  },
});
