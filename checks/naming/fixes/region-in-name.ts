import { type App, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';

declare const app: App;

/// !show
const replica = new Stack(app, 'Replica', { env: { account: '482731905566', region: 'us-west-2' } });
new s3.Bucket(replica, 'Orders', { bucketName: `orders-replica-${replica.region}` });
