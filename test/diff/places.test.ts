import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type AssemblySketch, writeAssembly } from '../support/assembly-builder.js';
import { diffFolders } from './diff-of.js';

test('a report has its places when the folders are there no more', async () => {
  const sketch = (DelaySeconds: number): AssemblySketch => ({
    stacks: {
      Data: { resources: { First: { Type: 'AWS::SNS::Topic' }, Jobs: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds } } } },
    },
  });
  const folders = [writeAssembly(sketch(1)), writeAssembly(sketch(2))] as const;
  const { resources } = await diffFolders(...folders);
  for (const folder of folders) rmSync(folder, { recursive: true });
  const place = { template: { file: 'Data.template.json', line: expect.toSatisfy((line: number) => line > 3) } };
  expect(resources).toMatchObject([{ before: place, after: place }]);
});
