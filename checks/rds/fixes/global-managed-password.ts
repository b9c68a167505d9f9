import * as rds from 'aws-cdk-lib/aws-rds';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';

/// !show
const west: secretsmanager.ReplicaRegion = { region: 'us-west-2' };
const credentials = rds.Credentials.fromGeneratedSecret('admin', { replicaRegions: [west] });
