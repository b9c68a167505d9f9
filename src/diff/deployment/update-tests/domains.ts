import type { Property } from '../../../graph/model/property.js';
import { compareVersions } from '../engine-versions.js';
import type { Update } from '../update.js';

export function domainDowngraded(update: Update): string | undefined {
  const { path, old, current } = domainVersionsOf(update);
  const isLowered = old !== undefined && current !== undefined && compareVersions(current, old) < 0;
  return isLowered && policyOf(update).boolean === true ? `\`${path}\` is lowered from ${old} to ${current}` : undefined;
}

function policyOf({ after }: Update): Property {
  return after.attribute('UpdatePolicy').get('EnableVersionUpgrade');
}

function domainVersionsOf({ before, after }: Update): { path: string; old: string | undefined; current: string | undefined } {
  const path = after.type === 'AWS::Elasticsearch::Domain' ? 'ElasticsearchVersion' : 'EngineVersion';
  return { path, old: before.property(path).text, current: after.property(path).text };
}
