import { describe, expect, test } from 'vitest';
import type { Check } from '../../src/check/check.js';
import { type SelectionOptions, selectChecks } from '../../src/config/select-checks.js';
import { InputError } from '../../src/diagnostic.js';

const all = ['route53/set-identifier-duplicate', 'route53/set-identifier-missing', 's3/replication-destination-missing'].map(
  (id) => ({ id }) as Check,
);
const ids = (...list: string[]) => ({ ids: list, origin: '--only' });

function select(options: Partial<SelectionOptions>) {
  return selectChecks(all, { only: undefined, skip: undefined, severities: {}, severitiesOrigin: 'a.json: `checks`', ...options });
}

test.each<[string, Partial<SelectionOptions>, string[]]>([
  ['all', {}, ['route53/set-identifier-duplicate', 'route53/set-identifier-missing', 's3/replication-destination-missing']],
  ['an id', { only: ids('route53/set-identifier-missing') }, ['route53/set-identifier-missing']],
  ['a glob', { only: ids('route53/*') }, ['route53/set-identifier-duplicate', 'route53/set-identifier-missing']],
  ['all but a glob', { skip: ids('route53/*') }, ['s3/replication-destination-missing']],
  ['some but one', { only: ids('*/set-*'), skip: ids('*/*-missing') }, ['route53/set-identifier-duplicate']],
  ['what is not off', { severities: { '**': 'off', 's3/*': 'info' } }, ['s3/replication-destination-missing']],
])('runs %s', (_, options, expected) => {
  expect(select(options).checks.map(({ id }) => id)).toEqual(expected);
});

test('the id counts before globs, a later glob before earlier ones', () => {
  const { severityOf } = select({
    severities: { 'route53/set-identifier-missing': 'info', 'route53/*': 'error', 'route53/set-*': 'warning' },
  });
  expect(all.map(severityOf)).toEqual(['warning', 'info', undefined]);
});

describe('what fits no check is an error, since it would be silent for ever', () => {
  test.each<[string, Partial<SelectionOptions>, string]>([
    [
      'an id',
      { only: ids('route53/set-identifer-missing') },
      '--only: unknown check `route53/set-identifer-missing`: did you mean `route53/set-identifier-missing`?',
    ],
    [
      'an id without its group',
      { only: ids('set-identifer-missing') },
      '--only: unknown check `set-identifer-missing`: did you mean `route53/set-identifier-missing`?',
    ],
    ['a glob', { skip: ids('rds/*') }, '--only: unknown check `rds/*`: `synthcheck checks` lists them'],
    ['a severity', { severities: { nonsense: 'off' } }, 'a.json: `checks`: unknown check `nonsense`: `synthcheck checks` lists them'],
    ['nothing left', { severities: { '**': 'off' } }, 'no check is left to run: look at `only`, `skip` and `checks`'],
  ])('%s', (_, options, message) => {
    expect(() => select(options)).toThrow(new InputError(message));
  });
});
