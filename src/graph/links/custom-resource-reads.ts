import type { Environment } from '../../assembly/model.js';
import {
  isCustomResource,
  PARAMETER_KEY,
  REGION_KEY,
  REGIONAL_READERS,
  type RegionalReader,
  VALUE_ATTRIBUTE,
  WRITER_TYPE,
  WRITTEN_KEY,
} from '../../facts/custom-resources.js';
import { parseArn } from '../model/arn.js';
import { isObject } from '../model/json.js';
import type { Resource } from '../model/resource.js';
import type { CustomRead } from '../model/resource-graph.js';
import { literal, type Value } from '../model/value.js';
import { type SdkCall, sdkCallsOf, textAt } from './sdk-calls.js';

/** A parameter that a custom resource writes. */
export interface CustomWrite {
  readonly writer: Resource;
  readonly name: string;
  readonly environment: Environment;
  readonly value: Value;
}

export function readsOf(resource: Resource): readonly CustomRead[] {
  if (!isCustomResource(resource.type)) return [];
  const calls = sdkCallsOf(resource);
  if (calls.length > 0) return readsOfCalls(calls);
  const reader = REGIONAL_READERS[resource.type] ?? readerByNames(resource);
  return reader === undefined ? [] : readsOfReader(resource, reader);
}

/** What `AwsCustomResource` puts into Parameter Store. */
export function writesOf(resource: Resource): readonly CustomWrite[] {
  return sdkCallsOf(resource)
    .filter(({ event, service, action }) => event === 'Create' && service === 'ssm' && action === 'putParameter')
    .flatMap((call) => {
      const [name, value] = [textAt(call.parameters, 'Name'), call.parameters.entries.get('Value')];
      return name === undefined || value === undefined ? [] : [{ writer: resource, name, environment: call, value }];
    });
}

function readsOfCalls(calls: readonly SdkCall[]): readonly CustomRead[] {
  const call = calls.find(({ event }) => event === 'Create') ?? calls.find(({ event }) => event === 'Update');
  if (call === undefined || call.mayFail) return [];
  const { service, action, parameters, at } = call;
  const read = (name: string | undefined, attribute: string): readonly CustomRead[] =>
    name === undefined ? [] : [{ ...named(name, call), kind: 'parameter', path: at.path, returns: (asked) => asked === attribute }];
  if (service === 'ssm' && action === 'getParameter') return read(textAt(parameters, 'Name'), 'Parameter.Value');
  const names = parameters.entries.get('Names');
  if (service === 'ssm' && action === 'getParameters' && names?.kind === 'list')
    return names.items.flatMap((name, index) =>
      read(name.kind === 'literal' ? String(name.value) : undefined, names.items.length > 1 ? `several ${index}` : 'Parameters.0.Value'),
    );
  const stack = textAt(parameters, 'StackName');
  if (service === 'cloudformation' && action === 'describeStacks' && stack !== undefined)
    return [{ kind: 'stack', name: stack, environment: call, path: at.path, returns: () => false }];
  return [];
}

function readsOfReader(resource: Resource, reader: RegionalReader): readonly CustomRead[] {
  const place = reader.parameter ?? reader.path ?? reader.stack ?? '';
  const at = resource.property(place);
  const region = resource.property(reader.region);
  const { text } = at;
  if (text === undefined || text === '') return [];
  const environment = { account: resource.account, region: region.isAbsent ? resource.region : region.text };
  if (reader.stack !== undefined) return [{ kind: 'stack', name: text, environment, path: at.path, returns: () => true }];
  if (reader.path !== undefined) return [{ kind: 'path', name: text, environment, path: at.path, returns: () => true }];
  const returns = (asked: string): boolean => (reader.attribute === undefined ? VALUE_ATTRIBUTE.test(asked) : asked === reader.attribute);
  return [{ ...named(text, environment), kind: 'parameter', path: at.path, returns }];
}

/** A type of the app's own that is given a region and the name of a parameter. */
function readerByNames({ raw, type }: Resource): RegionalReader | undefined {
  const properties = isObject(raw.Properties) ? Object.keys(raw.Properties) : [];
  if (WRITER_TYPE.test(type) || properties.some((key) => WRITTEN_KEY.test(key))) return undefined;
  const region = properties.find((key) => REGION_KEY.test(key));
  const parameter = properties.find((key) => PARAMETER_KEY.test(key));
  return region === undefined || parameter === undefined ? undefined : { region, parameter };
}

/** A name may be the parameter's ARN, which has account and region. */
function named(name: string, environment: Environment): Pick<CustomRead, 'name' | 'environment'> {
  const arn = parseArn(literal(name));
  if (arn?.service !== 'ssm' || arn.resource.kind !== 'literal') return { name, environment };
  return { name: String(arn.resource.value).replace(/^parameter/, ''), environment: { account: arn.account, region: arn.region } };
}
