import type { App } from 'aws-cdk-lib';

/** What is left out or changed, one point each: `cdk synth --context variant=table-not-replicated`. */
export const VARIANTS = [
  'table-not-replicated',
  'backups-only',
  'primary-secret',
  'slow-failover',
  'certificate-missing',
  'half-size',
  'lag-unobserved',
  'queue-missing',
] as const;
export type Variant = (typeof VARIANTS)[number];

export function isVariant(app: App): (variant: Variant) => boolean {
  const chosen: unknown = app.node.tryGetContext('variant');
  if (chosen !== undefined && !VARIANTS.includes(chosen as Variant)) throw new Error(`There is no variant ${chosen}`);
  return (variant) => chosen === variant;
}
