import { main } from './main.js';

/** The command line inside of a single-file executable, which is CommonJS: no `await` at top level, and nothing to compile ahead. */
main(process.argv.slice(2), {
  stdin: () => process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
}).then((code) => {
  process.exitCode = code;
});
