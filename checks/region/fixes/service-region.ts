import { type App, Stack } from 'aws-cdk-lib';

declare const app: App;

/// !show
new Stack(app, 'Edge', { env: { account: '482731905566', region: 'us-east-1' }, crossRegionReferences: true });
