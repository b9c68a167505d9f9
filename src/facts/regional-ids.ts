import { tableOf } from '../table-of.js';

/** Ids and addresses that hold their region. */
const WITH_REGION: Readonly<Record<string, RegExp>> = tableOf({
  'AWS::Cognito::UserPool': /^([a-z-]+-\d)_[A-Za-z0-9]+$/,
  'AWS::Cognito::IdentityPool': /^([a-z-]+-\d):[0-9a-f-]{36}$/,
  'AWS::SQS::Queue': /^https:\/\/sqs\.([a-z-]+-\d)\.amazonaws\.com(?:\.cn)?\/\d{12}\//,
});

/** The region in the id or address of a resource of one of these types. */
export function regionInText(text: string | undefined, types: readonly string[]): string | undefined {
  if (text === undefined) return undefined;
  for (const type of types) {
    const region = WITH_REGION[type]?.exec(text)?.[1];
    if (region !== undefined) return region;
  }
  return undefined;
}

/** The same for all types whose names begin so. */
export function regionInTextOf(text: string, prefix: string): string | undefined {
  return regionInText(
    text,
    Object.keys(WITH_REGION).filter((type) => type.startsWith(prefix)),
  );
}
