import ipaddr from 'ipaddr.js';

/** Addresses that share their first bits, from the first of them on. */
export interface IpRange {
  readonly start: ipaddr.IPv4 | ipaddr.IPv6;
  /** Number of shared bits. */
  readonly prefix: number;
}

/** Reads `10.0.0.0/8`, `10.0.0.1` or `2001:db8::/32`; undefined for anything else. */
export function parseIpRange(text: string): IpRange | undefined {
  const [address = '', size, ...rest] = text.trim().split('/');
  const family = familyOf(address);
  if (family === undefined || rest.length > 0) return undefined;
  const prefix = size ?? (family === ipaddr.IPv4 ? '32' : '128');
  // The library takes `/08` and `/+8`, too.
  if (!/^(?:0|[1-9]\d{0,2})$/.test(prefix)) return undefined;
  const cidr = `${address}/${prefix}`;
  return family.isValidCIDR(cidr) ? { start: family.networkAddressFromCIDR(cidr), prefix: Number(prefix) } : undefined;
}

/** Of an address as AWS takes it: neither octal, hexadecimal or short, nor with a zone. */
function familyOf(address: string): typeof ipaddr.IPv4 | typeof ipaddr.IPv6 | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4;
  return ipaddr.IPv6.isValid(address) && !address.includes('%') ? ipaddr.IPv6 : undefined;
}

/** Whether all addresses of the second range are in the first. */
export function containsRange(range: IpRange, other: IpRange): boolean {
  return range.start.kind() === other.start.kind() && range.prefix <= other.prefix && other.start.match(range.start, range.prefix);
}

export function overlaps(range: IpRange, other: IpRange): boolean {
  return containsRange(range, other) || containsRange(other, range);
}

/** Whether a range lies in others, taken together: two halves are the whole. What is no range is only within its equal. */
export function isWithinRanges(text: string, others: readonly string[]): boolean {
  const range = parseIpRange(text);
  if (range === undefined) return others.includes(text);
  return isCoveredBy(
    range,
    others.flatMap((other) => parseIpRange(other) ?? []),
  );
}

function isCoveredBy(range: IpRange, others: readonly IpRange[]): boolean {
  if (others.some((other) => containsRange(other, range))) return true;
  const inside = others.filter((other) => containsRange(range, other));
  // Each half is covered by at least one of them.
  return inside.length >= 2 && halvesOf(range).every((half) => isCoveredBy(half, inside));
}

function halvesOf({ start, prefix }: IpRange): readonly IpRange[] {
  const bytes = start.toByteArray();
  const upper = bytes.with(prefix >> 3, (bytes[prefix >> 3] ?? 0) | (0x80 >> (prefix & 7)));
  return [start, ipaddr.fromByteArray(upper)].map((half) => ({ start: half, prefix: prefix + 1 }));
}
