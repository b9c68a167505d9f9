import { InputError } from '../diagnostic.js';
import { validate } from '../generated/config-validator.js';
import type { Config } from './config.js';
import { suggest } from './suggestion.js';

/** The part of ajv's error that is used here. */
interface ValidationError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema?: { readonly properties?: object; readonly description?: string; readonly anyOf?: readonly Choice[] };
  readonly message?: string;
}

interface Choice {
  readonly required?: readonly string[];
}

/** Throws `InputError` with the place and the nearest name when the value is no configuration. */
export function validateConfig(value: unknown, origin: string): Config {
  if (validate(value)) return value as Config;
  const errors = (validate as { errors?: readonly ValidationError[] | null }).errors ?? [];
  // Of a choice the last error tells that none of its branches fits; the first ones are about the branches.
  const error = errors.findLast(({ keyword }) => keyword === 'anyOf') ?? errors[0];
  throw new InputError(`${origin}: ${error === undefined ? 'is no configuration' : describe(error)}`);
}

function describe({ instancePath, keyword, params, parentSchema, message }: ValidationError): string {
  const path = toJsonPath(instancePath);
  const subject = path === '' ? 'the configuration' : `\`${path}\``;
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      return `unknown key \`${path === '' ? key : `${path}.${key}`}\`${suggest(key, Object.keys(parentSchema?.properties ?? {}))}`;
    }
    case 'enum':
      return `${subject} must be one of ${(params.allowedValues as readonly unknown[]).join(', ')}`;
    case 'required':
      return `${subject} has no \`${String(params.missingProperty)}\``;
    case 'anyOf':
      return `${subject} needs ${choices(parentSchema?.anyOf ?? [])}`;
    case 'pattern':
      return `${subject} must match ${String(params.pattern)} (${parentSchema?.description ?? ''})`;
    default:
      return `${subject} ${message ?? 'is wrong'}`;
  }
}

function choices(branches: readonly Choice[]): string {
  return branches.flatMap(({ required = [] }) => required.map((key) => `\`${key}\``)).join(' or ');
}

/** `/checks/s3~1x` as JavaScript would write it: `checks["s3/x"]`. */
function toJsonPath(pointer: string): string {
  const steps = pointer.split('/').slice(1);
  return steps
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : /^[\w$]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
    .join('')
    .replace(/^\./, '');
}
