/** Accounts that stand for one in documentation, and numbers that nobody has. Source: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html and the examples in AWS's guides. */
export const PLACEHOLDER_ACCOUNTS: ReadonlySet<string> = new Set([
  '000000000000',
  '012345678901',
  '012345678910',
  '111111111111',
  '111122223333',
  '123456789012',
  '123456789098',
  '210987654321',
  '222222222222',
  '444455556666',
  '999999999999',
]);

/**
 * ARNs of what AWS and others publish for all: layers, images, managed policies, load balancers' log accounts in principals,
 * applications (https://docs.aws.amazon.com/serverlessrepo/latest/devguide/access-control-resource-based.html).
 */
export const PUBLISHED_ARN = /:lambda:[a-z0-9-]*:\d{12}:layer:|:imagebuilder:|:ecr:|:cloudfront::|:serverlessrepo:/;
