import { isCustomResource } from '../../facts/custom-resources.js';
import { parseJsonText } from '../evaluate/json-text.js';
import { parseArn } from '../model/arn.js';
import type { Property } from '../model/property.js';
import type { Resource } from '../model/resource.js';
import { ABSENT, type MapValue, type Value } from '../model/value.js';

/** What a custom resource calls when it is created, updated or deleted. */
export type SdkEvent = 'Create' | 'Update' | 'Delete';

/**
 * A call of an AWS service that `AwsCustomResource` writes as JSON into its properties.
 * Source: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.custom_resources.AwsSdkCall.html
 */
export interface SdkCall {
  readonly event: SdkEvent;
  /** The property with the JSON. */
  readonly at: Property;
  /** In lower case, without the name of the package: `ssm`. */
  readonly service: string;
  /** As the API writes it, with a small letter: `getParameter`. */
  readonly action: string;
  readonly parameters: MapValue;
  /** Where the service is called: the stack's region unless the call names one. Undefined when it is not known. */
  readonly region: string | undefined;
  /** Whether the call names a region. */
  readonly hasRegion: boolean;
  /** Whether the resource is made even when the call fails. */
  readonly mayFail: boolean;
  /** The fields of the response that become attributes, by how they begin; all of them when it is undefined. */
  readonly outputPaths: readonly string[] | undefined;
  /** The account of the role that the handler assumes, or the stack's. */
  readonly account: string | undefined;
}

const EVENTS: readonly SdkEvent[] = ['Create', 'Update', 'Delete'];

/** The calls of a custom resource, whatever its type is called; none when it is no `AwsCustomResource`. */
export function sdkCallsOf(resource: Resource): readonly SdkCall[] {
  if (!isCustomResource(resource.type)) return [];
  return EVENTS.flatMap((event) => {
    if (!resource.hasProperty(event)) return [];
    const at = resource.property(event);
    // An object is the call itself, as versions before 1.57 of the CDK wrote it.
    const json = resource.graph.evaluator.shared(`${resource.id} ${event}`, () => {
      const { value } = at;
      return value.kind === 'map' ? value : (parseJsonText(value) ?? ABSENT);
    });
    const call = json.kind === 'map' ? toCall(event, at, json) : undefined;
    return call === undefined ? [] : [call];
  });
}

function toCall(event: SdkEvent, at: Property, json: MapValue): SdkCall | undefined {
  const [service, action] = [textAt(json, 'service'), textAt(json, 'action')];
  if (service === undefined || action === undefined) return undefined;
  const parameters = json.entries.get('parameters');
  const [region, role] = [json.entries.get('region'), json.entries.get('assumedRoleArn')];
  const { stack } = at.resource;
  return {
    event,
    at,
    service: service.replace(/^@aws-sdk\/client-/, '').toLowerCase(),
    action: action.replace(/Command$/, '').replace(/^./, (letter) => letter.toLowerCase()),
    parameters: parameters?.kind === 'map' ? parameters : { kind: 'map', entries: new Map() },
    region: region === undefined ? stack.environment.region : textOf(region),
    hasRegion: region !== undefined,
    mayFail: json.entries.has('ignoreErrorCodesMatching'),
    outputPaths: pathsOf(json),
    account: role === undefined ? stack.environment.account : parseArn(role)?.account,
  };
}

/** `outputPath` is the old name of one. */
function pathsOf({ entries }: MapValue): readonly string[] | undefined {
  const [one, several] = [textOf(entries.get('outputPath')), entries.get('outputPaths')];
  if (one !== undefined) return [one];
  const texts = several?.kind === 'list' ? several.items.map(textOf) : [];
  const known = texts.filter((text) => text !== undefined);
  return known.length === 0 || known.length < texts.length ? undefined : known;
}

/** A text of a call's parameters; undefined when it is absent or not known. */
export function textAt({ entries }: MapValue, key: string): string | undefined {
  return textOf(entries.get(key));
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'literal' ? String(value.value) : undefined;
}
