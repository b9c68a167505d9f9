import { App } from 'aws-cdk-lib';
import { ApiStack } from '../lib/api';
import { PrimaryDataStack, StandbyDataStack } from '../lib/data';
import { DnsStack } from '../lib/dns';
import { isVariant } from '../lib/variant';

const account = '482731905566';
const primary = { account, region: 'us-east-1' };
const standby = { account, region: 'us-west-2' };

const app = new App();
const is = isVariant(app);

const data = new PrimaryDataStack(app, 'orders-data-use1', { env: primary, standbyRegion: standby.region, is });
const copy = new StandbyDataStack(app, 'orders-data-usw2', { env: standby, primary: data, is });
copy.addStackDependency(data);

const apis = [primary, standby].map(
  (env) =>
    new ApiStack(app, `orders-api-${env === primary ? 'use1' : 'usw2'}`, {
      env,
      isPrimary: env === primary,
      is,
      // The standby reads the replica by its name, in its own region.
      secretId: env === standby && is('primary-secret') ? data.loginArn : data.loginName,
    }),
);

const [first, second] = apis as [ApiStack, ApiStack];
new DnsStack(app, 'orders-dns', { env: primary, primary: first, standby: second, is });
