import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import { defineFamily } from '../../src/check/family.js';
import type { Problem } from '../../src/check/problem.js';
import type { ReferenceCheck } from '../../src/facts/references/row.js';
import { typesCheckedBy } from '../../src/facts/references/table.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { membershipOf } from '../../src/queries/global-clusters.js';
import { resourcesNaming } from '../../src/queries/named-places.js';
import { type PlaceOfOtherRegion, placesOfOtherRegions, problemOfOtherRegion } from '../../src/queries/other-region.js';

interface Row {
  readonly id: ReferenceCheck;
  /** In words of its own. */
  problemOf?(place: PlaceOfOtherRegion): Problem | undefined;
}

/** Checks that report the rows of `facts/references` which name them. */
const referenceCheck = defineFamily(({ id, problemOf = usualProblem }: Row) => ({
  types: typesCheckedBy(id),
  among: (graph: ResourceGraph) => graph.memo(resourcesNaming),
  *resource(resource: Resource): Iterable<Problem> {
    for (const place of placesOfOtherRegions(resource, id)) {
      const problem = problemOf(place);
      if (problem !== undefined) yield problem;
    }
  },
}));

/** With the fix of the check. */
function usualProblem(place: PlaceOfOtherRegion): Problem {
  const { fix: _, ...problem } = problemOfOtherRegion(place);
  return problem;
}

const image = (region: string) => ({
  Standby: stack('us-west-2', {
    Charge: resource('AWS::Lambda::Function', {
      PackageType: 'Image',
      Code: { ImageUri: `482731905566.dkr.ecr.${region}.amazonaws.com/charge:1.4.2` },
    }),
  }),
});

export const imageRegion = referenceCheck({
  id: 'region/image-region',
  title: 'Container image is in a repository of another region',
  severity: 'error',
  docs: {
    why: 'Lambda, SageMaker and App Runner start images of their own region only: "The Amazon ECR repository must be in the same AWS Region as the Lambda function." The function is rejected: "Source image … is not valid. Provide a valid source image." ECS and EKS do pull images from other regions, but cannot start when that region fails.',
    fix: "Build the image where it is used, `lambda.DockerImageCode.fromImageAsset(…)`, or replicate the repository (`new ecr.CfnReplicationConfiguration(…)`) and refer to it in the function's own region: `ecr.Repository.fromRepositoryName(this, 'Charge', 'charge')`.",
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/images-create.html', 'https://github.com/binxio/cfn-ses-provider/issues/27'],
    templateFix:
      "Push the image to a repository of the function's own region, or replicate the repository (`AWS::ECR::ReplicationConfiguration`), and build `ImageUri` with `${AWS::Region}`.",
    bad: image('us-east-1'),
    good: image('us-west-2'),
  },
});

const key = (keyRegion: string) => ({
  Messages: stack('eu-west-1', {
    Queue: resource('AWS::SQS::Queue', {
      KmsMasterKeyId: `arn:aws:kms:${keyRegion}:482731905566:key/0d9c7a52-4c1e-4a63-9d0b-6c1a2f7e8b34`,
    }),
  }),
});

export const keyRegion = referenceCheck({
  id: 'region/key-region',
  title: 'KMS key is in another region',
  severity: 'error',
  docs: {
    why: 'A KMS key works in the region where it was created and nowhere else; a service looks for it in its own region and finds nothing. The replica of a multi-region key has an ARN of its own in each region, and that one is to be used.',
    fix: "Create a `kms.Key` in a stack of the same region, or replicate a multi-region key there with `kms.CfnReplicaKey` and use the replica's ARN.",
    sources: [
      'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html',
      'https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html',
    ],
    templateFix:
      'Create an `AWS::KMS::Key` in a stack of the same region, or replicate a multi-region key there with `AWS::KMS::ReplicaKey`, and name that.',
    bad: key('us-east-1'),
    good: key('eu-west-1'),
  },
  problemOf({ at, row, foundRegion }) {
    const { resource } = at;
    // Secondaries of global databases have a check of their own.
    if (membershipOf(resource)?.member.role === 'secondary') return undefined;
    return {
      at,
      ...(row.source === undefined && { severity: 'warning' as const }),
      message: `This key is in ${foundRegion}, and what it encrypts in ${resource.region}: a KMS key can be used in its own region only.`,
      ...(at.reference && { related: [{ at: at.reference.resource, message: `The key, in ${foundRegion}.` }] }),
    };
  },
});

const logs = (region: string) => ({
  Audit: stack('us-east-1', {
    Logs: resource('AWS::S3::Bucket', {
      BucketName: 'contoso-audit-logs',
      AccessControl: 'LogDeliveryWrite',
      OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
    }),
  }),
  Store: stackAfter('Audit', region, {
    Orders: resource('AWS::S3::Bucket', { LoggingConfiguration: { DestinationBucketName: 'contoso-audit-logs' } }),
  }),
});

export const logBucketRegion = referenceCheck({
  id: 'region/log-bucket-region',
  title: 'Log bucket is in another region',
  severity: 'error',
  docs: {
    why: 'S3, Elastic Load Balancing and Redshift write their logs to a bucket in the same region only: "Both the source and target buckets must be in the same AWS Region and owned by the same account", "The bucket must be located in the same Region as the load balancer". One log bucket cannot serve the stacks of several regions.',
    fix: "Declare a log bucket in each region, in the stack that logs or one beside it: `serverAccessLogsBucket: new s3.Bucket(this, 'Logs')`, `loadBalancer.logAccessLogs(logs)`. To collect them in one place, replicate those buckets.",
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
    ],
    templateFix: 'Declare a log bucket in each region. To collect the logs in one place, replicate those buckets.',
    bad: logs('us-west-2'),
    good: logs('us-east-1'),
  },
});
