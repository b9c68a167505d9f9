import { tableOf } from '../../table-of.js';
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

const gateway = {
  ...by('apigateway'),
  answer: 'requests get 500, "Execution failed due to configuration error: Invalid permissions on Lambda function"',
  fails: false,
  source: 'https://github.com/aws/aws-cdk/issues/5306',
} as const;
const resolver = {
  ...by('appsync'),
  answer: 'AppSync cannot call its authorizer, and requests are not authorized',
  fails: false,
  source: 'https://docs.aws.amazon.com/appsync/latest/APIReference/API_LambdaAuthorizerConfig.html',
} as const;
const alarms: readonly Admission[] = ['AlarmActions.*', 'OKActions.*', 'InsufficientDataActions.*'].map((path) => ({
  path,
  ...by('lambda.alarms.cloudwatch'),
  from: 'caller',
  answer: 'the alarm changes its state and the function is not invoked',
  fails: false,
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html',
}));

/** Services that invoke a function, which needs an `AWS::Lambda::Permission` for each. */
export const TO_FUNCTIONS: Readonly<Record<string, readonly Admission[]>> = tableOf({
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
    'PreTokenGenerationConfig.LambdaArn',
    'CustomEmailSender.LambdaArn',
    'CustomSMSSender.LambdaArn',
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
  'AWS::CloudWatch::Alarm': alarms,
  'AWS::CloudWatch::CompositeAlarm': alarms,
  'AWS::ApiGateway::Method': [{ path: 'Integration.Uri', role: 'Credentials', ...gateway }],
  'AWS::ApiGateway::Authorizer': [{ path: 'AuthorizerUri', role: 'AuthorizerCredentials', ...gateway }],
  'AWS::ApiGatewayV2::Integration': [{ path: 'IntegrationUri', role: 'CredentialsArn', ...gateway }],
  'AWS::ApiGatewayV2::Authorizer': [{ path: 'AuthorizerUri', role: 'AuthorizerCredentialsArn', ...gateway }],
  'AWS::ElasticLoadBalancingV2::TargetGroup': [
    {
      path: 'Targets.*.Id',
      ...by('elasticloadbalancing'),
      when: [{ path: 'TargetType', is: 'lambda' }],
      answer: '"elasticloadbalancing principal does not have permission to invoke … from target group …"',
      fails: true,
      source: 'https://github.com/aws/aws-cdk/issues/4663',
    },
  ],
  'AWS::AppSync::GraphQLApi': [
    { path: 'LambdaAuthorizerConfig.AuthorizerUri', ...resolver },
    { path: 'AdditionalAuthenticationProviders.*.LambdaAuthorizerConfig.AuthorizerUri', ...resolver },
  ],
  'AWS::Bedrock::Agent': [
    {
      path: 'ActionGroups.*.ActionGroupExecutor.Lambda',
      ...by('bedrock'),
      answer: 'the agent cannot invoke its action group',
      fails: false,
      source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html',
    },
  ],
  'AWS::IoT::TopicRule': [
    {
      path: 'TopicRulePayload.Actions.*.Lambda.FunctionArn',
      ...by('iot'),
      answer: 'messages never arrive',
      fails: false,
      source: 'https://docs.aws.amazon.com/iot/latest/developerguide/lambda-rule-action.html',
    },
  ],
  'AWS::SES::ReceiptRule': [
    {
      path: 'Rule.Actions.*.LambdaAction.FunctionArn',
      ...by('ses'),
      answer: '"Could not invoke Lambda function"',
      fails: true,
      source: 'https://github.com/hashicorp/terraform-provider-aws/issues/34259',
    },
  ],
});
