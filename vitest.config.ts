import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Where `.ci/run` wants the results, to count them. */
const results = process.env.VITEST_RESULTS;
const inBrowser = 'test/**/*.browser.test.ts';
/** Synthesizes with CDK versions that `npm run test:cdk` installs. */
const withCdk = 'test/cdk/synth.test.ts';

/** Hostile input at its real size, cfn-lint's engine, processes and packages: CI runs them, and whoever changes those parts. */
const slow = [
  'test/{action,consumer,determinism,fuzz,mid-write}/**/*.test.ts',
  'test/external/cfn-lint.test.ts',
  'test/hostile/{bombs,expressions,names,other-commands,trust}.test.ts',
  'test/{cli/watch,assembly/packs,docs/ci,mcp/server,plain/same-findings}.test.ts',
];

/** These replace modules. */
const alone = ['test/assembly/changed-while-reading.test.ts'];

const ofChecks = 'test/checks/**/*.test.ts';

export default defineConfig({
  test: {
    // Left alone, one processor is kept for what waits for the others.
    maxWorkers: '100%',
    // Not the cache of whoever runs the tests.
    env: { XDG_CACHE_HOME: join(tmpdir(), 'synthcheck-tests') },
    // For what never ends: a busy machine may take its time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
    projects: [
      // Loading all modules anew for each file would take longer than its tests.
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**', inBrowser, withCdk, ofChecks, ...alone, ...slow],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'checks', include: [ofChecks], isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
      { extends: true, test: { name: 'slow', include: slow, exclude: ['**/node_modules/**', inBrowser] } },
      { extends: true, test: { name: 'cdk', include: [withCdk] } },
      // These need Chromium on the machine, which npm does not install.
      { extends: true, test: { name: 'browser', include: [inBrowser], exclude: ['**/node_modules/**'] } },
    ],
  },
});
