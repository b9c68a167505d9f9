import type { Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';

declare const stack: Stack;

/// !show
const repository = ecr.Repository.fromRepositoryName(stack, 'Charge', 'charge');
