// `npm start`: checks the broken sample, or the folders that are given. Quiet npm: findings do not fail it.
const given = process.argv.slice(2);
const folders = given.length > 0 ? given : ['samples/payments-dr/broken/cdk.out'];
process.argv.splice(2, given.length, 'check', '--fail-on', 'never', ...folders);
await import('../dist/src/cli.js');
