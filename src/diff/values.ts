import type { Json, Stack } from '../assembly/model.js';
import type { TemplatePath } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import { NO_ASSUMPTIONS } from '../graph/model/scope.js';
import { describeUnknown, partsOf, type Value } from '../graph/model/value.js';

const MAX_LENGTH = 300;
const HIDDEN = '(hidden)';

/** How references in a value are written: by construct (`${Payments/Key.Arn}`), or by logical ID where constructs do not tell two values apart. */
export type Naming = 'construct' | 'logical-id';

/** A value as a person would write it; null when there is none. What looks secret is not shown. */
export function showValue(raw: Json | undefined, path: TemplatePath, { graph, stack }: Resource, naming: Naming): string | null {
  const value = graph.evaluator.evaluate(raw, { stack, assumptions: NO_ASSUMPTIONS });
  if (value.kind === 'absent') return null;
  // The key of a list of `Name` and `Value` stands beside the value.
  const text = path.some((step) => isSecretName(String(step))) ? HIDDEN : write(value, { stack, naming });
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

interface Reader {
  readonly stack: Stack;
  readonly naming: Naming;
}

function write(value: Value, reader: Reader): string {
  switch (value.kind) {
    case 'list':
      return `[${value.items.map((item) => write(item, reader)).join(', ')}]`;
    case 'map': {
      const entries = [...value.entries];
      const named = entries.find(([key]) => /^(Name|Key|ParameterKey)$/i.test(key))?.[1];
      const isNamedSecret = named?.kind === 'literal' && isSecretName(String(named.value));
      const isHidden = (key: string): boolean => isSecretName(key) || (isNamedSecret && /value$/i.test(key));
      return `{${entries.map(([key, entry]) => `${key}: ${isHidden(key) ? HIDDEN : write(entry, reader)}`).join(', ')}}`;
    }
    default:
      return writeText(value, reader);
  }
}

/** `${Key.Arn}`; with the stack before it when that is another one. */
function writeText(value: Value, { stack, naming }: Reader): string {
  const texts = (partsOf(value) ?? []).map((part) => {
    if (typeof part === 'string') return isSecretText(part) ? HIDDEN : part;
    if (part.kind === 'unknown') return `\${${describeUnknown(part)}}`;
    const { resource, attribute } = part;
    const place = resource.stack === stack ? '' : `${resource.stack.name}/`;
    return `\${${place}${naming === 'construct' ? resource.displayName : resource.logicalId}${attribute === undefined ? '' : `.${attribute}`}}`;
  });
  return texts.join('');
}

const SECRET_NAME =
  /passw|passphrase|secret|token|api_?-?key|private_?-?key|access_?-?key|credential|auth_?-?key|connection_?-?string|webhook/i;
/** Names that hold such a word and mean no secret. */
const NO_SECRET =
  /^(ServiceToken|.*(Arn|Policy|Rotation|Enabled|Name|Id|Version|Length|Characters|Type|TTL|Validity)|Secrets?Manager.*|GenerateSecretString|SecretTargetAttachment)$/;

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !NO_SECRET.test(name);
}

const SECRET_TEXTS: readonly RegExp[] = [
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|sk_live_[A-Za-z0-9]{16,}|glpat-[A-Za-z0-9_-]{16,})/,
  /\beyJ[A-Za-z0-9_-]{10,300}\.eyJ[A-Za-z0-9_-]{10}/,
  /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]{1,256}:[^\s/@]{1,256}@/i,
];

function isSecretText(text: string): boolean {
  return SECRET_TEXTS.some((pattern) => pattern.test(text)) || isRandom(text);
}

/** A long run of mixed characters that no person wrote. Hashes and ids of one case only are no secrets, nor are words put together. */
function isRandom(text: string): boolean {
  if (!/^[A-Za-z0-9+/_-]{32,}={0,2}$/.test(text) || !/[a-z]/.test(text) || !/[A-Z]/.test(text)) return false;
  const words = text.match(/[A-Z]?[a-z]{3,}/g)?.join('').length ?? 0;
  return (text.match(/[0-9]/g)?.length ?? 0) >= 3 && words < text.length / 2;
}
