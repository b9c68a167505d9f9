import { ADMITTED_BY_LIST, ADMITTED_BY_TEXT, type SharedAdmission, TO_OTHER_ACCOUNTS } from '../../facts/admission/other-accounts.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { ResourceMap } from '../../graph/model/resource-map.js';
import { bucketAt } from '../bucket-settings.js';
import { isHandledByCustomResource } from '../custom-resources.js';
import { placesAt } from '../region-of.js';
import { SECRET, secretAt } from '../secrets.js';
import { policiesAbout } from './about.js';
import { decide, isAllowed } from './decide.js';
import { mayInvokeFrom } from './function-permissions.js';
import type { Maybe } from './maybe.js';
import { ANYTHING, type Text } from './pattern.js';
import { type Principal, rolePrincipal } from './principal.js';
import { hasSeveralAccounts } from './several-accounts.js';
import { objectOfAction } from './texts.js';

/** Something of another account whose policy does not let the caller's account in. */
export interface AccountRejection {
  readonly row: SharedAdmission;
  readonly at: Property;
  readonly callee: Resource;
  /** Who is not let in: `604211987345`, or the service principal `lambda.amazonaws.com`. */
  readonly caller: string;
  readonly action: string;
}

/** What does not let a caller in for certain: the first action of each place that is not allowed. */
export function accountRejectionsOf(caller: Resource): readonly AccountRejection[] {
  if (!caller.graph.memo(hasSeveralAccounts)) return [];
  const rows = [
    ...(TO_OTHER_ACCOUNTS[caller.type] ?? []),
    ...(caller.type.startsWith('Custom::') ? (TO_OTHER_ACCOUNTS['Custom::*'] ?? []) : []),
  ];
  return rows.flatMap((row) => placesAt(caller, row.path).flatMap((at) => rejectionAt(at, row) ?? []));
}

function rejectionAt(at: Property, row: SharedAdmission): AccountRejection | undefined {
  const callee = calleeOf(at, row);
  const { account } = at.resource;
  if (callee?.existence !== 'certain' || account === undefined || callee.account === undefined || callee.account === account)
    return undefined;
  const isAdmitted = admissionOutsideOfPolicies(callee, account);
  if (isAdmitted !== 'by policies')
    return isAdmitted === false ? { row, at, callee, caller: account, action: row.actions[0] ?? '' } : undefined;
  const policies = policiesAbout(callee);
  if (policies === undefined || callee.hasProperty('AccessControl')) return undefined;
  const isRefused = (principal: Principal) => (action: string) =>
    isAllowed(decide(policies, { action, principal, resource: objectOfAction(callee, action), context: new Map() })) === false;
  const action = row.actions.find(isRefused(principalOf(at, row, account)));
  if (action !== undefined) return { row, at, callee, caller: account, action };
  const { service } = row;
  const refused = service === undefined ? undefined : row.actions.find(isRefused({ kind: 'service', service }));
  return refused === undefined ? undefined : { row, at, callee, caller: `${service}.amazonaws.com`, action: refused };
}

/** Whether an account may use what has no policy document of its own. */
function admissionOutsideOfPolicies(callee: Resource, account: string): Maybe | 'by policies' {
  if (Object.hasOwn(ADMITTED_BY_LIST, callee.type)) return isListed(callee, account);
  if (callee.type === 'AWS::Lambda::Function') return mayInvokeFrom(callee, account);
  const property = ADMITTED_BY_TEXT[callee.type];
  return property === undefined ? 'by policies' : isNamedIn(callee.property(property), account);
}

/** A policy may allow the account itself, all of them, or those of an organization. */
function isNamedIn(policy: Property, account: string): Maybe {
  if (policy.isAbsent) return isHandledByCustomResource(policy.resource) ? undefined : false;
  const { text } = policy;
  return text === undefined || text.includes(account) || /"(?:AWS|Principal)"\s*:\s*(?:\[\s*)?"\*"|aws:Principal|NotPrincipal/.test(text)
    ? undefined
    : false;
}

function calleeOf(at: Property, { callee }: SharedAdmission): Resource | undefined {
  if (callee === 'AWS::ECR::Repository') return repositoryOf(at);
  if (callee === 'AWS::S3::Bucket') return bucketAt(at);
  if (callee === SECRET) return secretAt(at);
  if (callee !== 'AWS::EC2::VPCEndpointService') return at.target(callee);
  // `com.amazonaws.vpce.us-east-1.${Service}`
  const [named] = (at.parts ?? []).flatMap((part) => (typeof part !== 'string' && part.kind === 'reference' ? [part.resource] : []));
  return named?.type === callee ? named : undefined;
}

/** Whether a list of principals, in any stack, names the account or something of it. */
function isListed(callee: Resource, account: string): Maybe {
  const row = ADMITTED_BY_LIST[callee.type];
  const { graph } = callee;
  if (row === undefined || graph.mayLackResources() || isHandledByCustomResource(callee)) return undefined;
  const lists = LISTS.get(callee.type);
  const byCallee = lists && graph.memo(lists);
  if (byCallee === undefined) return undefined;
  for (const holder of byCallee.get(callee) ?? []) {
    const principals = holder.property(row.principals).items;
    const isOpen = principals === undefined || (row.orAdmits && !holder.property(row.orAdmits).isAbsent);
    if (isOpen || principals.some(({ text }) => text === undefined || text === '*' || text.includes(account))) return undefined;
  }
  return false;
}

/** The resources that hold such lists, by what they are about; undefined when that is not known of one. */
type Lists = ReadonlyMap<Resource, readonly Resource[]> | undefined;

const LISTS: ReadonlyMap<string, (graph: ResourceGraph) => Lists> = new Map(
  Object.entries(ADMITTED_BY_LIST).map(([callee, row]) => [callee, (graph) => listsAbout(graph, callee, row)]),
);

function listsAbout(graph: ResourceGraph, type: string, { holder, about }: { readonly holder: string; readonly about: string }): Lists {
  const found = new ResourceMap<Resource[]>();
  for (const list of graph.resourcesOfType(holder)) {
    const at = list.property(about);
    const callee = at.target(type);
    if (callee === undefined && at.text === undefined) return undefined;
    if (callee === undefined) continue;
    const lists = found.get(callee) ?? [];
    lists.push(list);
    found.set(callee, lists);
  }
  return found;
}

/** The role that calls, when it is declared here; otherwise something of the account. */
function principalOf({ resource }: Property, { role }: SharedAdmission, account: string): Principal {
  const [place, ...others] = role === undefined ? [] : placesAt(resource, role);
  // Of several tasks it is not known here which one runs the container.
  const named = others.length > 0 ? undefined : place?.target('AWS::IAM::Role', 'AWS::Lambda::Function');
  const caller = named?.type === 'AWS::Lambda::Function' ? named.property('Role').target('AWS::IAM::Role') : named;
  if (caller !== undefined) return rolePrincipal(caller, true);
  const arn: Text = [`arn:aws:iam::${account}:`, ANYTHING];
  return { kind: 'role', arn, account: [account], byAccount: true };
}

/** `111122223333.dkr.ecr.us-east-1.amazonaws.com/orders:1` */
const IMAGE = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([a-z0-9._/-]+)(?:[:@]|$)/;

function repositoryOf(image: Property): Resource | undefined {
  const [, account, region, name = ''] = IMAGE.exec(image.textWith('\n')) ?? [];
  return account === undefined ? undefined : image.resource.graph.names.find(name, ['AWS::ECR::Repository'], { account, region });
}
