import otherAccount from '../../checks/account/resource-of-other-account.js';
import idInTwo from '../../checks/reference/id-in-two-environments.js';
import nameInOtherRegion from '../../checks/reference/name-in-other-region.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: otherAccount.id,
    name: 'use a certificate of another account',
    from: otherAccount.docs.good,
    apply: (app) =>
      edit(
        app,
        'Api',
        'Domain',
        ['Properties', 'RegionalCertificateArn'],
        'arn:aws:acm:eu-west-1:718820043961:certificate/5d7bb1a3-0c52-4d61-9a4e-6f3a7f0a1c22',
      ),
    expect: { stack: 'Api', resource: 'Domain', property: 'RegionalCertificateArn' },
  },
  {
    check: idInTwo.id,
    name: 'copy the ID of a VPC to another region',
    from: idInTwo.docs.good,
    apply: (app) => edit(app, 'West', 'Firewall', ['Properties', 'VpcId'], 'vpc-0b1c2d3e4f5a60718'),
    expect: { stack: 'West', resource: 'Firewall', property: 'VpcId' },
  },
  {
    check: nameInOtherRegion.id,
    name: 'look a table up in another region',
    from: nameInOtherRegion.docs.good,
    apply: (app) => edit(app, 'Graph', 'Source', ['Properties', 'DynamoDBConfig', 'AwsRegion'], 'eu-west-1'),
    expect: { stack: 'Graph', resource: 'Source', property: 'DynamoDBConfig.TableName' },
  },
];
