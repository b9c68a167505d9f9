/** A JSON value as it stands in a template. Objects may have own keys such as `__proto__`: read them with `Object.hasOwn` only. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}
