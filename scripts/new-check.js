// `npm run new-check route53/what-is-wrong` writes the file of a check and its test. The test fails until the check is written.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const id = process.argv[2] ?? '';
const root = process.argv[3] ?? fileURLToPath(new URL('../', import.meta.url));
const words = /^([a-z][a-z0-9]*)\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(id);
const file = join(root, `checks/${id}.ts`);
const test = join(root, `test/checks/${id}.test.ts`);

if (words === null) fail(`name it after what is wrong: npm run new-check route53/set-identifier-missing (not ${JSON.stringify(id)})`);
if (/^(no|require|prefer|valid)-/.test(words[2]))
  fail(`name the problem, not the rule: ${words[2].replace(/^[a-z]+-/, '')}-missing, -duplicate, -malformed …`);
for (const path of [file, test]) if (existsSync(path)) fail(`${relative(root, path)} is there already`);

const title = words[2].replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());

write(
  file,
  `import { defineCheck } from '../../src/check/check.js';

const example = (name: string) => ({
  Data: { region: 'us-east-1', resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: name } } } },
});

export default defineCheck({
  id: '${id}',
  title: '${title}',
  severity: 'warning',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'TODO: why it matters, with the words of the service where it has any.',
    fix: 'TODO: what to write in CDK instead: \`new s3.Bucket(…)\`.',
    sources: ['https://docs.aws.amazon.com/TODO'],
    bad: example('wrong'),
    good: example('right'),
  },
  *resource(bucket) {
    const at = bucket.property('BucketName');
    if (at.text !== 'wrong') return;
    yield { at, message: \`TODO: what is wrong with \${bucket.logicalId}, and what will happen.\` };
  },
});
`,
);
write(
  test,
  `import { describe, expect, it } from 'vitest';
import check from '../../../checks/${id}.js';
import { findingsIn } from '../../support/findings-in.js';

describe('${id}', () => {
  it('says where it is wrong', () => {
    expect(findingsIn(check.docs.bad, check)).toEqual([
      {
        severity: 'warning',
        checkId: '${id}',
        stack: 'Data',
        logicalId: 'Bucket',
        propertyPath: 'BucketName',
        message: 'TODO',
      },
    ]);
  });

  it.each([
    ['a name that only deployment knows', { Ref: 'AWS::StackName' }],
    ['no name', { Ref: 'AWS::NoValue' }],
  ])('is silent about %s', (_, BucketName) => {
    const resources = { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName } } };
    expect(findingsIn({ Data: { region: 'us-east-1', resources } }, check)).toEqual([]);
  });
});
`,
);
console.log(`Next:
- let the test fail for the right reason, then write the check
- add a fault that it must find to test/mutations/${words[1]}.ts (list that file in test/mutations.test.ts when it is new)
- npm run generate, npm run check`);

function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  console.log(`wrote ${relative(root, path)}`);
}

function fail(message) {
  console.error(`new-check: ${message}`);
  process.exit(2);
}
