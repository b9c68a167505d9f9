import { ATTRIBUTES, LIST_ATTRIBUTES } from '../generated/attributes.js';
import { memoizeByKey } from '../memoize.js';

/** Custom resources return what their handler likes. */
const OPEN_TYPES: ReadonlySet<string> = new Set(['AWS::CloudFormation::CustomResource', 'AWS::CloudFormation::Stack']);

// Pure: the pages take the names of the links from the same modules, and leave the table out.
/** The attributes that `Fn::GetAtt` reads of a type, up to their first dot; undefined when they are not known. */
export const attributesOf: (type: string) => readonly string[] | undefined = /* @__PURE__ */ memoizeByKey((type) =>
  OPEN_TYPES.has(type) ? undefined : typesOf(serviceOf(type)).get(type),
);

function serviceOf(type: string): string {
  return type.slice(0, Math.max(0, type.lastIndexOf('::')));
}

/** The types of a service and their attributes: apps have types of a few dozen services out of three hundred. */
const typesOf = /* @__PURE__ */ memoizeByKey((service): ReadonlyMap<string, readonly string[]> => {
  const [, ...written] = lineOf(service).split('|');
  return new Map(
    written.map((type) => {
      const [name, attributes = ''] = type.split(' ');
      return [`${service}::${name}`, attributes === '' ? [] : attributes.split(',')];
    }),
  );
});

function lineOf(service: string): string {
  const start = ATTRIBUTES.indexOf(`\n${service}|`) + 1;
  return start === 0 ? '' : ATTRIBUTES.slice(start, ATTRIBUTES.indexOf('\n', start));
}

/** Types of the same service that have the attribute: `Endpoint` of a cluster's instance, `FunctionUrl` of a function's URL. */
export function relatedTypesWith(attribute: string, type: string): readonly string[] {
  return [...typesOf(serviceOf(type))].flatMap(([name, attributes]) => (attributes.includes(attribute) ? [name] : []));
}

let lists: ReadonlySet<string> | undefined;

/** Whether an attribute is a list, by the service specification. */
export function isListAttribute(type: string, attribute: string): boolean {
  lists ??= new Set(LIST_ATTRIBUTES.trim().split('\n'));
  return !OPEN_TYPES.has(type) && lists.has(`${type} ${attribute}`);
}
