import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { isRegion } from '../../src/facts/regions.js';
import type { Property } from '../../src/graph/model/property.js';
import { actionsOf } from './model/pipeline-stores.js';

/** `arn:aws:iam::111122223333:role/cdk-hnb659fds-deploy-role-111122223333-us-east-1` */
const BOOTSTRAP_ROLE = /:role\/cdk-\w+-(?:deploy|cfn-exec)-role-[^-]*-([a-z0-9-]+)$/;

const app = (region: string) => ({
  Delivery: stack('eu-central-1', {
    Pipeline: resource('AWS::CodePipeline::Pipeline', {
      RoleArn: 'arn:aws:iam::482731905566:role/pipeline',
      ArtifactStores: ['us-east-1', 'eu-central-1'].map((store) => ({
        Region: store,
        ArtifactStore: { Type: 'S3', Location: `contoso-artifacts-${store}` },
      })),
      Stages: [
        {
          Name: 'Deploy',
          Actions: [
            {
              Name: 'Deploy',
              Region: 'us-east-1',
              ActionTypeId: { Category: 'Deploy', Owner: 'AWS', Provider: 'CloudFormation', Version: '1' },
              RoleArn: `arn:aws:iam::482731905566:role/cdk-hnb659fds-deploy-role-482731905566-${region}`,
            },
          ],
        },
      ],
    }),
  }),
});

export default defineCheck({
  id: 'codepipeline/bootstrap-role-region',
  title: 'Pipeline action uses the bootstrap role of another region',
  severity: 'warning',
  types: ['AWS::CodePipeline::Pipeline'],
  docs: {
    why: '`cdk bootstrap` makes roles for one region. The deployment role may use keys only through S3 of its own region (`kms:ViaService`) and read only its own region\'s bootstrap version: an action in another region fails with "AccessDenied" when it reads its artifacts, or "is not authorized to perform: ssm:GetParameter".',
    fix: "Bootstrap the region of the action, and use the role of that region: leave `deploymentRole` to `pipelines.CodePipeline`, or give the stack that is deployed its own `env: { region: 'us-east-1' }`.",
    sources: ['https://github.com/aws/aws-cdk/issues/33560', 'https://github.com/aws/aws-cdk/issues/26633'],
    templateFix: "Use the role of the action's own region: the one whose name ends in that region.",
    bad: app('eu-central-1'),
    good: app('us-east-1'),
  },
  *resource(pipeline) {
    for (const action of actionsOf(pipeline)) {
      const place = action.get('Region');
      const region = place.isAbsent ? pipeline.region : place.text;
      const roles = [action.get('RoleArn'), action.get('Configuration', 'RoleArn')];
      const at = roles.find((role) => isOfOtherRegion(role, region));
      if (at === undefined) continue;
      yield {
        at,
        fill: { 'us-east-1': region },
        message: `This action is in ${region}, and its role is that of ${bootstrapRegionOf(at)}: it has no access to keys and parameters of ${region}.`,
      };
    }
  },
});

function isOfOtherRegion(role: Property, region: string | undefined): boolean {
  const found = bootstrapRegionOf(role);
  return found !== undefined && region !== undefined && isRegion(found) && found !== region;
}

/** The region in the name of a bootstrap role; the account in it may be unknown. */
function bootstrapRegionOf(role: Property): string | undefined {
  return BOOTSTRAP_ROLE.exec(role.textWith('?'))?.[1];
}
