import { defineCheck } from '../../src/check/check.js';
import { sourceInstanceOf } from './model/read-replicas.js';

const example = (source: string) => ({
  Primary: {
    region: 'us-east-1',
    resources: {
      Database: {
        Type: 'AWS::RDS::DBInstance',
        Properties: { DBInstanceIdentifier: 'orders', Engine: 'postgres', DBInstanceClass: 'db.r6g.large', AllocatedStorage: '100' },
      },
    },
  },
  Replica: {
    region: 'us-west-2',
    dependencies: ['Primary'],
    resources: {
      Replica: { Type: 'AWS::RDS::DBInstance', Properties: { SourceDBInstanceIdentifier: source, DBInstanceClass: 'db.r6g.large' } },
    },
  },
});

export default defineCheck({
  id: 'rds/replica-source',
  title: 'Cross-region read replica that names its source by identifier',
  severity: 'error',
  types: ['AWS::RDS::DBInstance'],
  docs: {
    why: "The identifier of an instance means one in the same region. A read replica in another region must name its source by ARN, or RDS looks for it in the replica's own region and does not find it.",
    fix: 'Pass the ARN: `sourceDbInstanceIdentifier: primary.instanceArn` on `CfnDBInstance`; `rds.DatabaseInstanceReadReplica` with the `DatabaseInstance` of the other stack as `sourceDatabaseInstance` writes it by itself.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html',
    ],
    templateFix:
      'Write the ARN of the source into `SourceDBInstanceIdentifier`: `!Sub arn:${AWS::Partition}:rds:us-east-1:${AWS::AccountId}:db:orders`.',
    bad: example('orders'),
    good: example('arn:aws:rds:us-east-1:482731905566:db:orders'),
  },
  *resource(replica) {
    const property = replica.property('SourceDBInstanceIdentifier');
    const source = sourceInstanceOf(replica);
    if (source?.region === undefined || replica.region === undefined || source.region === replica.region || property.arn !== undefined)
      return;
    // Text around a reference may make an ARN of it.
    if (property.reference === undefined && property.text === undefined) return;
    yield {
      at: property,
      message: `The source of this replica is in ${source.region} and named by its identifier, which RDS looks for in ${replica.region}, where there is no such instance: from another region it takes an ARN.`,
      related: [{ at: source, message: `The source, in ${source.region}.` }],
    };
  },
});
