import { expect, it } from 'vitest';
import { defineCheck } from '../../src/check/check.js';
import type { Example } from '../../src/check/example.js';
import { findingsIn } from '../support/findings-in.js';

const bucket = (BucketName: string) => ({ Type: 'AWS::S3::Bucket', Properties: { BucketName } });
const example = {
  One: { region: 'us-east-1', resources: { A: bucket('left-a'), B: bucket('right-b'), C: bucket('left-c'), D: bucket('single') } },
} as Example;

const check = defineCheck({
  id: 'test/cause',
  title: 'Buckets of one side',
  severity: 'error',
  types: ['AWS::S3::Bucket'],
  docs: { why: 'Why.', fix: 'Fix.', sources: [], bad: example, good: {} },
  *resource(resource) {
    const at = resource.property('BucketName');
    const [side = ''] = (at.text ?? '').split('-');
    yield {
      at,
      message: `${at.text} is wrong.`,
      severity: at.text === 'left-a' ? 'warning' : 'error',
      ...(side !== 'single' && { cause: { key: side, here: `${at.text} too.` } }),
    };
  },
});

it('reports problems of one cause once, at the first place and with the worst severity', () => {
  expect(findingsIn(example, check)).toEqual([
    expect.objectContaining({
      logicalId: 'A',
      severity: 'error',
      message: 'left-a is wrong. One more place has the same cause.',
      related: [{ stack: 'One', logicalId: 'C', propertyPath: 'BucketName', message: 'left-c too.' }],
    }),
    expect.objectContaining({ logicalId: 'B', message: 'right-b is wrong.' }),
    expect.objectContaining({ logicalId: 'D', message: 'single is wrong.' }),
  ]);
});
