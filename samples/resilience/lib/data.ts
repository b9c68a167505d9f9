import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as events from 'aws-cdk-lib/aws-events';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Variant } from './variant';

const ENGINE = 'aurora-postgresql';
const ENGINE_VERSION = '16.6';
const GLOBAL_CLUSTER = 'orders';

interface DataProps extends StackProps {
  readonly is: (variant: Variant) => boolean;
}

/** What both regions have: a network for the database, and its subnets. */
abstract class DataStack extends Stack {
  protected readonly subnets: rds.CfnDBSubnetGroup;
  protected readonly databases: ec2.SecurityGroup;

  constructor(scope: Construct, id: string, props: StackProps, cidr: string) {
    super(scope, id, props);
    const vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr(cidr),
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'Data', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
      restrictDefaultSecurityGroup: false,
    });
    this.databases = new ec2.SecurityGroup(this, 'Databases', { vpc, allowAllOutbound: false, description: 'Databases of orders' });
    this.subnets = new rds.CfnDBSubnetGroup(this, 'Subnets', {
      dbSubnetGroupDescription: 'Subnets of the database of orders',
      subnetIds: vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
    });
    this.subnets.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }

  protected addInstance(id: string, cluster: rds.CfnDBCluster, size: string): void {
    new rds.CfnDBInstance(this, id, {
      engine: ENGINE,
      dbClusterIdentifier: cluster.ref,
      dbInstanceClass: `db.r6g.${size}`,
      dbSubnetGroupName: this.subnets.ref,
    }).applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}

export interface PrimaryDataProps extends DataProps {
  readonly standbyRegion: string;
}

export class PrimaryDataStack extends DataStack {
  readonly loginName = 'orders/login';
  readonly loginArn: string;
  readonly globalCluster = GLOBAL_CLUSTER;

  constructor(scope: Construct, id: string, props: PrimaryDataProps) {
    super(scope, id, props, '10.20.0.0/20');
    const { is, standbyRegion } = props;

    const isReplicated = !is('table-not-replicated') && !is('backups-only');
    const orders = new dynamodb.TableV2(this, 'Orders', {
      tableName: 'orders',
      partitionKey: { name: 'orderId', type: dynamodb.AttributeType.STRING },
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: RemovalPolicy.RETAIN,
      replicas: isReplicated ? [{ region: standbyRegion }] : [],
    });
    if (is('backups-only')) this.addBackups(orders, standbyRegion);
    if (!is('lag-unobserved')) {
      new cloudwatch.Alarm(this, 'OrdersLag', {
        alarmDescription: 'The standby is behind the orders: the recovery point objective is in danger.',
        metric: new cloudwatch.Metric({
          namespace: 'AWS/DynamoDB',
          metricName: 'ReplicationLatency',
          dimensionsMap: { TableName: 'orders', ReceivingRegion: standbyRegion },
          statistic: 'Maximum',
          period: Duration.minutes(1),
        }),
        threshold: Duration.minutes(5).toMilliseconds(),
        evaluationPeriods: 3,
      }).addAlarmAction(this.pager());
    }

    const login = new secretsmanager.CfnSecret(this, 'Login', {
      name: this.loginName,
      generateSecretString: { secretStringTemplate: '{"username":"orders"}', generateStringKey: 'password', excludePunctuation: true },
      replicaRegions: [{ region: standbyRegion }],
    });
    login.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.loginArn = `arn:aws:secretsmanager:${this.region}:${this.account}:secret:${this.loginName}`;

    const global = new rds.CfnGlobalCluster(this, 'Ledgers', {
      globalClusterIdentifier: this.globalCluster,
      engine: ENGINE,
      engineVersion: ENGINE_VERSION,
      storageEncrypted: true,
      deletionProtection: true,
    });
    global.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const ledger = new rds.CfnDBCluster(this, 'Ledger', {
      engine: ENGINE,
      engineVersion: ENGINE_VERSION,
      globalClusterIdentifier: global.ref,
      dbSubnetGroupName: this.subnets.ref,
      vpcSecurityGroupIds: [this.databases.securityGroupId],
      masterUsername: `{{resolve:secretsmanager:${this.loginName}:SecretString:username}}`,
      masterUserPassword: `{{resolve:secretsmanager:${this.loginName}:SecretString:password}}`,
      storageEncrypted: true,
      deletionProtection: true,
      backupRetentionPeriod: 14,
    });
    ledger.addResourceDependency(login);
    ledger.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.addInstance('LedgerWriter', ledger, 'xlarge');
  }

  /** A copy every night, which is lost work of a day at the worst. */
  private addBackups(orders: dynamodb.TableV2, standbyRegion: string): void {
    const plan = new backup.BackupPlan(this, 'Backups', {
      backupPlanRules: [
        new backup.BackupPlanRule({
          scheduleExpression: events.Schedule.cron({ hour: '3', minute: '0' }),
          deleteAfter: Duration.days(35),
          copyActions: [
            {
              destinationBackupVault: backup.BackupVault.fromBackupVaultArn(
                this,
                'Copies',
                `arn:aws:backup:${standbyRegion}:${this.account}:backup-vault:orders-copies`,
              ),
            },
          ],
        }),
      ],
    });
    plan.addSelection('Orders', { resources: [backup.BackupResource.fromArn(orders.tableArn)] });
  }

  private pager() {
    return { bind: () => ({ alarmActionArn: `arn:aws:sns:${this.region}:${this.account}:pager` }) };
  }
}

export interface StandbyDataProps extends DataProps {
  readonly primary: PrimaryDataStack;
}

export class StandbyDataStack extends DataStack {
  constructor(scope: Construct, id: string, props: StandbyDataProps) {
    super(scope, id, props, '10.21.0.0/20');
    const { is, primary } = props;

    const ledger = new rds.CfnDBCluster(this, 'Ledger', {
      engine: ENGINE,
      engineVersion: ENGINE_VERSION,
      globalClusterIdentifier: primary.globalCluster,
      dbSubnetGroupName: this.subnets.ref,
      vpcSecurityGroupIds: [this.databases.securityGroupId],
      storageEncrypted: true,
      kmsKeyId: `arn:aws:kms:${this.region}:${this.account}:alias/aws/rds`,
      deletionProtection: true,
      backupRetentionPeriod: 14,
    });
    ledger.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.addInstance('LedgerReader', ledger, is('half-size') ? 'large' : 'xlarge');

    new cloudwatch.Alarm(this, 'LedgerLag', {
      alarmDescription: 'The standby is behind the ledger: the recovery point objective is in danger.',
      metric: new cloudwatch.Metric({
        namespace: 'AWS/RDS',
        metricName: 'AuroraGlobalDBRPOLag',
        dimensionsMap: { DBClusterIdentifier: ledger.ref, SourceRegion: primary.region },
        statistic: 'Maximum',
        period: Duration.minutes(1),
      }),
      threshold: Duration.minutes(5).toMilliseconds(),
      evaluationPeriods: 3,
    }).addAlarmAction({ bind: () => ({ alarmActionArn: `arn:aws:sns:${this.region}:${this.account}:pager` }) });
    if (is('backups-only')) new backup.BackupVault(this, 'Copies', { backupVaultName: 'orders-copies' });
  }
}
