import { InputError } from '../diagnostic.js';
import { validate } from '../generated/config-validator.js';
import { suggest } from '../suggestion.js';
import { tableOf } from '../table-of.js';
import type { Config } from './config.js';
import type { ParsedText } from './config-text.js';

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

/** Throws one `InputError` with every problem, each with its place and the nearest name, when the value is no configuration. */
export function validateConfig(value: unknown, origin: string, positionOf: ParsedText['positionOf'] = () => undefined): Config {
  if (validate(value)) return value as Config;
  const errors = (validate as { errors?: readonly ValidationError[] | null }).errors ?? [];
  const problems = withoutBranches(errors)
    .map((error) => ({ message: describe(error), position: positionOf(placeOf(error, value)) ?? { line: 0, column: 0 } }))
    .sort((one, other) => one.position.line - other.position.line || one.position.column - other.position.column)
    .map(({ message, position: { line, column } }) => `${origin}${line === 0 ? '' : `:${line}:${column}`}: ${message}`);
  throw new InputError(...new Set(problems.length === 0 ? [`${origin}: is not a configuration`] : problems.slice(0, MAX_PROBLEMS)));
}

const MAX_PROBLEMS = 20;

/** Of a choice one error says that none of its branches fits, the others are about the branches; a value of the wrong type is no choice either. */
function withoutBranches(errors: readonly ValidationError[]): readonly ValidationError[] {
  const decisive = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'enum');
  const decided = new Set(decisive.map(({ instancePath }) => instancePath));
  return errors.filter((error) => decisive.includes(error) || !decided.has(error.instancePath));
}

/** The path to what is wrong: an unknown key stands at itself, a missing one at what lacks it. */
function placeOf({ instancePath, keyword, params }: ValidationError, value: unknown): readonly (string | number)[] {
  const steps = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (keyword === 'additionalProperties') steps.push(String(params.additionalProperty));
  let place: unknown = value;
  return steps.map((step) => {
    const key = Array.isArray(place) ? Number(step) : step;
    place = typeof place === 'object' && place !== null ? (place as Readonly<Record<string | number, unknown>>)[key] : undefined;
    return key;
  });
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
    case 'type':
      return `${subject} must be ${TYPES[String(params.type)] ?? `of type ${String(params.type)}`}`;
    default:
      return `${subject} ${message ?? 'is wrong'}`;
  }
}

const TYPES: Readonly<Record<string, string>> = tableOf({
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'an object',
  string: 'a text',
});

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
