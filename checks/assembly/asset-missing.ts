import type { Stack } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource } from '../../src/check/example-parts.js';

const app = (isThere: boolean) => ({
  Web: { region: 'us-east-1', resources: { Site: resource('AWS::S3::Bucket', {}) }, assets: { 'asset.3c6e0b8a9c15224a': isThere } },
});

export default defineCheck({
  id: 'assembly/asset-missing',
  title: 'Asset is missing',
  severity: 'warning',
  docs: {
    why: 'The asset manifest of a stack lists a file or folder that is not in the assembly. `cdk deploy` of this folder fails when it uploads its assets, before the stack is touched. Typical when only a part of `cdk.out` was copied from one job to another; harmless when the folder is checked only, and deployed from elsewhere.',
    fix: 'Run `cdk synth` again, or keep the whole `cdk.out` folder as the artifact of the job, with its `asset.*` folders and the files that they link to.',
    sources: ['https://docs.aws.amazon.com/cdk/v2/guide/assets.html'],
    templateFix: 'Write the files of the assembly again, and keep all of them together.',
    bad: app(false),
    good: app(true),
  },
  *graph({ graph }) {
    for (const { stacks } of graph.assemblies) {
      const missing = new Map<string, Stack>();
      for (const stack of stacks) {
        if (stack.parent !== undefined) continue;
        for (const { source, exists } of stack.assets)
          if (source !== undefined && exists === false && !missing.has(source)) missing.set(source, stack);
      }
      const [first] = missing;
      if (first === undefined) continue;
      const [source, stack] = first;
      const others = missing.size === 1 ? '' : `, nor are ${missing.size - 1} other assets`;
      yield {
        at: stack,
        message: `The asset ${source} is not in the assembly${others}: \`cdk deploy\` from this folder fails when it uploads its assets.`,
      };
    }
  },
});
