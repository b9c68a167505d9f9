import { memoize } from '../../memoize.js';
import { REGIONS_WITH_DATA, TYPES_BY_REGIONS } from './types.js';

const regions = memoize(() => new Map(REGIONS_WITH_DATA.split(' ').map((region, index) => [region, index])));
const types = memoize(() => readMasks(TYPES_BY_REGIONS));

/** Names with the mask of their regions, from lines such as `f3k|Name,Name`. */
export function readMasks(lines: string): ReadonlyMap<string, number> {
  const rows = lines.trim().split('\n');
  return new Map(
    rows.flatMap((row) => {
      const [mask = '', names = ''] = row.split('|');
      return names.split(',').map((name) => [name, Number.parseInt(mask, 36)] as const);
    }),
  );
}

/** Whether a region's bit is set; undefined for a region without data. */
export function hasRegion(mask: number, region: string): boolean | undefined {
  const index = regions().get(region);
  return index === undefined ? undefined : Math.floor(mask / 2 ** index) % 2 === 1;
}

/** All regions of which something is known. */
export function regionsWithData(): readonly string[] {
  return [...regions().keys()];
}

/** Whether a region has a resource type: undefined when that is not known. */
export function hasType(type: string, region: string): boolean | undefined {
  const mask = types().get(type.replace(/^AWS::/, ''));
  // What is everywhere is in no row, and neither is what the table does not know.
  return mask === undefined ? undefined : hasRegion(mask, region);
}
