import { defineCheck } from '../../src/check/check.js';
import { typesCheckedBy } from '../../src/facts/references/table.js';
import { resourcesNaming } from '../../src/queries/named-places.js';
import { placesOfOtherRegions, problemOfOtherRegion } from '../../src/queries/other-region.js';

const ID = 'region/image-region';
const app = (region: string) => ({
  Standby: {
    region: 'us-west-2',
    resources: {
      Charge: {
        Type: 'AWS::Lambda::Function',
        Properties: { PackageType: 'Image', Code: { ImageUri: `482731905566.dkr.ecr.${region}.amazonaws.com/charge:1.4.2` } },
      },
    },
  },
});

export default defineCheck({
  id: ID,
  title: "Function or model from an image in another region's repository",
  severity: 'error',
  types: typesCheckedBy(ID),
  docs: {
    why: 'Lambda, SageMaker and App Runner start images of their own region only: "The Amazon ECR repository must be in the same AWS Region as the Lambda function." The function is rejected: "Source image … is not valid. Provide a valid source image." ECS and EKS do pull images from other regions, but cannot start when that region fails.',
    fix: "Build the image where it is used, `lambda.DockerImageCode.fromImageAsset(…)`, or replicate the repository (`new ecr.CfnReplicationConfiguration(…)`) and refer to it in the function's own region: `ecr.Repository.fromRepositoryName(this, 'Charge', 'charge')`.",
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/images-create.html', 'https://github.com/binxio/cfn-ses-provider/issues/27'],
    templateFix:
      "Push the image to a repository of the function's own region, or replicate the repository (`AWS::ECR::ReplicationConfiguration`), and build `ImageUri` with `${AWS::Region}`.",
    bad: app('us-east-1'),
    good: app('us-west-2'),
  },
  among: (graph) => graph.memo(resourcesNaming),
  *resource(resource) {
    for (const place of placesOfOtherRegions(resource, ID)) {
      const { fix: _, ...problem } = problemOfOtherRegion(place);
      yield problem;
    }
  },
});
