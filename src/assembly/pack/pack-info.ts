import { isObject, ownString, parseJson } from '../json.js';
import type { CloudAssembly } from '../model.js';

/** What a pack says of itself. */
export interface PackInfo {
  readonly application?: string | undefined;
  readonly commit?: string | undefined;
  /** When it was built, as ISO 8601. Left out: packs of one assembly are the same byte for byte. */
  readonly time?: string | undefined;
}

export const INFO_FILE = 'synthcheck-pack.json';

/** Nothing for an assembly that was not read from a pack, or from one that somebody else made. */
export function packInfoOf({ packed }: CloudAssembly): PackInfo {
  const text = packed?.get(INFO_FILE)?.toString('utf8');
  const json = text === undefined ? undefined : parseJson(text);
  if (json === undefined || !('value' in json) || !isObject(json.value)) return {};
  return {
    application: ownString(json.value, 'application'),
    commit: ownString(json.value, 'commit'),
    time: ownString(json.value, 'time'),
  };
}
