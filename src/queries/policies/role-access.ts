import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { oncePerResource } from '../../graph/once-per-resource.js';
import { policiesAbout } from './about.js';
import type { RequestContext } from './conditions.js';
import { type Decision, decide, isAllowed, type Request } from './decide.js';
import type { Maybe } from './maybe.js';
import { boundaryOf, policiesOf } from './of-role.js';
import { equals, type Text } from './pattern.js';
import { type RolePrincipal, rolePrincipal, type ServicePrincipal } from './principal.js';
import { accountText, arnOf } from './texts.js';

/** What a role wants to do, and to what. */
export interface Access {
  readonly action: string;
  /** The ARN of what it is done to: the resource itself, or something in it. */
  readonly to: Text;
  /** The resource that carries a policy; undefined when nothing here declares it. */
  readonly owner: Resource | undefined;
  /** Where it is done, when that is known. */
  readonly region?: string | undefined;
}

export interface Answer {
  /** False for a certain no. */
  readonly isAllowed: Maybe;
  /** The statement that denies it for certain, whatever else allows it. */
  readonly denial?: Property;
  /** The boundary that does not cover it. */
  readonly boundary?: Property;
  /** Whose policy lacks it where the accounts differ. */
  readonly lacks?: 'role' | 'resource';
}

const UNKNOWN: Answer = { isAllowed: undefined };

/**
 * Whether a role that is declared here may do something: in one account its own policies or the resource's are enough, across accounts
 * both are needed, and a boundary limits the role's own.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
export function mayRole(role: Resource, access: Access): Answer {
  const { owner } = access;
  const about = owner === undefined ? [] : policiesAbout(owner);
  const own = policiesOf(role);
  const request = new RoleRequest(role, access);
  const byRole = decide(own ?? [], request);
  const sameAccount = owner === undefined ? true : isOneAccount(role, owner);
  const byResource = about?.length ? decide(about, request.as(rolePrincipal(role, sameAccount !== true))) : decide([], request);
  const denial = byRole.denial ?? byResource.denial;
  if (denial !== undefined) return { isAllowed: false, denial };
  const identity = own === undefined ? orUnknown(byRole) : byRole;
  const resource = about === undefined ? orUnknown(byResource) : byResource;
  if (sameAccount === undefined) {
    // Stacks without an account may go to one.
    return { isAllowed: isAllowed(identity, resource) === false ? false : undefined };
  }
  if (!sameAccount) return overAccounts(identity, resource);
  const boundary = boundaryOf(role);
  const within = boundary === undefined ? undefined : boundary.length === 0 ? true : isAllowed(decide(boundary, request));
  if (within === false && resource.allows === false && identity.allows !== false)
    return { isAllowed: false, boundary: role.property('PermissionsBoundary') };
  const answer = isAllowed(identity, resource);
  return answer === true && within !== true ? UNKNOWN : { isAllowed: answer };
}

function overAccounts(identity: Decision, resource: Decision): Answer {
  const [byRole, byResource] = [isAllowed(identity), isAllowed(resource)];
  if (byRole === false) return { isAllowed: false, lacks: 'role' };
  if (byResource === false) return { isAllowed: false, lacks: 'resource' };
  return { isAllowed: byRole === true && byResource === true ? true : undefined };
}

function orUnknown(decision: Decision): Decision {
  return { ...decision, allows: decision.allows === true ? true : undefined, denies: decision.denies === true ? true : undefined };
}

/** Few statements have conditions, and so few ask for the context. */
class RoleRequest implements Request {
  readonly action: string;
  readonly resource: Text;
  readonly principal: RolePrincipal | undefined;
  readonly #role: Resource;
  readonly #region: string | undefined;

  constructor(role: Resource, { action, to, region }: Pick<Access, 'action' | 'to' | 'region'>, principal?: RolePrincipal) {
    this.action = action;
    this.resource = to;
    this.principal = principal;
    this.#role = role;
    this.#region = region;
  }

  get context(): RequestContext {
    return contextOf(this.#role, this.#region);
  }

  /** The same request, of policies that say whom they are about. */
  as(principal: RolePrincipal): RoleRequest {
    return new RoleRequest(this.#role, { action: this.action, to: this.resource, region: this.#region }, principal);
  }
}

function isOneAccount(one: Resource, other: Resource): Maybe {
  return one.account !== undefined && one.account === other.account ? true : equals(accountText(one), accountText(other));
}

function contextOf(role: Resource, region?: string): RequestContext {
  return region === undefined ? anywhere(role) : new Map([...anywhere(role), ['aws:requestedregion', [region]]]);
}

const anywhere = oncePerResource(
  (role): RequestContext =>
    new Map<string, Text>([
      ['aws:principalarn', arnOf(role)],
      ['aws:principalaccount', accountText(role)],
      ['aws:securetransport', ['true']],
    ]),
);

/**
 * Whether a role may use a key, or assume a role. The policy of the key, and the trust policy of the role, decide: they allow the role, or the
 * account whose policies then allow the role. Sources: https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html
 */
export function mayRoleUseGuarded(role: Resource, access: Access): Answer {
  const { owner } = access;
  const own = policiesOf(role);
  const request = new RoleRequest(role, { action: access.action, to: access.to });
  const identity = own === undefined ? orUnknown(decide([], request)) : decide(own, request);
  // A key without a policy has one that lets the account decide.
  const about = owner === undefined || (owner.type === 'AWS::KMS::Key' && owner.property('KeyPolicy').isAbsent) ? [] : policiesAbout(owner);
  if (about === undefined || about.length === 0) return answerOf(identity, about === undefined ? undefined : isAllowed(identity));
  const directly = decide(about, request.as(rolePrincipal(role, false)));
  const byAccount = decide(about, request.as(rolePrincipal(role, true)));
  const denial = identity.denial ?? directly.denial;
  if (denial !== undefined) return { isAllowed: false, denial };
  if (isAllowed(byAccount) === false) return { isAllowed: false, lacks: 'resource' };
  if (isAllowed(directly) === true) return { isAllowed: true };
  if (directly.allows === false && isAllowed(identity) === false) return { isAllowed: false, lacks: 'role' };
  return UNKNOWN;
}

function answerOf({ denial }: Decision, allowed: Maybe): Answer {
  return denial === undefined ? { isAllowed: allowed } : { isAllowed: false, denial };
}

/** Whether a role trusts a service, so that the service can assume it for a resource of this account. */
export function trusts(role: Resource, service: string, { account }: Pick<Resource, 'account'>): Maybe {
  const policies = policiesAbout(role);
  if (policies === undefined) return undefined;
  return isAllowed(decide(policies, new AssumeRequest(role, service, account)));
}

/** A trust policy names no resource, and few have conditions. */
class AssumeRequest implements Request {
  readonly action = 'sts:AssumeRole';
  readonly principal: ServicePrincipal;
  readonly #role: Resource;
  readonly #account: string | undefined;

  constructor(role: Resource, service: string, account: string | undefined) {
    this.principal = { kind: 'service', service };
    this.#role = role;
    this.#account = account;
  }

  get resource(): Text {
    return arnOf(this.#role);
  }

  /** A service that does not send its account does not meet the condition either. */
  get context(): RequestContext {
    return new Map(this.#account === undefined ? [] : [['aws:sourceaccount', [this.#account]]]);
  }
}
