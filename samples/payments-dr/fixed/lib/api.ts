import { Stack, type StackProps } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { Checkout } from './checkout';
import type { GlobalStack } from './global';
import { Monitoring } from './monitoring';
import { PaymentsApi } from './payments-api';
import { Webhooks } from './webhooks';

export interface ApiStackProps extends StackProps {
  readonly shared: GlobalStack;
  readonly sessions: dynamodb.CfnGlobalTable;
  readonly key: kms.IKey;
  /** This region's share of the webhooks. */
  readonly weight: number;
  /** The region that keeps a copy of this region's access logs. */
  readonly copyLogsTo?: string;
}

/** What customers, merchants and card networks talk to in one region. */
export class ApiStack extends Stack {
  readonly payments: PaymentsApi;
  readonly checkout: Checkout;

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props);
    const { zone, merchants } = props.shared;

    const certificate = new acm.Certificate(this, 'Certificate', {
      domainName: `*.${zone.zoneName}`,
      validation: acm.CertificateValidation.fromDns(zone),
    });

    this.payments = new PaymentsApi(this, 'Payments', {
      domainName: `api.${zone.zoneName}`,
      certificate,
      merchants,
      sessions: props.sessions,
      key: props.key,
    });

    new Webhooks(this, 'Webhooks', { zone, certificate, weight: props.weight });

    this.checkout = new Checkout(this, 'Checkout', { certificate, copyLogsTo: props.copyLogsTo });

    new Monitoring(this, 'Monitoring', { payments: this.payments, checkout: this.checkout });
  }
}
