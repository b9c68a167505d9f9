import { threads } from './identities/row.js';

/** Two resources that must be both of the FIFO kind, or both not. */
export interface FifoPair {
  readonly type: string;
  /** The place that names the source, below `Properties`; undefined when it is the resource itself. */
  readonly source?: string;
  readonly target: string;
  /** Which combination is rejected: a standard source with a FIFO target, the reverse, or both. */
  readonly rejected: 'standard-to-fifo' | 'both';
  /** AWS's own words. */
  readonly says: string;
  readonly sources: readonly string[];
}

export const FIFO_PAIRS: readonly FifoPair[] = [
  {
    type: 'AWS::SQS::Queue',
    target: 'RedrivePolicy.deadLetterTargetArn',
    rejected: 'both',
    says: 'Dead-letter queue must be same type of queue as the source.',
    sources: threads('awslabs/aws-solutions-constructs#342', 'byu-oit/handel#253'),
  },
  {
    type: 'AWS::SNS::Subscription',
    source: 'TopicArn',
    target: 'Endpoint',
    // A FIFO topic delivers to standard queues since 2023.
    rejected: 'standard-to-fifo',
    says: 'FIFO SQS Queues can not be subscribed to standard SNS topics',
    sources: threads('getmoto/moto#8957', 'aws/aws-sam-cli#2451'),
  },
];

/** Protocols that a FIFO topic rejects, with "Invalid protocol type". Source: https://github.com/hashicorp/terraform-provider-aws/issues/38441 */
export const STANDARD_PROTOCOLS: readonly string[] = ['lambda', 'http', 'https', 'email', 'email-json', 'sms', 'application', 'firehose'];
