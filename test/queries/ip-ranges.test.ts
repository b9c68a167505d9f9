import { expect, it } from 'vitest';
import { containsRange, isWithinRanges, overlaps, parseIpRange } from '../../src/queries/ip-ranges.js';

it.each([
  ['10.0.0.0/8', '10.0.0.0', 8],
  ['10.1.2.3/8', '10.0.0.0', 8],
  ['10.1.2.3', '10.1.2.3', 32],
  ['0.0.0.0/0', '0.0.0.0', 0],
  ['2001:DB8:1::1/32', '2001:db8::', 32],
  ['::1', '::1', 128],
  ['::ffff:10.0.0.1', '::ffff:a00:1', 128],
])('reads %s', (text, start, prefix) => {
  const range = parseIpRange(text);
  expect([range?.start.toString(), range?.prefix]).toStrictEqual([start, prefix]);
});

it.each([
  '',
  '10.0.0',
  '10.0.0.256',
  '010.0.0.1',
  '0x0a.0.0.1',
  '10.0.0.0/33',
  '10.0.0.0/08',
  '10.0.0.0/+8',
  '10.0.0.0/8/8',
  '10.0.0.0/',
  'fe80::1%eth0',
  ':::',
  '::/129',
  'sg-1',
])('does not take %j for a range', (text) => {
  expect(parseIpRange(text)).toBeUndefined();
});

it.each([
  ['10.0.0.0/8', '10.255.0.0/16', true],
  ['10.255.0.0/16', '10.0.0.0/8', false],
  ['10.0.0.0/9', '10.128.0.0/9', false],
  ['::/0', '10.0.0.0/8', false],
  ['2001:db8::/32', '2001:db8:ffff::/48', true],
])('%s contains %s: %s', (one, other, expected) => {
  const [range, inner] = [parseIpRange(one), parseIpRange(other)];
  expect(range && inner && containsRange(range, inner)).toBe(expected);
  expect(range && inner && overlaps(inner, range)).toBe(expected || one === '10.255.0.0/16');
});

it.each([
  ['10.0.0.0/8', ['10.0.0.0/9', '10.128.0.0/9'], true],
  ['10.0.0.0/8', ['10.0.0.0/9', '10.128.0.0/10', '10.192.0.0/10'], true],
  ['10.0.0.0/8', ['10.0.0.0/9', '10.128.0.0/10'], false],
  ['0.0.0.0/0', ['0.0.0.0/1', '128.0.0.0/1'], true],
  ['::/0', ['0.0.0.0/1', '128.0.0.0/1'], false],
  ['2001:db8::/32', ['2001:db8::/33', '2001:db8:8000::/33'], true],
  ['sg-1', ['sg-1'], true],
  ['sg-1', ['0.0.0.0/0'], false],
])('%s is within %j: %s', (text, others, expected) => {
  expect(isWithinRanges(text, others)).toBe(expected);
});
