/** How many elements a service takes, where neither the account nor AWS raises it. */
export interface ListLimit {
  readonly type: string;
  /** Lists whose elements count together; steps below `Properties`, `*` stands for every element of a list. */
  readonly lists: readonly [string, ...string[]];
  readonly limit: number;
  /** What there may be so many of. */
  readonly what: string;
  readonly answer?: string;
  readonly fix: string;
  readonly source: string;
}

/** How many resources of a type another one may have, where neither the account nor AWS raises it. */
export interface ChildLimit {
  readonly type: string;
  /** The property that names the other one. */
  readonly of: string;
  readonly limit: number;
  readonly what: string;
  readonly answer: string;
  readonly fix: string;
  readonly source: string;
}

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html';
const LOAD_BALANCERS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html';

export const LIST_LIMITS: readonly ListLimit[] = [
  {
    type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
    lists: [
      'Conditions.*.Values.*',
      'Conditions.*.HostHeaderConfig.Values.*',
      'Conditions.*.PathPatternConfig.Values.*',
      'Conditions.*.HttpHeaderConfig.Values.*',
      'Conditions.*.HttpRequestMethodConfig.Values.*',
      'Conditions.*.QueryStringConfig.Values.*',
      'Conditions.*.SourceIpConfig.Values.*',
    ],
    limit: 5,
    what: 'condition values of a rule',
    fix: 'Use a pattern (`/api/*`) for several values, or make two rules with the same action.',
    source: LOAD_BALANCERS,
  },
  ...['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'].flatMap((type): readonly ListLimit[] => [
    {
      type,
      lists: ['LocalSecondaryIndexes.*'],
      limit: 5,
      what: 'local secondary indexes of a table',
      fix: 'Use global secondary indexes for the others: `table.addGlobalSecondaryIndex(…)`.',
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html',
    },
    {
      type,
      lists: ['GlobalSecondaryIndexes.*.Projection.NonKeyAttributes.*', 'LocalSecondaryIndexes.*.Projection.NonKeyAttributes.*'],
      limit: 100,
      what: 'attributes that all indexes of a table project',
      fix: 'Project all attributes (`projectionType: ProjectionType.ALL`), which has no limit.',
      source: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html',
    },
  ]),
  {
    type: 'AWS::ECS::Service',
    lists: ['LoadBalancers.*'],
    limit: 5,
    what: 'target groups of a service',
    fix: 'Route by the listener rules of one target group, or split the service.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/register-multiple-targetgroups.html',
  },
  {
    type: 'AWS::IAM::User',
    lists: ['Groups.*'],
    limit: 10,
    what: 'groups of a user',
    answer: 'Cannot exceed quota for GroupsPerUser: 10',
    fix: 'Attach the policies of several groups to one group.',
    source: IAM,
  },
  {
    type: 'AWS::S3::Bucket',
    lists: ['CorsConfiguration.CorsRules.*'],
    limit: 100,
    what: 'CORS rules of a bucket',
    fix: 'Put several origins into one rule: `allowedOrigins` is a list, and each may have one `*`.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html',
  },
];

export const CHILD_LIMITS: readonly ChildLimit[] = [
  {
    type: 'AWS::IAM::AccessKey',
    of: 'UserName',
    limit: 2,
    what: 'access keys of a user',
    answer: 'Cannot exceed quota for AccessKeysPerUser: 2',
    fix: 'Give each application a user of its own, or better a role.',
    source: IAM,
  },
];
