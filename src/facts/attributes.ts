import { ATTRIBUTES, LIST_ATTRIBUTES } from '../generated/attributes.js';

/** Custom resources return what their handler likes. */
const OPEN_TYPES: ReadonlySet<string> = new Set(['AWS::CloudFormation::CustomResource', 'AWS::CloudFormation::Stack']);

let known: ReadonlyMap<string, string> | undefined;

/** The attributes that `Fn::GetAtt` reads of a type, up to their first dot; undefined when they are not known. */
export function attributesOf(type: string): readonly string[] | undefined {
  known ??= new Map(generated());
  const attributes = OPEN_TYPES.has(type) ? undefined : known.get(type);
  return attributes === undefined ? undefined : attributes === '' ? [] : attributes.split(',');
}

function* generated(): Generator<readonly [type: string, attributes: string]> {
  for (const line of ATTRIBUTES.trim().split('\n')) {
    const [service, ...types] = line.split('|');
    for (const type of types) {
      const [name, attributes = ''] = type.split(' ');
      yield [`${service}::${name}`, attributes];
    }
  }
}

/** Types of the same service that have the attribute: `Endpoint` of a cluster's instance, `FunctionUrl` of a function's URL. */
export function relatedTypesWith(attribute: string, type: string): readonly string[] {
  const service = type.slice(0, type.lastIndexOf('::') + 2);
  attributesOf(type);
  return [...(known?.keys() ?? [])].filter((name) => name.startsWith(service) && attributesOf(name)?.includes(attribute));
}

let lists: ReadonlySet<string> | undefined;

/** Whether an attribute is a list, by the service specification. */
export function isListAttribute(type: string, attribute: string): boolean {
  lists ??= new Set(LIST_ATTRIBUTES.trim().split('\n'));
  return !OPEN_TYPES.has(type) && lists.has(`${type} ${attribute}`);
}
