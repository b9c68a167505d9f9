import { App } from 'aws-cdk-lib';
import { PrimaryDataStack, StandbyDataStack } from '../lib/data';
import { PrimaryDatabaseStack, StandbyDatabaseStack } from '../lib/database';
import { TrafficStack } from '../lib/traffic';

const account = '482731905566';
const primary = { account, region: 'us-east-1' };
const standby = { account, region: 'us-west-2' };

const app = new App();

const standbyData = new StandbyDataStack(app, 'ledger-standby-data', { env: standby });
const primaryData = new PrimaryDataStack(app, 'ledger-primary-data', { env: primary, standby: standbyData });

const primaryDatabase = new PrimaryDatabaseStack(app, 'ledger-primary-database', { env: primary, key: primaryData.key });
new StandbyDatabaseStack(app, 'ledger-standby-database', {
  env: standby,
  key: standbyData.key,
  globalCluster: primaryDatabase.globalCluster,
});

new TrafficStack(app, 'ledger-traffic', { env: primary });
