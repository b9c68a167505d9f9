/** Log groups that a service creates itself, so that a declared one of the name is rejected when the service was faster. */
export interface ImplicitLogGroup {
  readonly type: string;
  /** What stands before the name of the resource. */
  readonly prefix: string;
  /** What stands behind it, as a regular expression. */
  readonly suffix?: string;
  /** The service logs elsewhere when this property is there. */
  readonly unless?: string;
  /** The service logs only when this property is there. */
  readonly when?: string;
  /** When the service creates it. */
  readonly created: string;
  /** It is created with the resource, and so before anything that refers to the resource. */
  readonly isImmediate?: true;
  readonly sources: readonly string[];
}

const roadmap = (number: number) => `https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/${number}`;

export const IMPLICIT_LOG_GROUPS: readonly ImplicitLogGroup[] = [
  {
    type: 'AWS::Lambda::Function',
    prefix: '/aws/lambda/',
    unless: 'LoggingConfig.LogGroup',
    created: 'with the first run of the function',
    sources: ['https://github.com/aws/aws-cdk/issues/248', 'https://github.com/aws/aws-cdk/issues/32689'],
  },
  {
    type: 'AWS::CodeBuild::Project',
    prefix: '/aws/codebuild/',
    unless: 'LogsConfig.CloudWatchLogs.GroupName',
    created: 'with the first build',
    sources: ['https://docs.aws.amazon.com/codebuild/latest/userguide/getting-started-build-log-console.html'],
  },
  {
    type: 'AWS::EKS::Cluster',
    prefix: '/aws/eks/',
    suffix: '/cluster',
    when: 'Logging.ClusterLogging.EnabledTypes',
    created: 'when the cluster is created',
    isImmediate: true,
    sources: ['https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html'],
  },
  {
    type: 'AWS::RDS::DBCluster',
    prefix: '/aws/rds/cluster/',
    suffix: '/\\w+',
    when: 'EnableCloudwatchLogsExports',
    created: 'when the cluster is created',
    isImmediate: true,
    sources: [roadmap(190)],
  },
  {
    type: 'AWS::RDS::DBInstance',
    prefix: '/aws/rds/instance/',
    suffix: '/\\w+',
    when: 'EnableCloudwatchLogsExports',
    created: 'when the database is created',
    isImmediate: true,
    sources: [roadmap(190)],
  },
  {
    type: 'AWS::ECS::Cluster',
    prefix: '/aws/ecs/containerinsights/',
    suffix: '/performance',
    when: 'ClusterSettings.0',
    created: 'with Container Insights',
    sources: ['https://github.com/aws/containers-roadmap/issues/2315'],
  },
  {
    type: 'AWS::ApiGateway::RestApi',
    prefix: 'API-Gateway-Execution-Logs_',
    suffix: '/\\w+',
    created: 'with the first call of a stage that logs',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  },
];
