import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';

/**
 * `arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/login-??????`: the end is made up by Secrets Manager. Containers may add the
 * key of a field, a stage and a version.
 */
const SECRET = /^arn:[a-z-]+:secretsmanager:([a-z0-9-]+):(\d{12}):secret:([^:]+?)(?:-(?:\?{6}|[A-Za-z0-9]{6}))?\*?(?::[^:]*){0,3}$/;

/** The secret that a text names by its ARN, whole or in part. */
export function secretAt({ text, resource }: Property): Resource | undefined {
  const [, region, account, name = ''] = SECRET.exec(text ?? '') ?? [];
  return account === undefined ? undefined : resource.graph.names.find(name, ['AWS::SecretsManager::Secret'], { account, region });
}
