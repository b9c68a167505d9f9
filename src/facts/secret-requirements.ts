import { tableOf } from '../table-of.js';

/** What a service demands of a secret that it is given. */
export interface SecretRequirement {
  /** The place that names the secret: steps below `Properties`, `*` for every element of a list. */
  readonly path: string;
  readonly service: string;
  /** What its name must begin with. */
  readonly prefix: string;
  /** Whether it must be encrypted with another key than `aws/secretsmanager`. */
  readonly needsOwnKey: boolean;
  /** AWS's own words. */
  readonly says: string;
  readonly source: string;
}

/** By the type of the resource that names the secret. */
export const SECRET_REQUIREMENTS: Readonly<Record<string, readonly SecretRequirement[]>> = tableOf({
  'AWS::MSK::BatchScramSecret': [
    {
      path: 'SecretArnList.*',
      service: 'MSK',
      prefix: 'AmazonMSK_',
      needsOwnKey: true,
      says: 'The name of secrets associated with an Amazon MSK cluster must have the prefix AmazonMSK_. You cannot use a Secret that uses the default Secrets Manager encryption key with Amazon MSK.',
      source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-limitations.html',
    },
  ],
  'AWS::ECR::PullThroughCacheRule': [
    {
      path: 'CredentialArn',
      service: 'ECR',
      prefix: 'ecr-pullthroughcache/',
      needsOwnKey: false,
      says: 'The name of the secret begins with ecr-pullthroughcache/.',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-creating-rule.html',
    },
  ],
});
