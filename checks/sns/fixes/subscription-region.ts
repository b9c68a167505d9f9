import type * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import type * as sqs from 'aws-cdk-lib/aws-sqs';

declare const topic: sns.ITopic;
declare const queue: sqs.Queue;

/// !show
topic.addSubscription(new subscriptions.SqsSubscription(queue));
