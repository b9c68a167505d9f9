import { tableOf } from '../../table-of.js';
/**
 * Compares the parts that both versions give, as numbers; a shorter version stands for all that start with it. Parts that are no numbers
 * must be the same (`8.0.mysql_aurora.3.04.0`, `OpenSearch_2.11`): else nothing is known. Negative when `one` is the lower.
 */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one.split(/[._]/), other.split(/[._]/)];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [x, y] = [Number(a[index] || Number.NaN), Number(b[index] || Number.NaN)];
    if (Number.isNaN(x) || Number.isNaN(y)) {
      if (a[index] !== b[index]) return 0;
    } else if (x !== y) return x - y;
  }
  return 0;
}

/**
 * Parts of a version that make its major version. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_UpgradeDBInstance.PostgreSQL.html
 */
const MAJOR_PARTS: Readonly<Record<string, number>> = tableOf({
  postgres: 1,
  'aurora-postgresql': 1,
  mysql: 2,
  mariadb: 2,
  'aurora-mysql': 2,
});

/** `19.0.0.0.ru-2024-01.rur-2024-01.r1` and `15.00.4236.7.v1` have one part as well. */
function majorPartsOf(engine: string): number | undefined {
  if (engine.startsWith('oracle-') || engine.startsWith('sqlserver-')) return 1;
  return Object.hasOwn(MAJOR_PARTS, engine) ? MAJOR_PARTS[engine] : undefined;
}

/** The family of parameter groups of an engine's version: `postgres16`, `mysql8.0`, `aurora-mysql8.0`. Undefined for engines that are not read here. */
export function familyOf(engine: string, version: string): string | undefined {
  const parts = Object.hasOwn(MAJOR_PARTS, engine) ? MAJOR_PARTS[engine] : undefined;
  const major = version.split('.').slice(0, parts).join('.');
  return parts === undefined ||
    !/^[\d.]+$/.test(major) ||
    (engine.includes('postgres') && Number.parseInt(version, 10) < 10) ||
    major.split('.').length < parts
    ? undefined
    : `${engine}${major}`;
}

/** False for engines whose versions are not read here. */
export function isMajorUpgrade(engine: string, before: string, after: string): boolean {
  const parts = majorPartsOf(engine);
  // PostgreSQL before 10 counts two parts.
  if (parts === undefined || (engine.includes('postgres') && Number.parseInt(before, 10) < 10)) return false;
  const major = (version: string): string => version.split('.').slice(0, parts).join('.');
  return compareVersions(major(after), major(before)) > 0;
}
