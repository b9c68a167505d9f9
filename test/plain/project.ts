import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';

/** A repository without the CDK. Gives its folder. */
export function writeRepository(files: Readonly<Record<string, unknown>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'synthcheck-plain-')));
  writeFiles(folder, { '.git/HEAD': 'ref: refs/heads/main\n', ...files });
  return folder;
}

export interface ShortReport {
  readonly code: number;
  readonly stderr: string;
  /** `severity check stack file:line:column`. */
  readonly findings: readonly string[];
  readonly stacks: readonly string[];
  readonly diagnostics: readonly string[];
}

/** Runs `check` with these arguments, and gives what it found in short. */
export async function checkIn(cwd: string, ...argv: readonly string[]): Promise<ShortReport> {
  const { code, stdout, stderr } = await runMain(['check', ...argv, '--lint', 'never', '--format', 'json'], { cwd });
  if (stdout === '') return { code, stderr, findings: [], stacks: [], diagnostics: [] };
  const report = JSON.parse(stdout);
  const graph = JSON.parse((await runMain(['graph', ...argv, '--format', 'json'], { cwd })).stdout);
  return {
    code,
    stderr,
    findings: report.findings.map(
      ({ severity, checkId, stack, source }: never) =>
        `${severity} ${checkId} ${nameOf(stack)} ${(source as { file: string }).file}:${(source as { line: number }).line}:${(source as { column: number }).column}`,
    ),
    stacks: graph.stacks.map(nameOf),
    diagnostics: report.diagnostics.map(({ severity, message, file }: Record<string, string>) => `${severity} ${file}: ${message}`),
  };
}

function nameOf({ id, account, region }: { readonly id: string; readonly account: string | null; readonly region: string | null }): string {
  return `${id}(${[account, region].filter(Boolean).join('/')})`;
}

export const QUEUE = 'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n';

/** Its second replica has no key: one error, at 19:11. */
export const TABLE = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    DeletionPolicy: Delete
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      StreamSpecification:
        StreamViewType: NEW_AND_OLD_IMAGES
      SSESpecification:
        SSEEnabled: true
        SSEType: KMS
      Replicas:
        - Region: us-east-1
          SSESpecification:
            KMSMasterKeyId: !Sub arn:\${AWS::Partition}:kms:us-east-1:\${AWS::AccountId}:key/a
        - Region: us-west-2
`;
