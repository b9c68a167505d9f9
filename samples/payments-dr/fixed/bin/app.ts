import { App } from 'aws-cdk-lib';
import { ApiStack } from '../lib/api';
import { PrimaryDataStack } from '../lib/data-primary';
import { StandbyDataStack } from '../lib/data-standby';
import { PrimaryDatabaseStack } from '../lib/database-primary';
import { StandbyDatabaseStack } from '../lib/database-standby';
import { GlobalStack } from '../lib/global';
import { LoadTestStage } from '../lib/load-test';
import { TrafficStack } from '../lib/traffic';

const account = '482731905566';
const primary = { account, region: 'us-east-1' };
const standby = { account, region: 'us-west-2' };

const app = new App();

const shared = new GlobalStack(app, 'payments-global', { env: primary });

// The standby region's data comes first: the primary region replicates into it.
const standbyData = new StandbyDataStack(app, 'payments-data-usw2', { env: standby });
const primaryData = new PrimaryDataStack(app, 'payments-data-use1', { env: primary, standby: standbyData });

const primaryDatabase = new PrimaryDatabaseStack(app, 'payments-database-use1', {
  env: primary,
  key: primaryData.key,
  standbyRegion: standby.region,
});
const standbyDatabase = new StandbyDatabaseStack(app, 'payments-database-usw2', {
  env: standby,
  key: standbyData.key,
  globalCluster: primaryDatabase.globalCluster,
});

const standbyApi = new ApiStack(app, 'payments-api-usw2', {
  env: standby,
  shared,
  sessions: primaryData.sessions,
  key: standbyData.key,
  weight: 30,
});
const primaryApi = new ApiStack(app, 'payments-api-use1', {
  env: primary,
  shared,
  sessions: primaryData.sessions,
  key: primaryData.key,
  weight: 70,
  copyLogsTo: standby.region,
});
// The bucket for the copies is known by its name only, so the CDK cannot see that it must exist first.
primaryApi.addStackDependency(standbyApi);

new TrafficStack(app, 'payments-traffic', {
  env: primary,
  zone: shared.zone,
  primary: { api: primaryApi, database: primaryDatabase },
  standby: { api: standbyApi, database: standbyDatabase },
});

new LoadTestStage(app, 'LoadTest', { env: primary });
