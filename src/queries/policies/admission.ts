import type { Admission, Setting } from '../../facts/admission/admission.js';
import { ADMISSIONS } from '../../facts/admission/index.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { ResourceMap } from '../../graph/model/resource-map.js';
import { placesWith } from '../region-of.js';
import { stepsOf } from '../steps-of.js';
import { admittersOf } from './admitters.js';
import { calleeAt } from './callee-at.js';
import { type Lack, lackOf } from './lacks.js';

/** A policy that does not let a service in, and the places that need it. */
export interface Rejection extends Lack {
  readonly row: Admission;
  readonly callee: Resource;
  readonly places: readonly Property[];
}

/** A place where a service checks a policy at once, and the resources with the policies, all of which may be created only after it. */
export interface LatePermission {
  readonly row: Admission;
  readonly place: Property;
  readonly callee: Resource;
  readonly holders: readonly Resource[];
}

/** Places of a caller that fail while the policy that they need is not there yet. */
export function latePermissionsOf(caller: Resource): readonly LatePermission[] {
  const { graph } = caller;
  return (ADMISSIONS.get(caller.type) ?? [])
    .filter(({ fails, looksAtOnce }) => fails || looksAtOnce)
    .flatMap((row) => callsOf(caller, row))
    .flatMap(({ row, place, callee }) => {
      const holders = admittersOf(caller, callee, row);
      const isLate = holders.length > 0 && !holders.some((holder) => graph.order.createdBefore(holder, caller));
      return isLate ? [{ row, place, callee, holders }] : [];
    });
}

/** What does not let a service in for certain: one entry for each callee and cause, by the first caller. */
export function rejectionsByCaller(graph: ResourceGraph): ReadonlyMap<Resource, readonly Rejection[]> {
  const groups = new Map<string, Rejection & { readonly places: Property[] }>();
  for (const { row, place, callee } of calls(graph)) {
    const lack = lackOf(place.resource, callee, row);
    if (lack === undefined) continue;
    const key = `${callee.id} ${row.service} ${lack.lacks} ${lack.action}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { row, callee, ...lack, places: [place] });
    else group.places.push(place);
  }
  const byCaller = new ResourceMap<Rejection[]>();
  for (const rejection of groups.values()) {
    const first = (rejection.places[0] as Property).resource;
    byCaller.set(first, [...(byCaller.get(first) ?? []), rejection]);
  }
  return byCaller;
}

interface Call {
  readonly row: Admission;
  readonly place: Property;
  readonly callee: Resource;
}

/** All places at which a service calls something that is declared here, without a role. */
function* calls(graph: ResourceGraph): Iterable<Call> {
  for (const [type, rows] of ADMISSIONS) {
    for (const caller of graph.certainResourcesOfType(type)) for (const row of rows) yield* callsOf(caller, row);
  }
}

function callsOf(caller: Resource, row: Admission): readonly Call[] {
  const places = placesWith(caller, row);
  if (places.length === 0 || row.when?.some((setting) => !hasSetting(caller, setting)) === true) return [];
  return places.flatMap((place) => {
    const callee = isCall(place, row) ? calleeAt(place, row) : undefined;
    return callee === undefined || !isMeant(caller, callee, row) ? [] : [{ row, place, callee }];
  });
}

function isMeant(caller: Resource, callee: Resource, { ofOtherAccounts }: Admission): boolean {
  const areKnown = caller.account !== undefined && callee.account !== undefined;
  return ofOtherAccounts !== true || (areKnown && caller.account !== callee.account);
}

function hasSetting(caller: Resource, setting: Setting): boolean {
  const places = placesWith(caller, setting).filter((place) => !place.isAbsent);
  return places.length === 0 ? setting.orAbsent === true : places.some(({ text }) => text?.toLowerCase() === setting.is);
}

/** Beside the ARN, a target may name the role with which the service calls. */
function isCall(place: Property, { role, beside }: Admission): boolean {
  const sibling = (name: string) => place.resource.property(...place.path.slice(1, -1), ...stepsOf(name));
  if (role !== undefined && !sibling(role).isAbsent) return false;
  return beside === undefined || !(sibling(beside).isAbsent || sibling(beside).text === '');
}
