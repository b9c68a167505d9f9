import type { Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';

declare const stack: Stack;
declare const westernStack: Stack;
declare const tableStack: Stack;

/// !show
const sessions = dynamodb.TableV2.fromTableName(stack, 'Sessions', 'sessions');
westernStack.addStackDependency(tableStack);
