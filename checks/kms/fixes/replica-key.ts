import type { Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';

declare const stack: Stack;

/// !show
new kms.Key(stack, 'Key', { multiRegion: true });
