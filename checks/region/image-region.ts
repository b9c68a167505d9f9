import { defineCheck } from '../../src/check/check.js';
import { isRegion } from '../../src/facts/regions.js';
import type { Property } from '../../src/graph/model/property.js';

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
  id: 'region/image-region',
  title: "Function from an image in another region's repository",
  severity: 'error',
  types: ['AWS::Lambda::Function'],
  docs: {
    why: '"The Amazon ECR repository must be in the same AWS Region as the Lambda function." The function is refused: "Source image … is not valid. Provide a valid source image." ECS and EKS do pull images from other regions, but cannot start when that region fails.',
    fix: "Build the image where it is used, `lambda.DockerImageCode.fromImageAsset(…)`, or replicate the repository (`new ecr.CfnReplicationConfiguration(…)`) and refer to it in the function's own region: `ecr.Repository.fromRepositoryName(this, 'Charge', 'charge')`.",
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/images-create.html', 'https://github.com/binxio/cfn-ses-provider/issues/27'],
    bad: app('us-east-1'),
    good: app('us-west-2'),
  },
  *resource(lambda) {
    const at = lambda.property('Code', 'ImageUri');
    const found = repositoryRegion(at);
    if (lambda.region === undefined || found === undefined || !isRegion(found) || found === lambda.region) return;
    yield {
      at,
      message: `The function is created in ${lambda.region}, and its image is in a repository in ${found}: "The Amazon ECR repository must be in the same AWS Region as the Lambda function."`,
    };
  },
});

/** The region in the name of a private repository, or that of one declared here. */
function repositoryRegion({ parts = [] }: Property): string | undefined {
  const text = parts.map((part) => (typeof part === 'string' ? part : 'x')).join('');
  const [first] = parts;
  if (typeof first !== 'string' && first?.kind === 'reference' && first.resource.type === 'AWS::ECR::Repository')
    return first.resource.region;
  return /^[^/]*\.dkr[.-]ecr\.([a-z0-9-]+)\./.exec(text)?.[1];
}
