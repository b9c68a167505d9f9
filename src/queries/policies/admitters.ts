import type { Admission } from '../../facts/admission/admission.js';
import type { Resource } from '../../graph/model/resource.js';
import { policiesAbout } from './about.js';
import { permissionsFor } from './function-permissions.js';
import { asking, invocationOf, resourceOf } from './lacks.js';
import { writersFor } from './log-group-policies.js';

/**
 * The resources whose policies let the service of a row in, for its last action, which most are about. None when it is not known which do,
 * or when the callee itself does.
 */
export function admittersOf(caller: Resource, callee: Resource, row: Admission): readonly Resource[] {
  if (row.callee === 'AWS::Lambda::Function') return permissionsFor(callee, invocationOf(caller, callee, row));
  if (row.callee === 'AWS::Logs::LogGroup') return writersFor(callee, row.service);
  const action = row.actions.at(-1);
  const policies = policiesAbout(callee);
  if (action === undefined || policies === undefined) return [];
  const asks = asking(caller, callee, row);
  const admitting = policies.filter((policy) => asks([policy], action, resourceOf(caller, callee, row, action)) !== false);
  const holders = admitting.map(({ statements }) => statements?.[0]?.at?.resource.base);
  return holders.every((holder) => holder !== undefined && !holder.is(callee)) ? holders.filter((holder) => holder !== undefined) : [];
}
