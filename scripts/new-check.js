// `npm run new-check route53/what-is-wrong` writes the file of a check, its test, and a fault that it must find. The test fails until the check is written.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const id = process.argv[2] ?? '';
const root = process.argv[3] ?? fileURLToPath(new URL('../', import.meta.url));
const words = /^([a-z][a-z0-9]*)\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(id);
const file = join(root, `checks/${id}.ts`);
const test = join(root, `test/checks/${id}.test.ts`);
const mutation = join(root, `test/mutations/${id}.ts`);

if (words === null) fail(`name it after what is wrong: npm run new-check route53/set-identifier-missing (not ${JSON.stringify(id)})`);
if (/^(no|require|prefer|valid)-/.test(words[2]))
  fail(`name the problem, not the rule: ${words[2].replace(/^[a-z]+-/, '')}-missing, -duplicate, -malformed …`);
for (const path of [file, test, mutation]) if (existsSync(path)) fail(`${relative(root, path)} is there already`);

const title = words[2].replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());

write(
  file,
  `import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';

const example = (name: string) => ({ Data: stack('us-east-1', { Bucket: resource('AWS::S3::Bucket', { BucketName: name }) }) });

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
  `import { describe, it } from 'vitest';
import check from '../../../checks/${id}.js';
import { ignores, reports } from '../../support/findings-in.js';

const bucketNamed = (name: string | { readonly Ref: string }) => ({
  Data: { region: 'us-east-1', resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: name } } } },
});

describe('${id}', () => {
  it('reports the exact place', () =>
    reports(check, {
      example: bucketNamed('wrong'),
      problems: [{ severity: 'warning', stack: 'Data', logicalId: 'Bucket', propertyPath: 'BucketName', message: 'TODO' }],
    }));

  it.each([
    ['a name that only deployment knows', { Ref: 'AWS::StackName' }],
    ['no name', { Ref: 'AWS::NoValue' }],
  ])('ignores %s', (_, name) => ignores(check, bucketNamed(name)));
});
`,
);
write(
  mutation,
  `import check from '../../../checks/${id}.js';
import { edit } from '../edit.js';
import type { Mutation } from '../mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: check.id,
    name: 'TODO: the fault in a few words',
    from: check.docs.good,
    apply: (app) => edit(app, 'Data', 'Bucket', ['Properties', 'BucketName'], 'wrong'),
    expect: { stack: 'Data', resource: 'Bucket', property: 'BucketName' },
  },
];
`,
);
console.log(`Next:
- let the test fail for the right reason, then write the check
- make the mutation a fault that the check must find
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
