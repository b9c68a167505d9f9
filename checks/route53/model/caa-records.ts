import type { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import { normalName } from '../../../src/queries/dns-names.js';
import { domainAbove } from '../../../src/queries/hosted-zones.js';
import { type RecordSet, recordsAt } from '../../../src/queries/record-sets.js';

/** The names of Amazon as a certificate authority. Source: https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html */
const AMAZON: ReadonlySet<string> = new Set(['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com']);

/** The CAA record of the name, or of the closest domain above it, in its zone. */
export function closestCaa(zone: Resource, domain: string): RecordSet | undefined {
  for (let name = normalName(domain.replace(/^\*\./, '')); name !== ''; name = domainAbove(name)) {
    const record = recordsAt(zone.graph, name, 'CAA').find(
      (other) => other.zone?.resource?.is(zone) === true && other.resource.existence === 'certain',
    );
    if (record !== undefined) return record;
  }
  return undefined;
}

/** Without a tag that is about it, every authority is allowed; what is not known may allow Amazon. */
export function isAmazonAllowed(caa: RecordSet, isWildcard: boolean): boolean {
  const tags = caa.get('ResourceRecords').items?.map(tagOf);
  if (tags === undefined || tags.includes(undefined)) return true;
  const about = (name: string) => tags.filter((tag) => tag?.name === name).map((tag) => tag?.value ?? '');
  const wild = isWildcard ? about('issuewild') : [];
  const authorities = wild.length > 0 ? wild : about('issue');
  return authorities.length === 0 || authorities.some((authority) => AMAZON.has(authority));
}

function tagOf({ text }: Property): { readonly name: string; readonly value: string } | undefined {
  const [, name, value] = /^\s*\d+\s+([a-z]+)\s+"?([^";]*)/i.exec(text ?? '') ?? [];
  return name === undefined || value === undefined ? undefined : { name: name.toLowerCase(), value: value.trim().toLowerCase() };
}
