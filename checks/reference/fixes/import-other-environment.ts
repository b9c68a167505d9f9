import { Fn } from 'aws-cdk-lib';

/// !show
const endpoint = Fn.getStackOutput('Network', 'Endpoint', 'us-east-1');
