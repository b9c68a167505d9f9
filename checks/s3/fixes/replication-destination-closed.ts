import type * as s3 from 'aws-cdk-lib/aws-s3';

declare const backup: s3.Bucket;
declare const replicationRoleArn: string;

/// !show
backup.addReplicationPolicy(replicationRoleArn);
