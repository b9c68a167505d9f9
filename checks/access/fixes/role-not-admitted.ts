import * as iam from 'aws-cdk-lib/aws-iam';
import type * as sqs from 'aws-cdk-lib/aws-sqs';

declare const queue: sqs.Queue;

/// !show
queue.grantSendMessages(new iam.AccountPrincipal('482731905566'));
