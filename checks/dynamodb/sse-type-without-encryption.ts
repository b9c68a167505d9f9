import { defineCheck } from '../../src/check/check.js';
import { globalTableExample, replica } from './model/global-table-example.js';

const table = (SSEEnabled: boolean) => globalTableExample({ SSESpecification: { SSEEnabled, SSEType: 'KMS' } }, [replica('us-east-1')]);

export default defineCheck({
  id: 'dynamodb/sse-type-without-encryption',
  title: 'SSEType that DynamoDB rejects',
  severity: 'error',
  types: ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table'],
  docs: {
    why: 'The only type is `KMS`. `SSEEnabled: false` means the key that DynamoDB owns, which has no type: DynamoDB rejects the table with "SSEType can not be specified if Enabled is false".',
    fix: 'Use `encryption: TableEncryptionV2.awsManagedKey()` or `TableEncryptionV2.customerManagedKey(…)`, which write both; or `TableEncryptionV2.dynamoOwnedKey()`, and leave out `sseType` on `CfnGlobalTable`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-globaltable-ssespecification.html',
      'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSESpecification.html',
    ],
    templateFix: 'Write `SSEEnabled: true` beside `SSEType`, or leave both out.',
    bad: table(false),
    good: table(true),
  },
  needs: ['SSESpecification'],
  *resource(resource) {
    const type = resource.property('SSESpecification', 'SSEType');
    if (type.text === undefined) return;
    if (resource.property('SSESpecification', 'SSEEnabled').boolean === false) {
      yield {
        at: type,
        message:
          'SSEEnabled is false, but a type of encryption is given. DynamoDB rejects the table: "SSEType can not be specified if Enabled is false".',
      };
    } else if (type.text !== 'KMS') {
      yield { at: type, message: `The type of encryption is ${type.text}: DynamoDB accepts only KMS, and rejects the table.` };
    }
  },
});
