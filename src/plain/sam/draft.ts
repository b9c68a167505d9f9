import { isObject, own, ownObject, ownString } from '../../assembly/json.js';
import type { Json, JsonObject, ResourceDeclaration } from '../../assembly/model.js';

/** A resource before its transformation, with the globals of its kind merged in. */
export interface SamResource {
  readonly logicalId: string;
  readonly raw: JsonObject;
  readonly properties: JsonObject;
}

/** The resources of a template while SAM's are replaced. */
export class SamDraft {
  readonly resources: Map<string, ResourceDeclaration>;
  /** What of SAM's resources is not followed: more may be created than is known. */
  readonly open: string[] = [];
  /** What `!Ref Function.Alias` stands for, by the text. */
  readonly referable = new Map<string, string>();

  /** The stages of APIs. */
  readonly stages = new Map<string, Json>();
  /** A section of `Globals`. */
  readonly globals: (section: string) => JsonObject;

  constructor(resources: ReadonlyMap<string, ResourceDeclaration>, globals: (section: string) => JsonObject) {
    this.resources = new Map(resources);
    this.globals = globals;
  }

  /** Puts a resource in the place of SAM's, or beside it. `from` is where the template asks for it, below `Resources`. */
  add(logicalId: string, type: string, properties: JsonObject, { raw, from }: Source): void {
    const attributes = Object.fromEntries(
      ATTRIBUTES.flatMap((name) => (Object.hasOwn(raw, name) ? [[name, raw[name] as Json] as const] : [])),
    );
    const [owner, ...steps] = from;
    const isOwn = owner === logicalId && steps.length === 0;
    // The names of the properties are mostly those that the template has.
    const kept = isOwn ? raw : attributes;
    const declaration = { type, raw: { ...kept, Type: type, Properties: properties } };
    this.resources.set(logicalId, isOwn ? declaration : { ...declaration, writtenAt: from });
  }
}

/** What SAM passes on to what it generates. */
const ATTRIBUTES = ['Condition', 'DeletionPolicy', 'UpdateReplacePolicy'];

export interface Source {
  readonly raw: JsonObject;
  readonly from: readonly (string | number)[];
}

/** A value that only the transformation knows. */
export const UNKNOWN: JsonObject = { 'Fn::Transform': { Name: 'AWS::Serverless-2016-10-31' } };

/** Those of the properties that have one of these names. */
export function pick(properties: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(properties, name) ? [[name, properties[name] as Json] as const] : [])));
}

/** Without what is undefined. */
export function compact(properties: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** Tags as SAM takes them, as a list. */
export function tagsOf(properties: JsonObject): Json | undefined {
  const tags = own(properties, 'Tags');
  return isObject(tags) ? Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) : tags;
}

export function getAtt(logicalId: string, attribute: string): JsonObject {
  return { 'Fn::GetAtt': [logicalId, attribute] };
}

/** Events with their type and properties, and where they stand. */
export function eventsOf({ logicalId, properties }: SamResource): readonly SamEvent[] {
  return Object.entries(ownObject(properties, 'Events') ?? {}).flatMap(([name, event]) =>
    isObject(event)
      ? [
          {
            name,
            type: ownString(event, 'Type') ?? '',
            properties: ownObject(event, 'Properties') ?? {},
            from: [logicalId, 'Properties', 'Events', name],
          },
        ]
      : [],
  );
}

export interface SamEvent {
  readonly name: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly from: readonly string[];
}
