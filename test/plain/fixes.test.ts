import { describe, expect, test } from 'vitest';
import { checks } from '../../checks/index.js';
import { isAboutCdk } from '../../src/finding/template-fix.js';
import { fixSnippet } from '../../src/finding/template-snippet.js';
import { runMain } from '../support/run-main.js';
import { TABLE, writeRepository } from './project.js';

describe('a fix for templates', () => {
  const fixes = checks.map(({ id, docs }) => [id, docs.templateFix ?? docs.fix] as const);

  test.each(fixes.filter(([id]) => checks.some((check) => check.id === id && check.docs.templateFix !== undefined)))('%s', (_, text) => {
    expect(text).not.toMatch(/\bCDK\b|\bcdk\b|\bconstructs?\b|\bnew [a-z0-9]+\.|RemovalPolicy|Stack\.of|\bL2\b|`[a-z]+[A-Z]\w*: /);
  });

  test('is there for nearly all checks', () => {
    const lacking = checks.filter(({ docs }) => docs.templateFix === undefined && isAboutCdk(docs.fix)).map(({ id }) => id);
    expect(lacking.length, lacking.join(', ')).toBeLessThan(10);
  });
});

describe('an example of the fix', () => {
  const docs = checks.find(({ id }) => id === 'dynamodb/replica-sse-partial')?.docs as never;

  test('has the changed properties alone, under the name of the resource', () => {
    expect(fixSnippet(docs, 'yaml', { type: 'AWS::DynamoDB::GlobalTable', logicalId: 'Orders' })?.text).toMatchInlineSnapshot(`
      "Orders:
        Type: AWS::DynamoDB::GlobalTable
        Properties:
          Replicas:
            - Region: us-west-2
              SSESpecification:
                KMSMasterKeyId: arn:aws:kms:us-west-2:482731905566:key/93d2"
    `);
    expect(fixSnippet(docs, 'json', { type: 'AWS::DynamoDB::GlobalTable', logicalId: 'Orders' })?.text).toMatch(
      /^\{\n {2}"\w+": \{\n {4}"Type": "AWS::DynamoDB::GlobalTable",/,
    );
  });

  test('is left out where the finding is in a stack, or the example changes something else', () => {
    expect(fixSnippet(docs, 'yaml', undefined)).toBeUndefined();
    expect(fixSnippet(docs, 'yaml', { type: 'AWS::SQS::Queue', logicalId: 'Jobs' })).toBeUndefined();
  });
});

test('a report names the template', async () => {
  const cwd = writeRepository({ 'orders.yaml': TABLE });
  const { stdout } = await runMain(['check', 'orders.yaml', '--lint', 'never'], { cwd });
  expect(stdout).toMatchInlineSnapshot(`
    "error dynamodb/replica-sse-partial

      orders.yaml:19:11  AWS::DynamoDB::GlobalTable Orders
        The replica in us-west-2 names no KMS key, but the replica in us-east-1 does. DynamoDB rejects
        the table: "KMSMasterKeyId must be specified for each replica."
        Replicas[1], stack orders
        see orders.yaml:18:13  AWS::DynamoDB::GlobalTable Orders
          This replica names a key.
          Replicas[0].SSESpecification.KMSMasterKeyId

      Fix: Write \`SSESpecification: { KMSMasterKeyId: KEY_ARN }\` into every entry of \`Replicas\`, each
      with a key of that replica's region.
        Orders:
          Type: AWS::DynamoDB::GlobalTable
          Properties:
            Replicas:
              - Region: us-west-2
                SSESpecification:
                  KMSMasterKeyId: arn:aws:kms:us-west-2:482731905566:key/93d2

    1 error in 1 stack (1 resource).
    Run \`synthcheck explain ID\` for why a check exists, an example, and how to accept a finding.
    "
  `);
});
