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

/** `!Ref Function.Alias` and the like, by the logical IDs of what was generated. */
function renamed(value: Json, names: ReadonlyMap<string, string>): Json {
  if (Array.isArray(value)) return value.map((item: Json) => renamed(item, names));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'Ref' && typeof item === 'string' ? (names.get(item) ?? item) : renamed(item, names),
    ]),
  );
}
