import { isObject, own } from '../../assembly/json.js';
import type { Json, JsonObject } from '../../assembly/model.js';
import { compact, UNKNOWN } from './draft.js';

/**
 * The role that SAM makes for a function or a state machine without one.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
export function roleFor(service: string, name: string, managed: readonly Json[], properties: JsonObject): JsonObject {
  const policies = [own(properties, 'Policies') ?? []].flat() as readonly Json[];
  const documents = policies.filter((policy) => isObject(policy) && !isReference(policy));
  return compact({
    AssumeRolePolicyDocument: own(properties, 'AssumeRolePolicyDocument') ?? {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: [service] }, Action: ['sts:AssumeRole'] }],
    },
    ManagedPolicyArns: [...managed, ...policies.filter((policy) => !documents.includes(policy)).map(toManaged)],
    Policies: documents.map((document, index) => ({
      PolicyName: `${name}Policy${index}`,
      PolicyDocument: toDocument(document as JsonObject),
    })),
    PermissionsBoundary: own(properties, 'PermissionsBoundary'),
    Path: own(properties, 'RolePath'),
  });
}

/** A name alone is that of a policy of AWS. */
function toManaged(policy: Json): Json {
  return typeof policy === 'string' && !policy.startsWith('arn:') ? managedPolicy(policy) : policy;
}

export function managedPolicy(name: string): Json {
  return { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` };
}

/** SAM has 80 templates of policies (`DynamoDBCrudPolicy`), whose statements are its own. */
function toDocument(policy: JsonObject): JsonObject {
  return Object.hasOwn(policy, 'Statement') ? policy : { Version: '2012-10-17', Statement: UNKNOWN };
}

function isReference(policy: JsonObject): boolean {
  const [key, ...others] = Object.keys(policy);
  return others.length === 0 && (key === 'Ref' || key?.startsWith('Fn::') === true);
}
