import { type App, CfnResource, NestedStack, Stack, Stage, aws_s3 as s3 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** A weighted record, which Route 53 rejects without a set identifier. */
export function record(scope: Construct, id: string): CfnResource {
  return new CfnResource(scope, id, {
    type: 'AWS::Route53::RecordSet',
    properties: {
      HostedZoneId: 'Z1',
      Name: `${id}.example.com`,
      Type: 'A',
      TTL: '60',
      ResourceRecords: ['1.2.3.4'],
      Weight: 10,
      ...(process.env.FIXED && { SetIdentifier: id }),
    },
  });
}

/** One record in a stack, one in a nested stack, one in a stage. */
export function addStacks(app: App): Stack {
  const dns = new Stack(app, 'Dns', { env: { account: '482731905566', region: 'us-east-1' } });
  record(dns, 'Record');
  new s3.Bucket(dns, 'Bucket');
  record(new NestedStack(dns, 'Inner'), 'InNested');
  record(new Stack(new Stage(app, 'Prod'), 'Web'), 'InStage');
  return dns;
}
