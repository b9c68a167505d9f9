import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as route53 from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';

/** What exists once for all regions: the zone, the merchants' sign-in and the public status page. */
export class GlobalStack extends Stack {
  readonly zone: route53.PublicHostedZone;
  readonly merchants: cognito.UserPool;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    this.zone = new route53.PublicHostedZone(this, 'Zone', { zoneName: 'payments.acme-bank.io' });

    this.merchants = new cognito.UserPool(this, 'Merchants', {
      signInAliases: { email: true },
      mfa: cognito.Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    this.addStatusPage();
  }

  /** The status page is served by two providers, so that it survives an outage of either. */
  private addStatusPage() {
    const name = `status.${this.zone.zoneName}.`;

    const mainHealth = new route53.HealthCheck(this, 'StatusMainHealth', {
      type: route53.HealthCheckType.HTTPS,
      fqdn: 'status-main.acme-bank.io',
      resourcePath: '/health',
    });
    new route53.CfnRecordSet(this, 'StatusMain', {
      hostedZoneId: this.zone.hostedZoneId,
      name,
      type: 'CNAME',
      ttl: '60',
      resourceRecords: ['status-main.acme-bank.io'],
      weight: 90,
      setIdentifier: 'main',
      healthCheckId: mainHealth.healthCheckId,
    });

    const backupHealth = new route53.HealthCheck(this, 'StatusBackupHealth', {
      type: route53.HealthCheckType.HTTPS,
      fqdn: 'status-backup.acme-bank.io',
      resourcePath: '/health',
    });
    new route53.CfnRecordSet(this, 'StatusBackup', {
      hostedZoneId: this.zone.hostedZoneId,
      name,
      type: 'CNAME',
      ttl: '60',
      resourceRecords: ['status-backup.acme-bank.io'],
      weight: 10,
      setIdentifier: 'backup',
      healthCheckId: backupHealth.healthCheckId,
    });
  }
}
