import { isObject, ownObject } from '../../assembly/json.js';
import type { Json, JsonObject, Template } from '../../assembly/model.js';
import { tableOf } from '../../table-of.js';
import { expandHttpApi, expandRestApi } from './api.js';
import { SamDraft, type SamResource } from './draft.js';
import { expandFunction } from './function.js';
import { expandApplication, expandLayer, expandSimpleTable, expandStateMachine } from './others.js';

const TRANSFORM = 'AWS::Serverless-2016-10-31';
const PREFIX = 'AWS::Serverless::';

/** The section of `Globals` and the expansion of each type that is followed; others stay as they are, so that nothing is said to be missing. */
const KINDS: Readonly<Record<string, { readonly globals?: string; readonly expand: (draft: SamDraft, resource: SamResource) => void }>> =
  tableOf({
    // APIs first: events name them.
    'AWS::Serverless::Api': { globals: 'Api', expand: expandRestApi },
    'AWS::Serverless::HttpApi': { globals: 'HttpApi', expand: expandHttpApi },
    'AWS::Serverless::SimpleTable': { globals: 'SimpleTable', expand: expandSimpleTable },
    'AWS::Serverless::LayerVersion': { globals: 'LayerVersion', expand: expandLayer },
    'AWS::Serverless::StateMachine': { globals: 'StateMachine', expand: expandStateMachine },
    'AWS::Serverless::Application': { expand: expandApplication },
    'AWS::Serverless::Function': { globals: 'Function', expand: expandFunction },
  });

/**
 * A template of the AWS Serverless Application Model with the resources that its transformation makes, as AWS documents them:
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
export function expandSam(template: Template): Template {
  if (!template.transforms.includes(TRANSFORM)) return template;
  const globals = template.globals ?? {};
  const draft = new SamDraft(template.resources, (section) => ownObject(globals, section) ?? {});
  const declared = [...template.resources].filter(([, { type }]) => type.startsWith(PREFIX));
  for (const [kind, { globals: section, expand }] of Object.entries(KINDS)) {
    for (const [logicalId, { type, raw }] of declared) {
      if (type !== kind) continue;
      const properties = merged(section === undefined ? {} : draft.globals(section), ownObject(raw, 'Properties') ?? {}) as JsonObject;
      expand(draft, { logicalId, raw, properties });
    }
  }
  const rename = draft.referable.size === 0 ? undefined : draft.referable;
  return {
    ...template,
    resources:
      rename === undefined
        ? draft.resources
        : new Map([...draft.resources].map(([id, one]) => [id, { ...one, raw: renamed(one.raw, rename) as JsonObject }])),
    outputs:
      rename === undefined
        ? template.outputs
        : new Map([...template.outputs].map(([name, output]) => [name, renamed(output, rename) as JsonObject])),
    generators: [...template.generators, ...draft.open],
  };
}

/** As SAM merges globals: maps and lists are joined, anything else is replaced. */
function merged(global: Json, local: Json): Json {
  if (isObject(global) && isObject(local) && !isCall(local) && !isCall(global)) {
    const entries = new Map<string, Json>(Object.entries(global));
    for (const [key, value] of Object.entries(local)) {
      const before = entries.get(key);
      entries.set(key, before === undefined ? value : merged(before, value));
    }
    return Object.fromEntries(entries);
  }
  return Array.isArray(global) && Array.isArray(local) ? [...(global as readonly Json[]), ...(local as readonly Json[])] : local;
}

function isCall(object: JsonObject): boolean {
  const keys = Object.keys(object);
  return keys.length === 1 && (keys[0] === 'Ref' || keys[0]?.startsWith('Fn::') === true);
}

/** `!Ref Function.Alias`, `!GetAtt Function.Version.FunctionArn` and `${Function.Alias}`, by the logical IDs of what was generated. */
function renamed(value: Json, names: ReadonlyMap<string, string>): Json {
  if (Array.isArray(value)) return value.map((item: Json) => renamed(item, names));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamedArgument(key, item, names)]));
}

function renamedArgument(key: string, argument: Json, names: ReadonlyMap<string, string>): Json {
  if (key === 'Ref' && typeof argument === 'string') return names.get(argument) ?? argument;
  if (key === 'Fn::GetAtt') return renamedAttribute(argument, names);
  if (key !== 'Fn::Sub') return renamed(argument, names);
  const inText = (text: string) => text.replace(/\$\{([^${}]*)\}/g, (_, name: string) => `\${${renamedPath(name, names) ?? name}}`);
  if (typeof argument === 'string') return inText(argument);
  const [text, variables, ...more] = Array.isArray(argument) ? (argument as readonly Json[]) : [];
  return typeof text === 'string' && variables !== undefined
    ? [inText(text), renamed(variables, names), ...more]
    : renamed(argument, names);
}

/** The dot may be on either side: `[Function, Version.FunctionArn]` is what YAML's short form gives. */
function renamedAttribute(argument: Json, names: ReadonlyMap<string, string>): Json {
  const path = Array.isArray(argument) && argument.every((part) => typeof part === 'string') ? argument.join('.') : argument;
  const full = typeof path === 'string' ? renamedPath(path, names) : undefined;
  if (full === undefined) return renamed(argument, names);
  const dot = full.indexOf('.');
  return dot === -1 ? argument : [full.slice(0, dot), full.slice(dot + 1)];
}

/** `Function.Version.FunctionArn` with the logical ID of the version; undefined when its first two parts name nothing generated. */
function renamedPath(path: string, names: ReadonlyMap<string, string>): string | undefined {
  const end = path.indexOf('.', path.indexOf('.') + 1);
  const name = names.get(end === -1 ? path : path.slice(0, end));
  return name === undefined ? undefined : `${name}${end === -1 ? '' : path.slice(end)}`;
}
