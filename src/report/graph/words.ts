import type { GraphStack } from '../../graph/document.js';
import { LINK_KINDS } from '../../graph/kinds/kinds.js';
import type { LinkKind } from '../../graph/model/link.js';
import { tableOf } from '../../table-of.js';

/** What else may be unresolved, besides links. */
const OTHER_KINDS: Readonly<Record<string, string>> = tableOf({
  parameter: 'template parameter',
  mapping: 'mapping',
  generator: 'generated resources',
});

const REASONS: Readonly<Record<string, string>> = tableOf({
  parameter: 'the parameter has no value that is certain',
  'pseudo-parameter': 'the account or region of the stack is not set',
  import: 'no stack in this app exports it',
  'stack-output': 'no stack in this app has this output',
  'cross-region-export': 'no stack in this app writes it',
  'nested-output': 'the nested stack has no such output here',
  ssm: 'no stack in this app declares this parameter',
  secret: 'the value is kept elsewhere',
  condition: 'it depends on a condition that is not known',
  lookup: 'the context lookup was not done',
  function: 'only the deployment knows the result',
  mapping: 'the mapping has no such key',
  undeclared: 'the template does not declare it',
  attribute: 'the type has no such attribute',
  'custom-resource': 'only the handler of the custom resource knows it',
  cycle: 'the values need each other',
  limit: 'too deep or too long to follow',
});

export function kindName(kind: string): string {
  return (Object.hasOwn(LINK_KINDS, kind) ? LINK_KINDS[kind as LinkKind].words : own(OTHER_KINDS, kind)) ?? kind;
}

export function reasonInWords(reason: string): string {
  return own(REASONS, reason) ?? reason;
}

function own(names: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined;
}

/** `import ×2, Ref`. */
export function kindsInWords(links: readonly { readonly kind: string }[]): string {
  const kinds = new Map<string, number>();
  for (const { kind } of links) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [...kinds].map(([kind, times]) => (times > 1 ? `${kindName(kind)} ×${times}` : kindName(kind))).join(', ');
}

/** CDK names the one resource of a construct `Resource` or `Default`: its parents say more. Without the stack's own part. */
export function shortPath(constructPath: string | null, stackPath: string | null): string | undefined {
  if (constructPath === null) return undefined;
  const below = constructPath.startsWith(`${stackPath}/`) ? constructPath.slice(`${stackPath}/`.length) : constructPath;
  // What CDK makes of `NestedStack(this, 'Monitoring')`.
  const steps = below.replace(/\.NestedStack\/[^/]+\.NestedStackResource$/, '').split('/');
  if (steps.length > 1 && (steps.at(-1) === 'Resource' || steps.at(-1) === 'Default')) steps.pop();
  return steps.join('/') || undefined;
}

/** `AWS::S3::Bucket` as people say it: `S3 Bucket`. */
export function shortType(type: string): string {
  return type.replace(/^AWS::/, '').replaceAll('::', ' ');
}

/** A nested stack by its construct: CloudFormation makes its name up. */
export function stackLabel({ id, name, constructPath }: GraphStack, parent: GraphStack | undefined): string {
  if (parent === undefined) return name;
  return shortPath(constructPath, parent.constructPath) ?? id.slice(parent.id.length + 1);
}

/** Where stacks are deployed: regions, each account's apart when there are several accounts. */
export class Environments {
  readonly #severalAccounts: boolean;

  constructor(stacks: readonly GraphStack[]) {
    this.#severalAccounts = new Set(stacks.flatMap(({ account }) => account ?? [])).size > 1;
  }

  /** `us-east-1`, or `us-east-1 in 111122223333`. */
  nameOf({ account, region }: Pick<GraphStack, 'account' | 'region'>): string {
    const place = region ?? 'any region';
    return this.#severalAccounts ? `${place} in ${account ?? 'any account'}` : place;
  }
}
