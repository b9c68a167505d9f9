import type { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';

declare const stack: Stack;

/// !show
const key = new kms.Key(stack, 'Key');
key.grantDecrypt(new iam.AccountPrincipal('482731905566'));
