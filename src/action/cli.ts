import '../optimize-later.js';
import { runAction } from './run.js';
import { takeSecrets } from './secrets.js';

const env = takeSecrets(process.env);
runAction({ stdout: process.stdout, stderr: process.stderr, env, cwd: process.cwd() }).then((code) => {
  process.exitCode = code;
});
