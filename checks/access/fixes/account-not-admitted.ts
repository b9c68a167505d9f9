import type * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';

declare const repository: ecr.Repository;

/// !show
repository.grantPull(new iam.AccountPrincipal('482731905566'));
