import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { anyOf, type Maybe } from './maybe.js';
import { ANYTHING, covers, equals, type Text, wholeOf } from './pattern.js';
import { accountText, arnOf, textAt } from './texts.js';

/** A service of AWS that calls by itself: S3 for a notification. */
export interface ServicePrincipal {
  readonly kind: 'service';
  /** Without the suffix of its partition: `s3` for `s3.amazonaws.com`. */
  readonly service: string;
  /** Accounts of AWS from which the service calls as well; `unlisted` when it is not known which. */
  readonly accounts?: readonly string[] | 'unlisted' | undefined;
}

/** A role, or what runs with it. */
export interface RolePrincipal {
  readonly kind: 'role';
  readonly arn: Text;
  readonly account: Text;
  /** Whether a statement for the whole account counts: it lets in those whom the account's own policies let out. */
  readonly byAccount: boolean;
}

export type Principal = ServicePrincipal | RolePrincipal;

export function rolePrincipal(role: Resource, byAccount: boolean): RolePrincipal {
  return { kind: 'role', arn: arnOf(role), account: accountText(role), byAccount };
}

/** A role by its ARN, be it declared here or not. */
export function roleAt(place: Property, byAccount: boolean): RolePrincipal {
  const role = place.target('AWS::IAM::Role');
  if (role !== undefined) return rolePrincipal(role, byAccount);
  const account = place.arn?.account;
  return { kind: 'role', arn: textAt(place), account: [account || ANYTHING], byAccount };
}

/**
 * Whether the principals of a statement include one. An exclusion is not decided.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function includes(statement: Property, principal: Principal): Maybe {
  const place = statement.get('Principal');
  if (place.isAbsent) return statement.get('NotPrincipal').isAbsent ? false : undefined;
  const { entries } = place;
  if (entries === undefined) return place.text === undefined ? undefined : place.text === '*';
  return anyOf(entries, ([kind, value]) => {
    const { items } = value;
    return items === undefined ? undefined : anyOf(items, (item) => isMeant(kind, item, principal));
  });
}

function isMeant(kind: string, item: Property, principal: Principal): Maybe {
  if (item.text === '*') return true;
  if (kind === 'Service')
    return principal.kind === 'service' && isService(item.text === undefined ? textAt(item) : [item.text], principal.service);
  if (kind === 'AWS') return isIdentity(item, principal);
  // A canonical user is an account, or an identity of CloudFront.
  return kind === 'CanonicalUser' && (principal.kind === 'role' || principal.accounts === 'unlisted') ? undefined : false;
}

/** Also with a region (`sns.ap-east-1.amazonaws.com`) and in other partitions. */
function isService(text: Text, service: string): Maybe {
  const [first] = text;
  if (typeof first !== 'string') return undefined;
  const wanted = `${service}.`;
  if (first.startsWith(wanted)) return true;
  return wholeOf(text) === undefined && wanted.startsWith(first) ? undefined : false;
}

const ROOT = /^(?:arn:aws:iam::)?(\d{12})(?::root)?$/;

function isIdentity(item: Property, principal: Principal): Maybe {
  const text = textAt(item);
  const account = accountIn(text);
  if (principal.kind === 'service') {
    return isAccountOfService(account, item, principal);
  }
  if (account !== undefined) return principal.byAccount ? equals(account, principal.account) : false;
  const whole = wholeOf(text);
  // `AROA…`: of an identity that is gone, or not known by name.
  if (whole !== undefined && !whole.startsWith('arn:')) return undefined;
  const session = /^arn:aws:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(whole ?? '');
  return session === null ? covers(text, principal.arn) : covers([`arn:aws:iam::${session[1]}:role/*${session[2]}`], principal.arn);
}

function isAccountOfService(account: Text | undefined, item: Property, { accounts }: ServicePrincipal): Maybe {
  if (accounts === 'unlisted') return undefined;
  if (account === undefined) return item.isUnknown ? undefined : false;
  const whole = wholeOf(account);
  return accounts === undefined ? false : whole === undefined ? undefined : accounts.includes(whole);
}

/** The accounts of a statement's principals, as far as they are written out: whole accounts, and those of roles and users. */
export function accountsIn(statement: Property): readonly { readonly at: Property; readonly account: string }[] {
  return (statement.get('Principal', 'AWS').items ?? []).flatMap((at) => {
    const account = at.text === undefined ? at.arn?.account : (/^\d{12}$/.exec(at.text)?.[0] ?? at.arn?.account);
    return account !== undefined && /^\d{12}$/.test(account) ? [{ at, account }] : [];
  });
}

/** The account that a principal names as a whole: `111122223333`, `arn:aws:iam::111122223333:root`. */
function accountIn(text: Text): Text | undefined {
  const whole = wholeOf(text);
  const known = ROOT.exec(whole ?? '')?.[1];
  if (known !== undefined) return [known];
  const [first, account, last] = text;
  if (first === 'arn:aws:iam::' && typeof account === 'object' && last === ':root') return [account];
  return undefined;
}
