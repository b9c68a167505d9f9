import type { Stack } from '../assembly/model.js';

const AREA = '(?:us|eu|ap|sa|ca|me|af|il|mx)';
const SIDE = '(?:gov-)?(?:north|south|east|west|central|northeast|northwest|southeast|southwest)';
/** `us-east-1`, `useast1` and `use1`, in a name that is written with hyphens. */
const REGION = new RegExp(`(?<![a-z0-9])${AREA}-?(?:${SIDE}|gov-?[ew]|ne|nw|se|sw|[nsewc])-?\\d(?![a-z0-9])`, 'g');
/** What a region is called by the part it plays. */
const ROLE =
  /(?<![a-z0-9])(?:primary|secondary|tertiary|dr|disaster-recovery|recovery|standby|failover|replica|active|passive|east|west)(?![a-z0-9])/g;

/** What a region is called that takes over when another one fails. */
const STANDBY = /(?<![a-z0-9])(?:secondary|dr|disaster-recovery|recovery|standby|failover|passive|replica)(?![a-z0-9])/;

/** Whether a stack's name says that it takes over when another region fails. */
export function isStandby({ displayName }: Stack): boolean {
  return STANDBY.test(hyphenated(displayName));
}

/** A name with hyphens between its words: `ProdUse1/DataStack` → `prod-use1-data-stack`. */
export function hyphenated(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
}

/** The regions that a name contains, by code or by short code. */
export function regionWordsIn(name: string): readonly string[] {
  return (hyphenated(name).match(REGION) ?? []).map((word) => word.replaceAll('-', ''));
}

/** The regions, by code or by short code, that a name contains and that are not this one. */
export function otherRegionsIn(name: string, region: string): readonly string[] {
  const [area = '', side = '', number = ''] = region.split('-').slice(-3);
  const short = side.replace(/^(north|south)?(east|west)?(central)?$/, (_, ...[first, second, third]: string[]) =>
    [first, second, third].map((word) => word?.[0] ?? '').join(''),
  );
  const own = [region.replaceAll('-', ''), `${area}${short}${number}`];
  return regionWordsIn(name).filter((word) => !own.includes(word));
}

/** A name without the words that tell one region's copy from another's. */
export function withoutRegion(name: string): string {
  return hyphenated(name).replace(REGION, '').replace(ROLE, '').replace(/-+/g, '-').replace(/^-|-$/g, '');
}
