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

/** A resource of an example. */
export function resource<const Properties extends object>(Type: string, properties: Properties) {
  return { Type, Properties: properties };
}
