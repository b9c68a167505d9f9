import { expect, it } from 'vitest';
import check from '../../../checks/cognito/client-name-unknown.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const of = (type: string, Properties: JsonObject): JsonObject => ({ Type: `AWS::Cognito::${type}`, Properties });
const UserPoolId: JsonObject = { Ref: 'Pool' };
const server = (Identifier: unknown, ...scopes: readonly string[]): JsonObject =>
  of('UserPoolResourceServer', {
    UserPoolId,
    Identifier,
    Scopes: scopes.map((ScopeName) => ({ ScopeName, ScopeDescription: 'x' })),
  } as JsonObject);
const provider = (ProviderName: unknown, pool: unknown = UserPoolId): JsonObject =>
  of('UserPoolIdentityProvider', { UserPoolId: pool, ProviderName, ProviderType: 'OIDC' } as JsonObject);
const found = (client: object, beside: JsonObject = {}) =>
  findingsIn(
    {
      Login: {
        region: 'eu-west-1',
        parameters: { Name: { Type: 'String' } },
        resources: { Pool: of('UserPool', {}), ...beside, Client: of('UserPoolClient', { UserPoolId, ...client } as JsonObject) },
      },
    },
    check,
  ).map(({ severity, propertyPath, message }) => `${severity} ${propertyPath} ${message}`);

it('reports a scope that no resource server has', () => {
  expect(found({ AllowedOAuthScopes: ['openid', 'orders/write'] }, { Server: server('orders', 'read') })).toEqual([
    'error AllowedOAuthScopes.1 No scope of Pool in this app has the name orders/write: "ScopeDoesNotExistException: Invalid scope requested: orders/write".',
  ]);
});

it('reports a provider that the pool does not have', () => {
  expect(
    found(
      { SupportedIdentityProviders: ['COGNITO', 'Google'] },
      { Another: of('UserPool', {}), Other: provider('Google', { Ref: 'Another' }) },
    ),
  ).toEqual([
    'error SupportedIdentityProviders.1 No identity provider of Pool in this app has the name Google: "The provider Google does not exist for User Pool …".',
  ]);
});

it.each<[string, object, JsonObject?]>([
  ['scopes of Cognito', { AllowedOAuthScopes: ['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin'] }],
  ['a scope of a server', { AllowedOAuthScopes: ['https://api.altona.net/read'] }, { Server: server('https://api.altona.net', 'read') }],
  ['a scope by reference', { AllowedOAuthScopes: [{ 'Fn::Sub': '${Server}/read' }] }, { Server: server('orders', 'read') }],
  ['a server whose name is not known', { AllowedOAuthScopes: ['orders/read'] }, { Server: server({ Ref: 'Name' }, 'read') }],
  ['a provider that is declared', { SupportedIdentityProviders: ['COGNITO', 'Okta'] }, { Provider: provider('Okta') }],
  ['a provider whose name is not known', { SupportedIdentityProviders: ['Okta'] }, { Provider: provider({ Ref: 'Name' }) }],
  [
    'a pool that a custom resource knows',
    { SupportedIdentityProviders: ['Okta'] },
    { More: { Type: 'Custom::Saml', Properties: { UserPoolId } } },
  ],
  ['a pool of elsewhere', { UserPoolId: 'eu-west-1_AbCdEfGhI', SupportedIdentityProviders: ['Okta'] }],
])('ignores %s', (_, client, beside) => {
  expect(found(client, beside)).toEqual([]);
});
