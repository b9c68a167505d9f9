import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { isCustomResource } from '../../src/facts/custom-resources.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';

const app = (scope: string) => ({
  Login: stack('us-east-1', {
    Users: resource('AWS::Cognito::UserPool', {}),
    Orders: resource('AWS::Cognito::UserPoolResourceServer', {
      UserPoolId: { Ref: 'Users' },
      Identifier: 'orders',
      Name: 'orders',
      Scopes: [{ ScopeName: 'read', ScopeDescription: 'Read orders' }],
    }),
    Client: {
      ...resource('AWS::Cognito::UserPoolClient', {
        UserPoolId: { Ref: 'Users' },
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['client_credentials'],
        AllowedOAuthScopes: [scope],
        GenerateSecret: true,
      }),
      DependsOn: 'Orders',
    },
  }),
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
const SCOPES: ReadonlySet<string> = new Set(['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin']);

export default defineCheck({
  id: 'cognito/client-name-unknown',
  title: 'User pool client names a scope or identity provider that the user pool does not have',
  severity: 'error',
  types: ['AWS::Cognito::UserPoolClient'],
  docs: {
    why: 'Cognito looks up the scopes and identity providers of a client when it creates the client: "Invalid scope requested", "The provider … does not exist for User Pool …". The user pool is created here, and nothing here gives it a resource server with this scope, or a provider of this name.',
    fix: "Declare it: `userPool.addResourceServer('Orders', { identifier: 'orders', scopes: [readScope] })` and `OAuthScope.resourceServer(server, readScope)`, or `new cognito.UserPoolIdentityProviderGoogle(…)`.",
    sources: [
      'https://github.com/aws/aws-cdk/issues/10676',
      'https://github.com/awsdocs/aws-cloudformation-user-guide/issues/564',
      'https://github.com/lgallard/terraform-aws-cognito-user-pool/pull/72',
    ],
    templateFix: 'Declare the `AWS::Cognito::UserPoolResourceServer` with the scope, or the `AWS::Cognito::UserPoolIdentityProvider`.',
    bad: app('get-orders'),
    good: app('orders/read'),
  },
  *resource(client, { graph }) {
    const pool = client.property('UserPoolId').target('AWS::Cognito::UserPool');
    if (pool === undefined || graph.mayLackResources([client.stack]) || isGivenAway(pool)) return;
    const severity = rootStackOf(pool.stack) === rootStackOf(client.stack) ? 'error' : 'warning';
    const problem = (at: Property, what: string, answer: string): Problem => ({
      at,
      severity,
      message: `No ${what} of ${pool.displayNameFrom(client)} in this app has the name ${at.text}: "${answer}".`,
      related: [{ at: pool, message: 'The user pool.' }],
    });
    const [scopes, providers] = [scopesOf(pool), providersOf(pool)];
    for (const at of client.property('AllowedOAuthScopes').items ?? [])
      if (at.text !== undefined && scopes !== undefined && !SCOPES.has(at.text) && !scopes.has(at.text))
        yield problem(at, 'scope', `ScopeDoesNotExistException: Invalid scope requested: ${at.text}`);
    for (const at of client.property('SupportedIdentityProviders').items ?? [])
      if (at.text !== undefined && providers !== undefined && at.text !== 'COGNITO' && !providers.has(at.text))
        yield problem(at, 'identity provider', `The provider ${at.text} does not exist for User Pool …`);
  },
});

/** A custom resource that knows the pool may add to it, other than that with which the CDK reads the secret of a client. */
function isGivenAway(pool: Resource): boolean {
  return pool.graph
    .linksTo(pool.base)
    .some(({ from }) => isCustomResource(from.type) && from.type !== 'Custom::DescribeCognitoUserPoolClient');
}

/** What the declared resources of a type for a pool have; undefined when it is not known of one. */
function ofPool(
  pool: Resource,
  type: string,
  namesOf: (part: Resource) => readonly (string | undefined)[],
): ReadonlySet<string> | undefined {
  const names = pool.graph
    .resourcesOfType(type)
    .filter((part) => isOf(part, pool))
    .flatMap(namesOf);
  return names.includes(undefined) ? undefined : new Set(names as readonly string[]);
}

/** A pool that is not known may be this one. */
function isOf(part: Resource, pool: Resource): boolean {
  const at = part.property('UserPoolId');
  return at.isUnknown || at.target('AWS::Cognito::UserPool')?.base === pool.base;
}

function providersOf(pool: Resource): ReadonlySet<string> | undefined {
  return ofPool(pool, 'AWS::Cognito::UserPoolIdentityProvider', (provider) => [provider.property('ProviderName').text]);
}

function scopesOf(pool: Resource): ReadonlySet<string> | undefined {
  return ofPool(pool, 'AWS::Cognito::UserPoolResourceServer', (server) => {
    const identifier = server.property('Identifier').text;
    const scopes = server.property('Scopes').items?.map((scope) => scope.get('ScopeName').text);
    return scopes === undefined || identifier === undefined ? [undefined] : scopes.map((scope) => scope && `${identifier}/${scope}`);
  });
}
