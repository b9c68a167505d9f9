/**
 * Types that hold nothing and that nothing outside of the app knows: permissions, policies, attachments, revisions and the wiring of an API. Replacing one puts
 * an equal one in its place. Each is a property or child of another resource in its service's API; source: its page in
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
export const ATTACHMENTS: ReadonlySet<string> = new Set(
  [
    'ApiGateway::Authorizer ApiGateway::Deployment ApiGateway::GatewayResponse ApiGateway::Method ApiGateway::Model ApiGateway::RequestValidator',
    'ApiGateway::Resource ApiGateway::UsagePlanKey ApiGatewayV2::ApiMapping ApiGatewayV2::Authorizer ApiGatewayV2::Deployment ApiGatewayV2::Integration',
    'ApiGatewayV2::Route ApplicationAutoScaling::ScalableTarget ApplicationAutoScaling::ScalingPolicy AppSync::ApiCache AppSync::DataSource',
    'AppSync::FunctionConfiguration AppSync::Resolver AutoScaling::LifecycleHook AutoScaling::ScalingPolicy AutoScaling::ScheduledAction',
    'EC2::EIPAssociation EC2::NetworkAclEntry EC2::Route EC2::SecurityGroupEgress EC2::SecurityGroupIngress EC2::SubnetNetworkAclAssociation',
    'EC2::SubnetRouteTableAssociation EC2::VPCGatewayAttachment EC2::VolumeAttachment ElasticLoadBalancingV2::ListenerCertificate',
    'ElasticLoadBalancingV2::ListenerRule Events::EventBusPolicy IAM::GroupPolicy IAM::InstanceProfile IAM::Policy IAM::RolePolicy IAM::UserPolicy',
    'IAM::UserToGroupAddition KMS::Alias Lambda::Alias Lambda::EventInvokeConfig Lambda::LayerVersionPermission Lambda::Permission Lambda::Version',
    'Logs::MetricFilter Logs::SubscriptionFilter S3::BucketPolicy SecretsManager::ResourcePolicy SecretsManager::RotationSchedule',
    'SecretsManager::SecretTargetAttachment SNS::Subscription SNS::TopicInlinePolicy SNS::TopicPolicy SQS::QueueInlinePolicy SQS::QueuePolicy',
    'WAFv2::WebACLAssociation',
  ]
    .join(' ')
    .split(' ')
    .map((name) => `AWS::${name}`),
);
