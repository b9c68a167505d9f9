import type { Admission } from '../../facts/admission/admission.js';
import { ADMISSIONS } from '../../facts/admission/index.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { placesAt } from '../region-of.js';
import { policiesAbout } from './about.js';
import { decide, isAllowed } from './decide.js';
import { mayInvoke } from './function-permissions.js';
import type { Maybe } from './maybe.js';
import { ANYTHING, equals, type Text, wholeOf } from './pattern.js';
import type { ServicePrincipal } from './principal.js';
import { type Policy, policyAt } from './statement.js';
import { accountText, arnOf, textAt } from './texts.js';

/** A policy that does not let a service in, and the places that need it. */
export interface Rejection {
  readonly row: Admission;
  readonly callee: Resource;
  readonly lacks: 'policy' | 'key-policy' | 'managed-key';
  readonly action: string;
  readonly places: readonly Property[];
}

/** What does not let a service in for certain: one entry for each callee and cause, by the first caller. */
export function rejectionsOf(caller: Resource): readonly Rejection[] {
  return caller.graph.memo(allRejections).get(caller.base) ?? [];
}

function allRejections(graph: ResourceGraph): ReadonlyMap<Resource, readonly Rejection[]> {
  const groups = new Map<string, Rejection & { readonly places: Property[] }>();
  for (const [type, rows] of ADMISSIONS) {
    for (const caller of graph.certainResourcesOfType(type)) {
      for (const row of rows) {
        for (const place of placesAt(caller, row.path)) {
          const callee = place.target(row.callee);
          if (callee?.existence !== 'certain' || hasRole(place, row)) continue;
          const lack = lackOf(caller, callee, row);
          if (lack === undefined) continue;
          const key = `${callee.id} ${row.service} ${lack.lacks} ${lack.action}`;
          const group = groups.get(key);
          if (group === undefined) groups.set(key, { row, callee, ...lack, places: [place] });
          else group.places.push(place);
        }
      }
    }
  }
  const byCaller = new Map<Resource, Rejection[]>();
  for (const rejection of groups.values()) {
    const first = (rejection.places[0] as Property).resource.base;
    byCaller.set(first, [...(byCaller.get(first) ?? []), rejection]);
  }
  return byCaller;
}

/** Beside the ARN, a target may name the role with which the service calls. */
function hasRole(place: Property, { role }: Admission): boolean {
  return role !== undefined && !place.resource.property(...place.path.slice(1, -1), role).isAbsent;
}

function lackOf(caller: Resource, callee: Resource, row: Admission): Pick<Rejection, 'lacks' | 'action'> | undefined {
  const context = new Map<string, Text>([['aws:securetransport', ['true']]]);
  const source = sourceOf(caller, row);
  if (source !== undefined) context.set('aws:sourcearn', source);
  // The account of the caller where the service sends its ARN.
  if (source !== undefined) for (const key of ['aws:sourceaccount', 'aws:sourceowner']) context.set(key, accountText(caller));
  const principal: ServicePrincipal = { kind: 'service', service: row.service };
  const asks = (policies: readonly Policy[] | undefined, action: string, resource: Text): Maybe =>
    policies === undefined ? undefined : isAllowed(decide(policies, { action, principal, resource, context }));

  if (callee.type === 'AWS::Lambda::Function') {
    return mayInvoke(callee, row.service, source) === false ? { lacks: 'policy', action: row.actions[0] ?? '' } : undefined;
  }
  const policies = policiesAbout(callee);
  const isDefault =
    policies?.length === 0 && row.defaultPolicyAdmits === true && equals(accountText(caller), accountText(callee)) !== false;
  const action = row.actions.find((needed) => asks(policies, needed, resourceOf(callee, needed)) === false);
  if (action !== undefined && !isDefault) return { lacks: 'policy', action };
  return keyLack(callee, row, (policy, needed, key) => asks(policy, needed, key));
}

function keyLack(
  callee: Resource,
  { key = [] }: Admission,
  asks: (policies: readonly Policy[], action: string, key: Text) => Maybe,
): Pick<Rejection, 'lacks' | 'action'> | undefined {
  const property = callee.property('KmsMasterKeyId');
  if (key[0] === undefined || property.isAbsent) return undefined;
  if (/(?:^|:)alias\/aws\//.test(property.text ?? '')) return { lacks: 'managed-key', action: key[0] };
  const declared = property.target('AWS::KMS::Key');
  // The default policy of a key lets the account decide, and no service in.
  if (declared?.existence !== 'certain' || declared.property('KeyPolicy').isAbsent) return undefined;
  const policy = policyAt(declared.property('KeyPolicy'));
  const action = key.find((needed) => asks([policy], needed, arnOf(declared)) === false);
  return action === undefined ? undefined : { lacks: 'key-policy', action };
}

/** What stands in the bucket for actions on objects. */
function resourceOf(callee: Resource, action: string): Text {
  return action.endsWith('Object') ? [...arnOf(callee), '/', ANYTHING] : arnOf(callee);
}

function sourceOf(caller: Resource, { from }: Admission): Text | undefined {
  if (from === undefined) return undefined;
  // The ARN of a rule on another bus holds the name of the bus.
  if (from === 'caller') return caller.hasProperty('EventBusName') ? undefined : arnOf(caller);
  const property = caller.property(from);
  const bucket = property.target('AWS::S3::Bucket');
  if (bucket !== undefined) return arnOf(bucket);
  const text = textAt(property);
  return from === 'BucketName' && wholeOf(text) !== undefined ? ['arn:aws:s3:::', ...text] : text;
}
