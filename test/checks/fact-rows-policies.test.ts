import { describe, expect, it } from 'vitest';
import managedKey from '../../checks/access/managed-key-shared.js';
import managedPolicies from '../../checks/access/managed-policies-quota.js';
import { accountNotAdmitted, roleNotAdmitted } from '../../checks/access/other-accounts.js';
import policySize from '../../checks/access/policy-size.js';
import notShared from '../../checks/access/resource-not-shared.js';
import type { Json, JsonObject } from '../../src/assembly/model.js';
import type { Example } from '../../src/check/example.js';
import { ADMITTED_BY_LIST, ADMITTED_BY_TEXT, type SharedCallee, TO_OTHER_ACCOUNTS } from '../../src/facts/admission/other-accounts.js';
import { SHARED_TYPES } from '../../src/facts/admission/resource-shares.js';
import { USED_BY_ROLES } from '../../src/facts/admission/used-by-roles.js';
import { MANAGED_KEY_SHARING } from '../../src/facts/managed-key-sharing.js';
import { ATTACHED_DOCUMENTS, OWN_DOCUMENTS } from '../../src/facts/policy-documents.js';
import { MANAGED_POLICY_SIZE, POLICY_QUOTAS } from '../../src/facts/policy-quotas.js';
import { findingsIn } from '../support/findings-in.js';
import { messageIn, placesIn } from '../support/places-in.js';
import { propertiesWith } from '../support/put.js';

const OWNER = '482731905566';
const OTHER = '604211987345';
const root = (account: string) => `arn:aws:iam::${account}:root`;
const of = (Type: string, Properties: JsonObject = {}): JsonObject => ({ Type, Properties });
const ref = (Ref: string): JsonObject => ({ Ref });
const arnOf = (id: string, attribute = 'Arn'): JsonObject => ({ 'Fn::GetAtt': [id, attribute] });
const listed = (property: string, value: Json): Json => (property.endsWith('s') ? [value] : value);
const allow = (Principal: JsonObject, actions: readonly string[]): JsonObject => ({
  Effect: 'Allow',
  Principal,
  Action: [...actions],
  Resource: '*',
});

interface Owned {
  readonly resources: JsonObject;
  /** Where the statement stands. */
  readonly place: string;
}

/** `Callee` and the statement about it, in each of the ways that its type has. */
function withStatement(type: string, statement: JsonObject, properties: JsonObject = {}): readonly Owned[] {
  const document: JsonObject = { Version: '2012-10-17', Statement: [statement] };
  if (type === 'AWS::Lambda::Function') {
    const { Principal, Action } = statement as { readonly Principal: { readonly AWS: string }; readonly Action: readonly string[] };
    const permission = of('AWS::Lambda::Permission', { FunctionName: ref('Callee'), Action: Action[0] ?? '', Principal: Principal.AWS });
    return [{ place: 'Permission Principal', resources: { Callee: of(type, properties), Permission: permission } }];
  }
  const own = OWN_DOCUMENTS[type]?.join('.');
  const attached = ATTACHED_DOCUMENTS.filter(({ about }) => about === type).map((row) => ({
    place: `Policy ${row.document}${row.isStatement ? '' : '.Statement.0'}`,
    resources: {
      Callee: of(type, properties),
      Policy: of(row.type, {
        [row.names]: listed(row.names, ref('Callee')),
        [row.document]: row.isStatement ? statement : document,
      }),
    },
  }));
  if (own === undefined) return attached;
  const inside = { Callee: of(type, { ...properties, ...propertiesWith([own, document]) }) };
  return [{ place: `Callee ${own}.Statement.0`, resources: inside }, ...attached];
}

/** The callee in one account, and what uses it in another one. */
function acrossAccounts(callee: JsonObject, value: Json, caller: JsonObject): Example {
  return {
    Callee: { region: 'us-east-1', account: OWNER, resources: callee, outputs: { Out: { Value: value } } },
    Caller: { region: 'us-east-1', account: OTHER, dependencies: ['Callee'], resources: caller },
  };
}
const output = { 'Fn::GetStackOutput': { StackName: 'Callee', OutputName: 'Out', RoleArn: `arn:aws:iam::${OWNER}:role/reader` } };

it.each(Object.entries(MANAGED_KEY_SHARING).flatMap(([type, row]) => row.actions.map((action) => [type, action, row] as const)))(
  'facts/managed-key-sharing: %s %s',
  (type, action, { key, isDefault, alias, answer }) => {
    const encrypted = (id: string | undefined): JsonObject => {
      if (key !== undefined) return id === undefined ? {} : { [key]: id };
      return propertiesWith([
        'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault',
        { SSEAlgorithm: 'aws:kms', ...(id !== undefined && { KMSMasterKeyID: id }) },
      ]);
    };
    const shared = (id: string | undefined) => withStatement(type, allow({ AWS: root(OTHER) }, [action]), encrypted(id));
    const app = ({ resources }: Owned) => ({ App: { region: 'us-east-1', resources } });
    const faults = [...shared(`alias/${alias}`), ...(isDefault ? shared(undefined) : [])];
    expect(faults).not.toEqual([]);
    for (const fault of faults) {
      const [first, ...others] = findingsIn(app(fault), managedKey);
      expect(others).toEqual([]);
      expect(`${first?.logicalId} ${first?.propertyPath}`).toBe(`${fault.place}.Principal.AWS`);
      expect(first).toMatchObject({ severity: 'warning', message: expect.stringContaining(`${alias}: that account gets ${answer}.`) });
    }
    const own = `arn:aws:kms:us-east-1:${OWNER}:key/0c3b1f7a-52d4-4e6b-9a8f-1d2e3c4b5a69`;
    for (const repaired of [...shared(own), ...(isDefault ? [] : shared(undefined))])
      expect(placesIn(managedKey, app(repaired))).toEqual([]);
  },
);

/** What an output of the owner's stack has, by the type of the callee; of an image, its name in the registry. */
const VALUES: Readonly<Record<SharedCallee, Json>> = {
  'AWS::IAM::Role': arnOf('Callee'),
  'AWS::ECR::Repository': 'none',
  'AWS::Events::EventBus': arnOf('Callee'),
  'AWS::Backup::BackupVault': arnOf('Callee', 'BackupVaultArn'),
  'AWS::SQS::Queue': arnOf('Callee'),
  'AWS::SNS::Topic': ref('Callee'),
  'AWS::Lambda::LayerVersion': ref('Callee'),
  'AWS::Lambda::Function': arnOf('Callee'),
  'AWS::Logs::Destination': arnOf('Callee'),
  'AWS::Oam::Sink': arnOf('Callee'),
  'AWS::S3::Bucket': ref('Callee'),
  'AWS::SecretsManager::Secret': ref('Callee'),
  'AWS::EC2::VPCEndpointService': { 'Fn::Sub': 'com.amazonaws.vpce.us-east-1.${Callee}' },
};

describe('facts/other-accounts', () => {
  const rows = Object.entries(TO_OTHER_ACCOUNTS).flatMap(([type, all]) => all.map((row) => [type, row.path, row] as const));
  it.each(rows)('%s %s', (rowType, path, { callee, actions, role, service, answer, fails }) => {
    const type = rowType === 'Custom::*' ? 'Custom::Schedule' : rowType;
    const named = callee === 'AWS::ECR::Repository' ? { RepositoryName: 'shop/charge' } : {};
    const used = callee === 'AWS::ECR::Repository' ? `${OWNER}.dkr.ecr.us-east-1.amazonaws.com/shop/charge:1` : output;
    const caller = {
      Role: of('AWS::IAM::Role', { RoleName: 'worker' }),
      Worker: of('AWS::Lambda::Function', { Role: arnOf('Role') }),
      Caller: of(
        type,
        propertiesWith(
          [path, used],
          ...(role === undefined ? [] : [[role, role.endsWith('Arn') ? arnOf('Role') : ref('Worker')] as const]),
        ),
      ),
    };
    const list = ADMITTED_BY_LIST[callee];
    /** With what lets in a principal, and the service beside it. */
    const admitting = (principal: string, allowed = actions, beside = service): readonly Example[] => {
      const services = beside === undefined ? {} : { Service: `${beside}.amazonaws.com` };
      const inText = ADMITTED_BY_TEXT[callee];
      const statement = { Statement: [allow({ AWS: principal }, allowed)] };
      const owned =
        inText !== undefined
          ? [{ Callee: of(callee, { [inText]: JSON.stringify(statement) }) }]
          : list === undefined
            ? withStatement(callee, allow({ AWS: principal, ...services }, allowed), named).map(({ resources }) => resources)
            : [
                {
                  Callee: of(callee),
                  List: of(list.holder, { [list.about]: ref('Callee'), [list.principals]: listed(list.principals, principal) }),
                },
              ];
      return owned.map((resources) => acrossAccounts(resources, VALUES[callee], caller));
    };
    const roles = role === undefined ? [] : ['worker', 'other'].map((name) => `arn:aws:iam::${OTHER}:role/${name}`);
    const others = actions.length < 2 ? [] : actions.map((missing) => actions.filter((action) => action !== missing));
    const faults = [
      ...admitting(root('718820043961')),
      ...others.flatMap((allowed) => admitting(root(OTHER), allowed)),
      ...roles.slice(1).flatMap((other) => admitting(other)),
    ];
    if (service !== undefined)
      for (const fault of admitting(root(OTHER), actions, 'ecs'))
        expect(messageIn(accountNotAdmitted, fault)).toContain(`does not allow ${service}.amazonaws.com`);
    for (const fault of faults) {
      expect(placesIn(accountNotAdmitted, fault)).toEqual([`${fails ? 'error' : 'warning'} Caller ${path.replaceAll('*', '0')}`]);
      expect(messageIn(accountNotAdmitted, fault)).toContain(`: ${answer}.`);
      expect(messageIn(accountNotAdmitted, fault)).toContain(`does not allow account ${OTHER}`);
    }
    const repaired = [...admitting(root(OTHER)), ...roles.slice(0, 1).flatMap((own) => admitting(own))];
    expect(repaired).not.toEqual([]);
    for (const example of repaired) expect(placesIn(accountNotAdmitted, example)).toEqual([]);
  });
});

it.each(
  SHARED_TYPES.flatMap((row) => Object.entries(row.usedAt).flatMap(([type, paths]) => paths.map((path) => [type, path, row] as const))),
)('facts/resource-shares: %s %s', (type, path, { type: shared, answer }) => {
  const user = { Caller: of(type, propertiesWith([path, output])) };
  const app = (principals?: readonly string[]) => {
    const share = { Name: 's', ResourceArns: [arnOf('Callee')], ...(principals && { Principals: [...principals] }) };
    return acrossAccounts({ Callee: of(shared), ...(principals && { Share: of('AWS::RAM::ResourceShare', share) }) }, ref('Callee'), user);
  };
  for (const fault of [app(), app(['718820043961'])]) {
    expect(placesIn(notShared, fault)).toEqual([`warning Caller ${path.replaceAll('*', '0')}`]);
    expect(messageIn(notShared, fault)).toContain(`No resource share here gives account ${OTHER} the use of`);
    expect(messageIn(notShared, fault)).toContain(`: ${answer}.`);
  }
  const organization = 'arn:aws:organizations::482731905566:organization/o-a1b2c3d4e5';
  for (const principals of [[OTHER], [organization]]) expect(placesIn(notShared, app(principals))).toEqual([]);
});

it.each(Object.entries(USED_BY_ROLES).flatMap(([type, row]) => row.actions.map((action) => [type, action] as const)))(
  'facts/used-by-roles: %s %s',
  (type, Action) => {
    const caller = {
      Role: of('AWS::IAM::Role'),
      Caller: of('AWS::IAM::Policy', {
        Roles: [ref('Role')],
        PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource: output }] },
      }),
    };
    const value = type === 'AWS::SNS::Topic' || type === 'AWS::SecretsManager::Secret' ? ref('Callee') : arnOf('Callee');
    const isInside = Action.startsWith('s3:') && Action.endsWith('Object');
    const arn = 'arn:aws:s3:::exports';
    const [about, beside] = type !== 'AWS::S3::Bucket' ? ['*'] : isInside ? [`${arn}/*`, arn] : [arn, `${arn}/*`];
    const owned = (account: string, Resource = about) =>
      withStatement(
        type,
        { ...allow({ AWS: root(account) }, [Action]), Resource },
        type === 'AWS::S3::Bucket' ? { BucketName: 'exports' } : {},
      );
    const unrelated = beside === undefined ? [] : owned(OTHER, beside);
    for (const { resources } of [...owned('718820043961'), ...unrelated, { resources: { Callee: of(type) } }])
      expect(placesIn(roleNotAdmitted, acrossAccounts(resources, value, caller))).toEqual([
        'warning Caller PolicyDocument.Statement.0.Resource',
      ]);
    expect(owned(OTHER)).not.toEqual([]);
    for (const { resources } of owned(OTHER)) expect(placesIn(roleNotAdmitted, acrossAccounts(resources, value, caller))).toEqual([]);
  },
);

describe('facts/policy-quotas', () => {
  /** A document of so many characters. */
  const sized = (size: number): JsonObject => {
    const document = (Resource: string) => ({ Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource }] });
    return document('x'.repeat(size - JSON.stringify(document('')).length));
  };
  const app = (resources: JsonObject) => ({ App: { region: 'us-east-1', resources } });

  it.each(POLICY_QUOTAS.map((row) => [row.type, row] as const))('inline policies of %s', (type, { list, inlineSize, word }) => {
    const ways = (size: number): readonly (readonly [place: string, resources: JsonObject])[] => [
      ['Identity Policies.0.PolicyDocument', { Identity: of(type, { Policies: [{ PolicyName: 'p', PolicyDocument: sized(size) }] }) }],
      [
        'Inline PolicyDocument',
        { Identity: of(type), Inline: of('AWS::IAM::Policy', { [list]: [ref('Identity')], PolicyDocument: sized(size) }) },
      ],
      [
        'Inline PolicyDocument',
        {
          Identity: of(type),
          Inline: of(`${type}Policy`, { [`${list.slice(0, -1)}Name`]: ref('Identity'), PolicyDocument: sized(size) }),
        },
      ],
    ];
    for (const [place, resources] of ways(inlineSize + 1)) {
      expect(placesIn(policySize, app(resources))).toEqual([`error ${place}`]);
      expect(messageIn(policySize, app(resources))).toContain(`of ${inlineSize} bytes exceeded for ${word}`);
    }
    for (const [, resources] of ways(inlineSize)) expect(placesIn(policySize, app(resources))).toEqual([]);
  });

  it.each(POLICY_QUOTAS.map((row) => [row.type, row] as const))('managed policies of %s', (type, { list, managed, quota }) => {
    const arns = (count: number) => Array.from({ length: count }, (_, index) => `arn:aws:iam::${OWNER}:policy/grants-${index}`);
    const itself = { Attached: of('AWS::IAM::ManagedPolicy', { [list]: [ref('Identity')], PolicyDocument: sized(100) }) };
    const over = app({ Identity: of(type, { ManagedPolicyArns: arns(managed + 1) }) });
    expect(placesIn(managedPolicies, over)).toEqual([`warning Identity ManagedPolicyArns.${managed}`]);
    expect(messageIn(managedPolicies, over)).toContain(`Cannot exceed quota for ${quota}: ${managed}`);
    expect(placesIn(managedPolicies, app({ Identity: of(type, { ManagedPolicyArns: arns(managed) }), ...itself }))).toEqual([
      `warning Attached ${list}.0`,
    ]);
    expect(placesIn(managedPolicies, app({ Identity: of(type, { ManagedPolicyArns: arns(managed) }) }))).toEqual([]);
    expect(placesIn(managedPolicies, app({ Identity: of(type, { ManagedPolicyArns: arns(managed - 1) }), ...itself }))).toEqual([]);
  });

  it('characters of a managed policy', () => {
    const managed = (size: number) => app({ Managed: of('AWS::IAM::ManagedPolicy', { PolicyDocument: sized(size) }) });
    expect(placesIn(policySize, managed(MANAGED_POLICY_SIZE + 1))).toEqual(['error Managed PolicyDocument']);
    expect(placesIn(policySize, managed(MANAGED_POLICY_SIZE))).toEqual([]);
  });
});
