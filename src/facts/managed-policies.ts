/**
 * What policies that AWS manages allow, all of it on every resource; patterns of actions in lower case. Longer lists are cut to what covers
 * them: a pattern may be wider than the policy, never narrower.
 * Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html, one page a policy
 */
export const MANAGED_POLICIES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    AdministratorAccess: ['*'],
    AmazonDynamoDBFullAccess: ['dynamodb:*', 'dax:*', 'application-autoscaling:*', 'cloudwatch:*', 'kinesis:*', 'lambda:*', 'iam:*'],
    AmazonDynamoDBReadOnlyAccess: [
      'dynamodb:batchget*',
      'dynamodb:describe*',
      'dynamodb:get*',
      'dynamodb:list*',
      'dynamodb:partiqlselect',
      'dynamodb:query',
      'dynamodb:scan',
    ],
    AmazonS3FullAccess: ['s3:*', 's3-object-lambda:*'],
    AmazonS3ReadOnlyAccess: ['s3:get*', 's3:list*', 's3:describe*', 's3-object-lambda:get*', 's3-object-lambda:list*'],
    AmazonSNSFullAccess: ['sns:*'],
    AmazonSQSFullAccess: ['sqs:*'],
    'service-role/AWSLambdaBasicExecutionRole': ['logs:*'],
    'service-role/AWSLambdaVPCAccessExecutionRole': ['logs:*', 'ec2:*'],
    'service-role/AWSLambdaSQSQueueExecutionRole': ['logs:*', 'sqs:receivemessage', 'sqs:deletemessage', 'sqs:getqueueattributes'],
    'service-role/AWSLambdaDynamoDBExecutionRole': [
      'logs:*',
      'dynamodb:describestream',
      'dynamodb:getrecords',
      'dynamodb:getsharditerator',
      'dynamodb:liststreams',
    ],
    'service-role/AWSLambdaKinesisExecutionRole': ['logs:*', 'kinesis:*'],
    'service-role/AWSLambdaRole': ['lambda:invokefunction'],
    'service-role/AmazonECSTaskExecutionRolePolicy': ['ecr:*', 'logs:*'],
    AWSXRayDaemonWriteAccess: ['xray:*'],
    CloudWatchLambdaInsightsExecutionRolePolicy: ['logs:*'],
  }),
);
