import { tableOf } from '../table-of.js';

/** Services whose ARNs hold no region, and which IAM rejects with one. */
export interface Regionless {
  /** What IAM answers; `{arn}` stands for the ARN. */
  readonly says: string;
  /** Kinds of resources of the service that are in a region all the same: how their names begin. */
  readonly except: readonly string[];
  readonly source: string;
}

/** By the service of the ARN. Kinds of S3: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
export const REGIONLESS: Readonly<Record<string, Regionless>> = tableOf({
  s3: {
    says: 'Resource {arn} can not contain region information.',
    except: ['accesspoint', 'access-grants', 'async-request', 'job', 'storage-lens'],
    source: 'https://github.com/aws/aws-cdk/issues/22445',
  },
  iam: {
    says: 'IAM resource {arn} cannot contain region information.',
    except: [],
    source: 'https://github.com/aws/aws-cdk/issues/13104',
  },
});

/** What IAM answers to an ARN of another partition in a policy. */
export const OTHER_PARTITION = {
  says: 'Partition "{partition}" is not valid for resource "{arn}".',
  source: 'https://github.com/aws/aws-cdk/issues/10634',
} as const;

/** And to the ARN of a managed policy of another partition. */
export const OTHER_PARTITION_OF_POLICY = {
  says: 'Invalid ARN partition',
  source: 'https://github.com/runs-on/runs-on/issues/518',
} as const;

/** And to one in the policy of a bucket. */
export const OTHER_PARTITION_OF_BUCKET = {
  says: 'MalformedPolicy: Policy has invalid resource',
  source: 'https://github.com/anomalyco/sst/issues/5076',
} as const;

/** Where types of IAM have policy documents, below `Properties`. */
export const IDENTITY_DOCUMENTS: Readonly<Record<string, string>> = tableOf({
  'AWS::IAM::Policy': 'PolicyDocument',
  'AWS::IAM::ManagedPolicy': 'PolicyDocument',
  'AWS::IAM::RolePolicy': 'PolicyDocument',
  'AWS::IAM::UserPolicy': 'PolicyDocument',
  'AWS::IAM::GroupPolicy': 'PolicyDocument',
  'AWS::IAM::Role': 'Policies.*.PolicyDocument',
  'AWS::IAM::User': 'Policies.*.PolicyDocument',
  'AWS::IAM::Group': 'Policies.*.PolicyDocument',
});
