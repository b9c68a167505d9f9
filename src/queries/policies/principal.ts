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

/** Whom a statement is about. */
export interface Principals {
  /** The same for every principal: everybody, nobody, or not known. */
  readonly all: Maybe;
  readonly kinds: readonly PrincipalsOfKind[];
}

interface PrincipalsOfKind {
  /** `Service`, `AWS`, `Federated`, `CanonicalUser`. */
  readonly kind: string;
  /** Undefined when it is not known which there are. */
  readonly named: readonly Named[] | undefined;
}

interface Named {
  readonly text: Text;
  /** Undefined when a part of it is not known. */
  readonly whole: string | undefined;
  /** Whether a part of it is known to nobody here; a reference is known. */
  readonly isUnknown: boolean;
}

/** An exclusion is not decided. */
export function principalsOf(statement: Property): Principals {
  const place = statement.get('Principal');
  if (place.isAbsent) return { all: statement.get('NotPrincipal').isAbsent ? false : undefined, kinds: [] };
  const { entries } = place;
  if (entries === undefined) return { all: place.text === undefined ? undefined : place.text === '*', kinds: [] };
  return { all: false, kinds: entries.map(([kind, value]) => ({ kind, named: value.items?.map(namedAt) })) };
}

function namedAt(item: Property): Named {
  const text = textAt(item);
  return { text, whole: wholeOf(text), isUnknown: item.isUnknown };
}

/**
 * Whether the principals of a statement include one.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function includes({ all, kinds }: Principals, principal: Principal): Maybe {
  if (kinds.length === 0) return all;
  return anyOf(kinds, ({ kind, named }) => (named === undefined ? undefined : anyOf(named, (one) => isMeant(kind, one, principal))));
}

function isMeant(kind: string, named: Named, principal: Principal): Maybe {
  if (named.whole === '*') return true;
  if (kind === 'Service') return principal.kind === 'service' && isService(named, principal.service);
  if (kind === 'AWS') return isIdentity(named, principal);
  // A canonical user is an account, or an identity of CloudFront.
  return kind === 'CanonicalUser' && (principal.kind === 'role' || principal.accounts === 'unlisted') ? undefined : false;
}

/** Also with a region (`sns.ap-east-1.amazonaws.com`) and in other partitions. */
function isService({ text: [first], whole }: Named, service: string): Maybe {
  if (typeof first !== 'string') return undefined;
  const wanted = `${service}.`;
  if (first.startsWith(wanted)) return true;
  return whole === undefined && wanted.startsWith(first) ? undefined : false;
}

/** Accounts of tests have fewer digits. */
const ROOT = /^(?:arn:aws:iam::([^:/]+):root|(\d{12}))$/;

function isIdentity(named: Named, principal: Principal): Maybe {
  const { text, whole } = named;
  const account = accountIn(named);
  if (principal.kind === 'service') {
    return isAccountOfService(account, named, principal);
  }
  if (account !== undefined) return principal.byAccount ? equals(account, principal.account) : false;
  // `AROA…`: of an identity that is gone, or not known by name.
  if (whole !== undefined && !whole.startsWith('arn:')) return undefined;
  const session = /^arn:aws:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(whole ?? '');
  return session === null ? covers(text, principal.arn) : covers([`arn:aws:iam::${session[1]}:role/*${session[2]}`], principal.arn);
}

function isAccountOfService(account: Text | undefined, { isUnknown }: Named, { accounts }: ServicePrincipal): Maybe {
  if (accounts === 'unlisted') return undefined;
  if (account === undefined) return isUnknown ? undefined : false;
  const whole = wholeOf(account);
  return accounts === undefined ? false : whole === undefined ? undefined : accounts.includes(whole);
}

/** The accounts, roles and users that the statements of a policy document name, each where it is written. */
export function identitiesIn(document: Property): readonly Property[] {
  return (document.get('Statement').items ?? []).flatMap((statement) => statement.get('Principal', 'AWS').items ?? []);
}

/** The accounts of a statement's principals, as far as they are written out: whole accounts, and those of roles and users. */
export function accountsIn(statement: Property): readonly { readonly at: Property; readonly account: string }[] {
  return (statement.get('Principal', 'AWS').items ?? []).flatMap((at) => {
    const account = writtenAccount(at);
    return account === undefined ? [] : [{ at, account }];
  });
}

/** The account that is written in a principal: as a whole, or of a role or user. */
export function writtenAccount(principal: Property): string | undefined {
  const { text, arn } = principal;
  const account = text !== undefined && ACCOUNT.test(text) ? text : arn?.account;
  return account !== undefined && ACCOUNT.test(account) ? account : undefined;
}

const ACCOUNT = /^\d{12}$/;

/** The account that a principal names as a whole: `111122223333`, `arn:aws:iam::111122223333:root`. */
function accountIn({ text, whole }: Named): Text | undefined {
  const written = ROOT.exec(whole ?? '');
  const known = written?.[1] ?? written?.[2];
  if (known !== undefined) return [known];
  const [first, account, last] = text;
  if (first === 'arn:aws:iam::' && typeof account === 'object' && last === ':root') return [account];
  return undefined;
}
