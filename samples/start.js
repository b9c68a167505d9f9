// `npm start`: checks the broken sample, or the folders that are given. Quiet npm: findings do not fail it.
import { main } from '../dist/src/main.js';

const given = process.argv.slice(2);
const args = ['check', '--fail-on', 'never', ...(given.length > 0 ? given : ['samples/payments-dr/broken/cdk.out'])];
process.exitCode = await main(args, { stdout: process.stdout, stderr: process.stderr, env: process.env, cwd: process.cwd() });
