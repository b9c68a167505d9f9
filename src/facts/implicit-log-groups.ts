/** Log groups that a service creates itself, so that a declared one of the name is rejected when the service was faster. */
export interface ImplicitLogGroup {
  readonly type: string;
  /** What stands before and behind the name of the resource. */
  readonly prefix: string;
  readonly suffix?: string;
  /** The property with the resource's name. */
  readonly name: string;
  /** The service logs elsewhere when this property is there. */
  readonly unless?: string;
  /** The service logs only when this property is there. */
  readonly when?: string;
  /** When the service creates it. */
  readonly created: string;
  readonly source: string;
}

export const IMPLICIT_LOG_GROUPS: readonly ImplicitLogGroup[] = [
  {
    type: 'AWS::Lambda::Function',
    prefix: '/aws/lambda/',
    name: 'FunctionName',
    unless: 'LoggingConfig.LogGroup',
    created: 'with the first run of the function',
    source: 'https://github.com/aws/aws-cdk/issues/32689',
  },
  {
    type: 'AWS::CodeBuild::Project',
    prefix: '/aws/codebuild/',
    name: 'Name',
    unless: 'LogsConfig.CloudWatchLogs.GroupName',
    created: 'with the first build',
    source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/getting-started-build-log-console.html',
  },
  {
    type: 'AWS::EKS::Cluster',
    prefix: '/aws/eks/',
    suffix: '/cluster',
    name: 'Name',
    when: 'Logging.ClusterLogging.EnabledTypes',
    created: 'when the cluster is created',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html',
  },
];
