import type { Admission } from './admission.js';

const invoke = { callee: 'AWS::Lambda::Function', actions: ['lambda:InvokeFunction'] } as const;
const permission = (service: string) =>
  `fn.addPermission("Invoke", { principal: new iam.ServicePrincipal("${service}.amazonaws.com"), sourceArn })`;
const by = (service: string) => ({ ...invoke, service, fix: permission(service) }) as const;

const notification = {
  ...by('s3'),
  answer: '"Unable to validate the following destination configurations"',
  fails: true,
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
} as const;
const trigger = {
  ...by('cognito-idp'),
  answer: 'sign-up and sign-in fail',
  fails: false,
  source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
} as const;

/** Services that invoke a function, which needs an `AWS::Lambda::Permission` for each. */
export const TO_FUNCTIONS: Readonly<Record<string, readonly Admission[]>> = {
  'AWS::S3::Bucket': [{ path: 'NotificationConfiguration.LambdaConfigurations.*.Function', ...notification, from: 'caller' }],
  'Custom::S3BucketNotifications': [
    { path: 'NotificationConfiguration.LambdaFunctionConfigurations.*.LambdaFunctionArn', ...notification, from: 'BucketName' },
  ],
  'AWS::SNS::Subscription': [
    {
      path: 'Endpoint',
      ...by('sns'),
      from: 'TopicArn',
      answer: 'messages never arrive',
      fails: false,
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-lambda-as-subscriber.html',
    },
  ],
  'AWS::Events::Rule': [
    {
      path: 'Targets.*.Arn',
      ...by('events'),
      from: 'caller',
      role: 'RoleArn',
      answer: 'every invocation fails and only the metric FailedInvocations shows it',
      fails: false,
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
    },
  ],
  'AWS::Logs::SubscriptionFilter': [
    {
      path: 'DestinationArn',
      ...by('logs'),
      answer: '"Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function."',
      fails: true,
      source: 'https://github.com/aws/aws-cdk/issues/8726',
    },
  ],
  'AWS::Cognito::UserPool': [
    'CreateAuthChallenge',
    'CustomMessage',
    'DefineAuthChallenge',
    'PostAuthentication',
    'PostConfirmation',
    'PreAuthentication',
    'PreSignUp',
    'PreTokenGeneration',
    'UserMigration',
    'VerifyAuthChallengeResponse',
  ].map((name) => ({ path: `LambdaConfig.${name}`, ...trigger })),
  'AWS::SecretsManager::RotationSchedule': [
    {
      path: 'RotationLambdaARN',
      ...by('secretsmanager'),
      answer: '"Secrets Manager cannot invoke the specified Lambda function"',
      fails: true,
      source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html',
    },
  ],
  'AWS::Config::ConfigRule': [
    {
      path: 'Source.SourceIdentifier',
      ...by('config'),
      answer: 'InsufficientPermissionsException',
      fails: true,
      source: 'https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigRule.html',
    },
  ],
};
