import type { Row, Value } from './database.js';
import type { NamedThing, OrganizationPlace } from './report.js';

/** The place that a row is about: who refers, or defines. */
export function placeOf(row: Row): OrganizationPlace {
  return {
    application: text(row.application),
    owner: textOrNull(row.owner),
    repository: textOrNull(row.repository),
    commit: textOrNull(row.commit),
    stack: textOrNull(row.stack),
    logicalId: textOrNull(row.logical_id),
    construct: textOrNull(row.construct),
    property: textOrNull(row.property),
    file: textOrNull(row.file),
    line: typeof row.line === 'number' ? row.line : null,
  };
}

/** The definition in a row that is about a reference to it. */
export function providerOf(row: Row): OrganizationPlace {
  return placeOf({
    application: row.provider ?? null,
    stack: row.provider_stack ?? null,
    logical_id: row.provider_logical_id ?? null,
    construct: row.provider_construct ?? null,
    file: row.provider_file ?? null,
    line: row.provider_line ?? null,
  });
}

export function keyOf({ kind, type, name, account, region }: Row): NamedThing {
  return { kind: text(kind), type: textOrNull(type), name: text(name), account: textOrNull(account), region: textOrNull(region) };
}

/** The key of rows about one name; the account and the region are null where they differ. */
export function commonKeyOf(rows: readonly [Row, ...Row[]]): NamedThing {
  const key = keyOf(rows[0]);
  const isCommon = (part: 'account' | 'region') => rows.every((row) => textOrNull(row[part]) === key[part]);
  return { ...key, account: isCommon('account') ? key.account : null, region: isCommon('region') ? key.region : null };
}

/** The applications of rows, by name. */
export function applicationsOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.map(({ application }) => text(application)))].sort();
}

export function text(value: Value | undefined): string {
  return textOrNull(value) ?? '';
}

export function textOrNull(value: Value | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
