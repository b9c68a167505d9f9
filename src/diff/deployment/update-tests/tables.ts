import type { Update } from '../update.js';

export function indexWithoutCapacity({ before, after }: Update): string | undefined {
  const mode = after.property('BillingMode');
  const isSwitched = before.property('BillingMode').text === 'PAY_PER_REQUEST' && (mode.isAbsent || mode.text === 'PROVISIONED');
  if (!isSwitched || after.property('ProvisionedThroughput').isAbsent) return undefined;
  const index = after.property('GlobalSecondaryIndexes').items?.find((item) => item.get('ProvisionedThroughput').isAbsent);
  const name = index?.get('IndexName').text;
  return name === undefined ? undefined : `The table is switched to provisioned capacity, and its index ${name} has none`;
}
