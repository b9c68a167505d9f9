import { describe, expect, test } from 'vitest';
import { loadAssembly } from '../../src/assembly/load.js';
import { selectStacks } from '../../src/config/select-stacks.js';
import { toSettings } from '../../src/config/settings.js';
import { InputError } from '../../src/diagnostic.js';
import { writeAssembly } from '../support/assembly-builder.js';

const { stacks } = loadAssembly(
  writeAssembly({
    stacks: { 'payments-loadtest': { nested: { Inner: {} } }, 'payments-data': {} },
    stages: { Prod: { stacks: { Data: {} } } },
  }),
);
const names = (isMeant: (stack: (typeof stacks)[number]) => boolean) => stacks.filter(isMeant).map(({ id }) => id);

describe('stacks', () => {
  test('are found by name, display name and id, and nested ones with their parent', () => {
    const settings = toSettings({ deletion: { destroyable: ['*-loadtest'], retained: ['payments-data', 'Prod/*'] } });
    expect(names((stack) => settings.isDestroyable(stack))).toEqual(['payments-loadtest', 'payments-loadtest/Inner']);
    expect(names((stack) => settings.isRetained(stack))).toEqual(['ProdData', 'payments-data']);
    expect(names(selectStacks(stacks, { ids: ['Prod-*'], origin: '--stack' }))).toEqual(['ProdData']);
    expect(names(selectStacks(stacks, { ids: ['ProdData'], origin: '--stack' }))).toEqual(['ProdData']);
  });

  test('are neither without a configuration', () => {
    const settings = toSettings({});
    expect(names((stack) => settings.isDestroyable(stack) || settings.isRetained(stack))).toEqual([]);
    expect(names(selectStacks(stacks, undefined))).toHaveLength(4);
  });

  test.each([
    ['payment-data', '--stack: no stack matches `payment-data`: did you mean `payments-data`?'],
    ['x*', '--stack: no stack matches `x*`: there are Prod-Data, payments-loadtest, payments-data'],
  ])('that are not there: %s', (glob, message) => {
    expect(() => selectStacks(stacks, { ids: ['payments-data', glob], origin: '--stack' })).toThrow(new InputError(message));
  });
});

describe('what is outside of the assembly', () => {
  const settings = toSettings({ external: { s3: ['logs-*'], ssm: ['/shared/**'], exports: ['!odd'] }, accounts: ['111122223333'] });

  test.each([
    ['s3', 'logs-eu', true],
    ['s3', 'data', false],
    ['s3', 'logs-a/b', false],
    ['ssm', '/shared/vpc/id', true],
    ['ssm', '/own/vpc/id', false],
    ['exports', '!odd', true],
    ['exports', 'even', false],
    ['stacks', 'logs-eu', false],
  ] as const)('%s %s', (kind, name, expected) => {
    expect(settings.isExternal(kind, name)).toBe(expected);
  });

  test('accounts', () => {
    expect(['111122223333', '444455556666'].map((account) => settings.isKnownAccount(account))).toEqual([true, false]);
  });
});
