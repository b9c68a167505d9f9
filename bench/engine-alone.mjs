// What cfn-lint's rules cost by themselves: one thread, all templates of an assembly, nothing else.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { CelEngine } = createRequire(import.meta.url)('@aws/cloudformation-validate');
const [, , folder = 'cdk.out'] = process.argv;
const { artifacts } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const engine = new CelEngine({});
let diagnostics = 0;
for (const { type, properties, environment } of Object.values(artifacts)) {
  if (type !== 'aws:cloudformation:stack') continue;
  const bytes = readFileSync(join(folder, properties.templateFile));
  const [accountId, region] = environment.replace('aws://', '').split('/');
  const report = engine.validateDetailed(
    { path: properties.templateFile, readBytes: () => bytes },
    {
      severityLevel: 'INFO',
      pseudoParameterOverrides: { accountId, region },
      exclude: { ids: ['I1022', 'I3013', 'I4010', 'I9001', 'I9040', 'W1020', 'W1103', 'W3005', 'W4011', 'W4012', 'W9002', 'W9013'] },
    },
  );
  diagnostics += report.diagnostics.length;
}
process.stdout.write(`${diagnostics} diagnostics\n`);
