import { tableOf } from '../table-of.js';
/** How much of something an account has in each region, unless AWS raised it. */
export interface Quota {
  readonly what: string;
  readonly limit: number;
  /** Property that says how much one resource takes; 1 when there is none. */
  readonly amount?: string;
  /** Properties with which a resource does not count. */
  readonly exempt?: readonly string[];
  /** Whether AWS does not raise it. */
  readonly isFixed?: true;
  /** Types of the CDK's custom resources that make one each. */
  readonly madeBy?: readonly string[];
  /** What the service answers to the one that is too much. */
  readonly answer: string;
}

/**
 * Sources: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html (1,000 in all, of which 100 stay unreserved),
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html ("This quota can't be changed.")
 */
export const QUOTAS: Readonly<Record<string, Quota>> = tableOf({
  'AWS::EC2::EIP': {
    what: 'Elastic IP addresses',
    limit: 5,
    // Addresses that the account brought along.
    exempt: ['PublicIpv4Pool', 'IpamPoolId', 'Address'],
    answer: 'The maximum number of addresses has been reached.',
  },
  'AWS::EC2::VPC': { what: 'VPCs', limit: 5, answer: 'The maximum number of VPCs has been reached.' },
  'AWS::Logs::ResourcePolicy': {
    what: 'resource policies of CloudWatch Logs',
    limit: 10,
    isFixed: true,
    // Of rules that have a log group as their target: https://github.com/aws/aws-cdk/issues/22307
    madeBy: ['Custom::CloudwatchLogResourcePolicy'],
    answer: 'Resource limit exceeded.',
  },
  'AWS::Lambda::Function': {
    what: 'reserved concurrent executions',
    limit: 900,
    amount: 'ReservedConcurrentExecutions',
    answer: "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value",
  },
});
