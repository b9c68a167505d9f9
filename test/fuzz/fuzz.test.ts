import { afterAll, expect, test } from 'vitest';
import { CaseMaker } from './case.js';
import { plainCase } from './plain-case.js';
import { Workshop } from './run-case.js';

const SEED = Number(process.env.FUZZ_SEED ?? 1);
const RUNS = 2_000;

const workshop = new Workshop();
afterAll(() => workshop.remove());

/** `npm run fuzz -- --seed N --runs 1` runs one of them again. */
test('keeps every promise whatever the input', async () => {
  const maker = new CaseMaker();
  const broken: unknown[] = [];
  for (let seed = SEED; seed < SEED + RUNS; seed++) {
    const one = maker.make(seed);
    const outcome = await workshop.run(one);
    // How long each takes is for `npm run fuzz` to tell: it depends on the machine.
    if (outcome.broken.length > 0) broken.push({ seed, argv: one.argv.join(' '), broken: outcome.broken });
    if (broken.length > 20) break;
  }
  expect(broken).toEqual([]);
}, 600_000);

/** As templates in YAML, without the CDK. */
test('keeps every promise whatever the templates', async () => {
  const maker = new CaseMaker();
  const broken: unknown[] = [];
  for (let seed = SEED; seed < SEED + RUNS / 4; seed++) {
    const one = plainCase(maker.make(seed), seed);
    const outcome = await workshop.run(one);
    if (outcome.broken.length > 0) broken.push({ seed, argv: one.argv.join(' '), broken: outcome.broken });
    if (broken.length > 20) break;
  }
  expect(broken).toEqual([]);
}, 600_000);
