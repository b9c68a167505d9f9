import * as ec2 from 'aws-cdk-lib/aws-ec2';

/// !show
const image = ec2.MachineImage.latestAmazonLinux2023();
