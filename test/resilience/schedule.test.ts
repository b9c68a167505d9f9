import { expect, test } from 'vitest';
import { inWords } from '../../src/resilience/duration.js';
import { longestGap } from '../../src/resilience/schedule.js';

const HOUR = 3600;

test.each([
  ['cron(0 3 * * ? *)', 24 * HOUR],
  ['cron(0 * * * ? *)', HOUR],
  ['cron(0/15 * * * ? *)', HOUR / 4],
  ['cron(30 0/6 * * ? *)', 6 * HOUR],
  ['cron(0 0,6,12,18 * * ? *)', 6 * HOUR],
  ['cron(0 8-17 * * ? *)', 15 * HOUR],
  ['cron(0 */12 * * ? *)', 12 * HOUR],
  ['cron(0 5 ? * SUN *)', 7 * 24 * HOUR],
  ['cron(0 5 ? * MON-FRI *)', 24 * HOUR],
  ['cron(0 5 1 * ? *)', 28 * 24 * HOUR],
  ['rate(1 hour)', HOUR],
  ['rate(12 hours)', 12 * HOUR],
  ['cron(x)', undefined],
  ['every day', undefined],
])('%s leaves %s seconds at most', (expression, seconds) => {
  expect(longestGap(expression)).toBe(seconds);
});

test.each([
  [0, '0 s'],
  [59, '59 s'],
  [270, '4 min 30 s'],
  [3600, '1 h'],
  [90_000, '1 d 1 h'],
])('%s seconds are %s', (seconds, words) => expect(inWords(seconds)).toBe(words));
