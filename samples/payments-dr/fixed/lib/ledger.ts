import { Duration } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as rds from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';

/** Both clusters of a global database run the same engine and the same class of instance. */
export const LEDGER_ENGINE = rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_6 });
export const LEDGER_INSTANCE = ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE);

/** Two availability zones without a way to the internet. */
export class LedgerNetwork extends Construct {
  readonly vpc: ec2.Vpc;
  readonly databases: ec2.SecurityGroup;

  constructor(scope: Construct, id: string, props: { cidr: string }) {
    super(scope, id);
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr(props.cidr),
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'Ledger', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
    });
    this.databases = new ec2.SecurityGroup(this, 'Databases', { vpc: this.vpc, allowAllOutbound: false });
  }
}

/** A function beside the database that Route 53 can ask over the internet whether the database answers. */
export class LedgerProbe extends Construct {
  readonly handler: lambda.Function;
  readonly url: lambda.FunctionUrl;

  constructor(scope: Construct, id: string, props: { network: LedgerNetwork; host: string }) {
    super(scope, id);
    this.handler = new lambda.Function(this, 'Handler', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset('lambda/ledger-probe'),
      timeout: Duration.seconds(3),
      vpc: props.network.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      environment: { LEDGER_HOST: props.host },
    });
    props.network.databases.connections.allowFrom(this.handler, ec2.Port.tcp(5432));
    this.url = this.handler.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
  }
}
