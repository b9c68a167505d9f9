import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';

declare const stack: Stack;

/// !show
new ec2.Vpc(stack, 'Vpc', {
  ipAddresses: ec2.IpAddresses.cidr('10.1.0.0/16'),
  subnetConfiguration: [
    { name: 'app', cidrMask: 24, subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
    { name: 'public', cidrMask: 24, subnetType: ec2.SubnetType.PUBLIC },
    { name: 'later', cidrMask: 24, subnetType: ec2.SubnetType.PRIVATE_ISOLATED, reserved: true },
  ],
});
