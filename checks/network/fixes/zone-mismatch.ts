import { Size, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';

declare const stack: Stack;
declare const subnet: ec2.ISubnet;

/// !show
new ec2.Volume(stack, 'Data', {
  availabilityZone: subnet.availabilityZone,
  size: Size.gibibytes(100),
});
