import type { Admission } from '../../facts/admission/admission.js';
import { parseArn } from '../../graph/model/arn.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { literal } from '../../graph/model/value.js';
import { bucketAt } from '../bucket-settings.js';

/** What a place names, of the type that the row says; undefined when nothing here declares it for certain. */
export function calleeAt(place: Property, { callee }: Admission): Resource | undefined {
  if (callee === 'AWS::Lambda::Function') return functionAt(place);
  if (callee === 'AWS::KMS::Key') return keyAt(place);
  if (callee === 'AWS::S3::Bucket') return bucketAt(place);
  const found = place.target(callee) ?? (callee === 'AWS::Logs::LogGroup' ? logGroupIn(place) : undefined);
  return found?.existence === 'certain' ? found : undefined;
}

/** `arn:aws:logs:us-east-1:111122223333:log-group:${LogGroup}`, which is how the CDK writes the ARN of a log group as a target. */
function logGroupIn(place: Property): Resource | undefined {
  const parts = place.parts ?? [];
  const found = parts.flatMap((part, index) => {
    const before = parts[index - 1];
    const isName = typeof before === 'string' && before.endsWith(':log-group:');
    return isName && typeof part !== 'string' && part.kind === 'reference' ? [part.resource] : [];
  });
  return found[0]?.type === 'AWS::Logs::LogGroup' ? found[0] : undefined;
}

const FUNCTIONS = ['AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'];
/** `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:…:function:orders/invocations` */
const INVOCATION = /^[^/]*\/[^/]*\/functions\/(arn:.+)\/invocations$/;

/** The function, alias or version that is invoked: by its ARN, or by the address at which API Gateway invokes it. */
function functionAt(place: Property): Resource | undefined {
  const direct = place.target(...FUNCTIONS);
  const inner = INVOCATION.exec(place.text ?? '')?.[1];
  const written = inner === undefined ? undefined : parseArn(literal(inner));
  const references = (place.parts ?? []).flatMap((part) =>
    typeof part !== 'string' && part.kind === 'reference' && FUNCTIONS.includes(part.resource.type) ? [part.resource] : [],
  );
  const found = direct ?? (written === undefined ? references[0] : place.resource.graph.names.findArn(written, FUNCTIONS));
  return found?.existence === 'certain' && references.length <= 1 ? found : undefined;
}

export function keyAt(place: Property): Resource | undefined {
  const named = place.target('AWS::KMS::Key', 'AWS::KMS::Alias');
  const key = named?.type === 'AWS::KMS::Alias' ? named.property('TargetKeyId').target('AWS::KMS::Key') : named;
  return key?.existence === 'certain' ? key : undefined;
}
