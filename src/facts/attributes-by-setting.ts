import { tableOf } from '../table-of.js';

/** An attribute that a resource has only with one of its settings. */
export interface AttributeBySetting {
  /** The attribute, as `Fn::GetAtt` names it. */
  readonly attribute: string;
  /** Property below `Properties` that must be there, and not be false. */
  readonly setting: string;
  /** What to write in CDK. */
  readonly fix: string;
  /** The page or thread that says so. */
  readonly source: string;
}

const MANAGED_PASSWORD: AttributeBySetting = {
  attribute: 'MasterUserSecret.SecretArn',
  setting: 'ManageMasterUserPassword',
  fix: 'Let RDS manage the password, `manageMasterUserPassword: true`, or use the secret that the CDK makes: `database.secret!.secretArn`.',
  source: 'https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds/issues/502',
};

export const ATTRIBUTES_BY_SETTING: Readonly<Record<string, readonly AttributeBySetting[]>> = tableOf({
  'AWS::DynamoDB::Table': [
    {
      attribute: 'StreamArn',
      setting: 'StreamSpecification',
      fix: 'Turn the stream on: `stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES`, or `dynamoStream` of a `TableV2`.',
      source: 'https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1950',
    },
  ],
  'AWS::ImageBuilder::Image': [
    {
      attribute: 'ImageId',
      setting: 'ImageRecipeArn',
      fix: 'A container image has a URI and no id: use the attribute `ImageUri`.',
      source: 'https://github.com/aws/aws-cdk/issues/14588',
    },
  ],
  'AWS::RDS::DBInstance': [MANAGED_PASSWORD],
  'AWS::RDS::DBCluster': [MANAGED_PASSWORD],
  'AWS::Cognito::UserPoolClient': [
    {
      attribute: 'ClientSecret',
      setting: 'GenerateSecret',
      fix: 'Let Cognito make a secret: `generateSecret: true`.',
      source: 'https://github.com/aws/aws-cdk/pull/21262',
    },
  ],
});
