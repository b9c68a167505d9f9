import { Fn } from 'aws-cdk-lib';

/// !show
const endpoint = Fn.getStackOutput('Database', 'Endpoint', 'us-east-1');
