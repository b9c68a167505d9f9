import { type App, Stack } from 'aws-cdk-lib';

declare const app: App;

/// !show
new Stack(app, 'Orders', {
  stackName: 'orders-us-west-2',
  env: { account: '482731905566', region: 'us-west-2' },
});
