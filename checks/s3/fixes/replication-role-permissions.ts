import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';

declare const orders: s3.Bucket;
declare const backup: s3.IBucket;
declare const role: iam.IRole;

/// !show
orders.grantReplicationPermission(role, { destinations: [{ bucket: backup }] });
