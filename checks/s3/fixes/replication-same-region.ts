import { type App, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';

declare const app: App;

/// !show
const backup = new Stack(app, 'Backup', { env: { account: '482731905566', region: 'us-west-2' } });
new s3.Bucket(backup, 'Copies', { bucketName: 'acme-orders-copies', versioned: true });
