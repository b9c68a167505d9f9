import { exception, type IdentityRow, operation, page, row, threads } from './row.js';

const APIGATEWAY = 'https://docs.aws.amazon.com/apigateway/latest/api/API_';
const LAMBDA = 'lambda/latest/api';

/** Load balancers, functions, APIs, containers. */
export const APPLICATIONS: readonly IdentityRow[] = [
  row('AWS::Scheduler::Schedule', {
    scope: 'region',
    key: ['Name', ['GroupName', 'resource', 'default']],
    what: 'schedule of a group',
    isCertain: false,
    // "If you omit this, the default schedule group is used."
    sources: ['https://docs.aws.amazon.com/scheduler/latest/APIReference/API_DeleteSchedule.html'],
  }),
  // What `addRotationSingleUser` deploys takes its name from the path of the construct, without the name of the stack.
  row('AWS::Serverless::Application', {
    scope: 'region',
    key: ['Parameters.functionName'],
    what: 'function of a serverless application',
    says: '… already exists in stack …',
    fix: 'Give each its own `functionName`, or each stack its own id: `new Stack(app, "Orders-Prod", …)`.',
    sources: threads('aws/aws-cdk#29180'),
  }),
  row('AWS::ElasticLoadBalancingV2::Listener', {
    key: [['LoadBalancerArn', 'resource'], 'Port'],
    what: 'port of a load balancer',
    says: 'A listener already exists on this port for this load balancer',
    fix: 'Create the listener in the stack of the load balancer, and let the other stacks add rules to it: `listener.addAction(…)`.',
    sources: threads('aws/aws-cdk#13901', 'aws/aws-cdk#34235'),
  }),
  row('AWS::ElasticLoadBalancingV2::ListenerRule', {
    key: [['ListenerArn', 'resource'], 'Priority'],
    what: 'priority of a listener rule',
    says: "Priority '…' is currently in use",
    fix: 'Give each rule of the listener its own `priority`, for example from a range for each stack.',
    sources: threads('stelligent/mu#324', 'aws/aws-cdk#12067'),
  }),
  row('AWS::ElasticLoadBalancingV2::ListenerCertificate', {
    each: 'Certificates',
    key: [
      ['ListenerArn', 'resource'],
      ['.CertificateArn', 'resource'],
    ],
    what: 'certificate of a listener',
    // "If the certificate in already in the certificate list, the call is successful but the certificate is not added again."
    second: 'shared',
    fix: 'Add each certificate to the listener once: `listener.addCertificates(…)` in one place.',
    sources: [operation('elasticloadbalancing/latest/APIReference', 'AddListenerCertificates')],
  }),
  row('AWS::Lambda::EventSourceMapping', {
    key: [
      ['FunctionName', 'function'],
      ['EventSourceArn', 'resource'],
      ['Topics.0 | Queues.0', 'exact', ''],
    ],
    what: 'event source of a function',
    says: 'An event source mapping with … already exists. Please update or delete the existing mapping',
    fix: 'Add the event source once; two of one function differ by their source, not by the filter.',
    sources: threads('aws/aws-cdk#18706', 'aws/aws-cdk#26416'),
  }),
  row('AWS::Lambda::Url', {
    key: [
      ['TargetFunctionArn', 'function'],
      ['Qualifier', 'exact', ''],
    ],
    what: 'URL of a function',
    says: 'FunctionUrlConfig exists for this Lambda function',
    sources: [operation(LAMBDA, 'CreateFunctionUrlConfig')],
  }),
  row('AWS::Lambda::Alias', {
    key: [['FunctionName', 'resource'], 'Name'],
    what: 'alias of a function',
    says: 'Alias already exists',
    sources: [operation(LAMBDA, 'CreateAlias')],
  }),
  row('AWS::Lambda::EventInvokeConfig', {
    key: [
      ['FunctionName', 'resource'],
      ['Qualifier', 'exact'],
    ],
    what: 'asynchronous invocation settings of a function',
    second: 'overwrites',
    sources: [operation(LAMBDA, 'PutFunctionEventInvokeConfig')],
  }),
  row('AWS::ApiGateway::Resource', {
    key: [
      ['RestApiId', 'resource'],
      ['ParentId', 'resource'],
      ['PathPart', 'exact'],
    ],
    what: 'path of an API',
    says: 'Another resource with the same parent already has this name',
    fix: 'Create the resource once and pass it to the other stacks: `apigateway.Resource.fromResourceAttributes(…)`.',
    sources: threads('serverless/serverless#2771'),
  }),
  row('AWS::ApiGateway::Method', {
    key: [
      ['RestApiId', 'resource'],
      ['ResourceId', 'resource'],
      ['HttpMethod', 'caseless'],
    ],
    what: 'method of an API resource',
    says: 'Method already exists for this resource',
    sources: [page('AWS::ApiGateway::Method'), `${APIGATEWAY}PutMethod.html`],
  }),
  row('AWS::ApiGateway::BasePathMapping', {
    space: 'path of a custom domain',
    key: [
      ['DomainName', 'resource'],
      ['BasePath', 'exact', ''],
    ],
    what: 'base path of a custom domain',
    says: 'Base path already exists for this domain name',
    sources: threads('aws/aws-cdk#25172', 'aws/aws-cdk#22416'),
  }),
  row('AWS::ApiGatewayV2::ApiMapping', {
    key: [
      ['DomainName', 'resource'],
      ['ApiMappingKey', 'exact', ''],
    ],
    what: 'path of a custom domain',
    says: 'ApiMapping key already exists for this domain name',
    sources: threads('aws/aws-cdk#22660'),
  }),
  row('AWS::ApiGateway::Stage', {
    key: [['RestApiId', 'resource'], 'StageName'],
    what: 'stage of an API',
    says: 'Stage already exists',
    sources: [page('AWS::ApiGateway::Stage'), `${APIGATEWAY}CreateStage.html`],
  }),
  row('AWS::ApiGatewayV2::Stage', {
    key: [['ApiId', 'resource'], 'StageName'],
    what: 'stage of an API',
    says: 'already exists',
    sources: [page('AWS::ApiGatewayV2::Stage')],
  }),
  row('AWS::ApiGateway::Authorizer', {
    key: [['RestApiId', 'resource'], 'Name'],
    what: 'authorizer of an API',
    says: 'Authorizer name must be unique. Authorizer … already exists in this RestApi.',
    sources: threads('aws/aws-cdk#13711', 'aws/aws-cdk#20170'),
  }),
  row('AWS::ApiGateway::Model', {
    key: [['RestApiId', 'resource'], 'Name'],
    what: 'model of an API',
    sources: [page('AWS::ApiGateway::Model')],
  }),
  row('AWS::ApiGateway::RequestValidator', {
    key: [['RestApiId', 'resource'], 'Name'],
    what: 'request validator of an API',
    sources: [page('AWS::ApiGateway::RequestValidator')],
  }),
  row('AWS::ApiGateway::GatewayResponse', {
    key: [['RestApiId', 'resource'], 'ResponseType'],
    what: 'gateway response of an API',
    second: 'overwrites',
    sources: [`${APIGATEWAY}PutGatewayResponse.html`],
  }),
  row('AWS::ApiGateway::UsagePlanKey', {
    key: [
      ['UsagePlanId', 'resource'],
      ['KeyId', 'resource'],
    ],
    what: 'key of a usage plan',
    says: 'API Key … cannot reference multiple Usage Plans with the same API Stage',
    sources: threads('aws/aws-cdk#11876'),
  }),
  row('AWS::ApiGateway::ApiKey', {
    scope: 'region',
    key: ['Name'],
    what: 'name of an API key',
    says: 'already exists',
    sources: threads('serverless/serverless#3631'),
  }),
  row('AWS::ApiGateway::ApiKey', {
    scope: 'region',
    key: ['Value'],
    what: 'value of an API key',
    says: 'API Key already exists',
    sources: threads('serverless/serverless#6458'),
  }),
  row('AWS::ApiGatewayV2::Route', {
    key: [
      ['ApiId', 'resource'],
      ['RouteKey', 'exact'],
    ],
    what: 'route of an API',
    says: 'Route with key … already exists for this API',
    sources: threads('sst/sst#513'),
  }),
  row('AWS::ApiGatewayV2::Authorizer', {
    key: [['ApiId', 'resource'], 'Name'],
    what: 'authorizer of an API',
    sources: [page('AWS::ApiGatewayV2::Authorizer')],
  }),
  row('AWS::AppSync::Resolver', {
    key: [['ApiId', 'resource'], 'TypeName', 'FieldName'],
    what: 'resolver of a field',
    says: 'Only one resolver is allowed per field.',
    sources: threads('aws/aws-cdk#21350', 'aws/aws-cdk#13269'),
  }),
  row('AWS::AppSync::DataSource', {
    key: [['ApiId', 'resource'], 'Name'],
    what: 'data source of an API',
    says: 'already exists',
    sources: [page('AWS::AppSync::DataSource')],
  }),
  row('AWS::AppSync::ApiCache', { key: [['ApiId', 'resource']], what: 'cache of an API', sources: [page('AWS::AppSync::ApiCache')] }),
  row('AWS::AppSync::DomainNameApiAssociation', {
    key: [['DomainName', 'resource']],
    what: 'API of a custom domain',
    sources: [page('AWS::AppSync::DomainNameApiAssociation')],
  }),
  row('AWS::ECS::Service', {
    key: [['Cluster', 'resource', 'default'], 'ServiceName'],
    what: 'service of a cluster',
    says: 'already exists',
    fix: 'Leave `serviceName` out, or put what distinguishes the stacks into it.',
    sources: threads('aws/aws-cdk#13678', 'aws/aws-cdk#27178'),
  }),
  row('AWS::ECS::ClusterCapacityProviderAssociations', {
    key: [['Cluster', 'resource']],
    what: 'capacity providers of a cluster',
    second: 'overwrites',
    sources: [page('AWS::ECS::ClusterCapacityProviderAssociations')],
  }),
  row('AWS::EKS::AccessEntry', {
    key: [
      ['ClusterName', 'resource'],
      ['PrincipalArn', 'resource'],
    ],
    what: 'access entry of a cluster',
    says: 'The specified access entry resource is already in use on this cluster',
    sources: threads('terraform-aws-modules/terraform-aws-eks#2968'),
  }),
  row('AWS::EKS::Addon', {
    key: [['ClusterName', 'resource'], 'AddonName'],
    what: 'add-on of a cluster',
    says: 'Addon already exists',
    sources: threads('crossplane-contrib/provider-aws#1310'),
  }),
  row('AWS::EKS::Nodegroup', {
    key: [['ClusterName', 'resource'], 'NodegroupName'],
    what: 'node group of a cluster',
    sources: [operation('eks/latest/APIReference', 'CreateNodegroup')],
  }),
  row('AWS::EKS::FargateProfile', {
    key: [['ClusterName', 'resource'], 'FargateProfileName'],
    what: 'Fargate profile of a cluster',
    says: 'A Fargate Profile already exists with this name in this cluster.',
    sources: [operation('eks/latest/APIReference', 'CreateFargateProfile')],
  }),
  row('AWS::EKS::PodIdentityAssociation', {
    key: [['ClusterName', 'resource'], 'Namespace', 'ServiceAccount'],
    what: 'pod identity of a service account',
    sources: [operation('eks/latest/APIReference', 'CreatePodIdentityAssociation')],
  }),
  row('AWS::ApplicationAutoScaling::ScalableTarget', {
    scope: 'region',
    key: ['ServiceNamespace', ['ResourceId', 'resource'], 'ScalableDimension'],
    what: 'scalable target',
    says: 'already exists',
    sources: threads('aws/aws-cdk#12253', 'aws/aws-cdk#15318'),
  }),
  row('AWS::AutoScaling::LifecycleHook', {
    key: [['AutoScalingGroupName', 'resource'], 'LifecycleHookName'],
    what: 'lifecycle hook of an Auto Scaling group',
    says: 'already exists',
    sources: [page('AWS::AutoScaling::LifecycleHook')],
  }),
  row('AWS::AutoScaling::WarmPool', {
    key: [['AutoScalingGroupName', 'resource']],
    what: 'warm pool of an Auto Scaling group',
    sources: [page('AWS::AutoScaling::WarmPool')],
  }),
  row('AWS::AppSync::ChannelNamespace', {
    key: [['ApiId', 'resource'], 'Name'],
    what: 'channel namespace of an API',
    sources: [page('AWS::AppSync::ChannelNamespace')],
  }),
  row('AWS::AppSync::GraphQLSchema', {
    key: [['ApiId', 'resource']],
    what: 'schema of an API',
    second: 'overwrites',
    sources: [page('AWS::AppSync::GraphQLSchema')],
  }),
  row('AWS::ApplicationAutoScaling::ScalingPolicy', {
    key: [
      ['ScalingTargetId', 'resource'],
      'TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType',
      ['TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.ResourceLabel', 'exact', ''],
    ],
    what: 'target tracking of a metric',
    says: 'Only one TargetTrackingScaling policy for a given metric specification is allowed',
    fix: 'Scale each target once on each metric: with one `scaleOnCpuUtilization`, `scaleOnUtilization`, …',
    sources: threads('aws/aws-cdk#17956'),
  }),
  ...(['Component', 'ImageRecipe', 'ContainerRecipe'] as const).map((kind) =>
    row(`AWS::ImageBuilder::${kind}`, {
      scope: 'region',
      key: ['Name', 'Version'],
      what: 'version of an image recipe or component',
      ...(kind === 'Component' && { says: "Resource of type 'AWS::ImageBuilder::Component' … already exists" }),
      fix: 'Raise `version` with every change of it: a version cannot be changed.',
      sources: [
        ...(kind === 'Component' ? threads('boto/boto3#2459') : []),
        operation('imagebuilder/latest/APIReference', `Create${kind}`),
      ],
    }),
  ),
  row('AWS::Amplify::Branch', {
    key: [['AppId', 'resource'], 'BranchName'],
    what: 'branch of an app',
    sources: [exception('amplify', 'BadRequestException'), page('AWS::Amplify::Branch')],
  }),
  row('AWS::CodeArtifact::Repository', {
    key: [['DomainName', 'resource'], 'RepositoryName'],
    what: 'repository of a domain',
    says: 'already exists',
    sources: [exception('codeartifact', 'ConflictException'), page('AWS::CodeArtifact::Repository')],
  }),
  row('AWS::SSO::PermissionSet', {
    key: [['InstanceArn', 'resource'], 'Name'],
    what: 'permission set of an instance',
    sources: [exception('sso-admin', 'ConflictException'), page('AWS::SSO::PermissionSet')],
  }),
  row('AWS::Transfer::User', {
    key: [['ServerId', 'resource'], 'UserName'],
    what: 'user of a server',
    says: 'already exists',
    sources: [exception('transfer', 'ResourceExistsException'), page('AWS::Transfer::User')],
  }),
];
