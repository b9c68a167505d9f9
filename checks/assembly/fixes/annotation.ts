import { Annotations } from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';

declare const bucket: s3.Bucket;

/// !show
Annotations.of(bucket).acknowledgeWarning('@acme/retention', 'The copy for auditors is kept elsewhere.');
