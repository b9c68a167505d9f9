import type { JsonObject } from '../assembly/model.js';

/** A stack of an example: its region, or that and more, and its resources. */
export function stack<const Region extends string, const Resources extends object>(
  region: Region,
  resources: Resources,
): { readonly region: Region; readonly resources: Resources };
export function stack<const Place extends object, const Resources extends object>(
  place: Place,
  resources: Resources,
): Place & { readonly resources: Resources };
export function stack(place: string | object, resources: object): object {
  return { ...(typeof place === 'string' ? { region: place } : place), resources };
}

/** The same, deployed after another one. */
export function stackAfter<const Resources extends object>(before: string, region: string, resources: Resources) {
  return { region, dependencies: [before], resources };
}

/** A stack that hands values to others, by the names of its outputs. */
export function stackWith<const Resources extends object>(outputs: JsonObject, region: string, resources: Resources) {
  return { region, resources, outputs: Object.fromEntries(Object.entries(outputs).map(([name, Value]) => [name, { Value }])) };
}

/** A resource of an example. */
export function resource<const Properties extends object>(Type: string, properties: Properties) {
  return { Type, Properties: properties };
}

/** A policy document of these statements. */
export function policy<const Statements extends readonly JsonObject[]>(...statements: Statements) {
  return { Version: '2012-10-17', Statement: statements };
}

/** What another stack of the example hands on. */
export function outputOf(StackName: string, OutputName: string, Region: string) {
  return { 'Fn::GetStackOutput': { StackName, OutputName, Region } };
}
