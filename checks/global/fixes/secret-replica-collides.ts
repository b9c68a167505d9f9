import type { Stack } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';

declare const stack: Stack;

/// !show
const login = secretsmanager.Secret.fromSecretNameV2(stack, 'Login', 'orders/login');
