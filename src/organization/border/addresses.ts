import { isIP } from 'node:net';
import type { Target } from './arns.js';
import { hostKey, nameKey } from './keys.js';

type Read = (match: readonly string[]) => Target;

/** Addresses that hold the name of what they lead to. */
const ADDRESSES: readonly (readonly [form: RegExp, read: Read])[] = [
  // `https://sqs.us-east-1.amazonaws.com/111122223333/orders`
  [
    /^https:\/\/sqs\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/(\d{12})\/([\w-]+(?:\.fifo)?)$/,
    ([, region, account, name = '']) => ({ key: nameKey('AWS::SQS::Queue', name), account, region }),
  ],
  // `111122223333.dkr.ecr.us-east-1.amazonaws.com/orders/api:1.2`
  [
    /^(\d{12})\.dkr[.-]ecr\.([a-z0-9-]+)\.[a-z.]+\/([a-z0-9][a-z0-9._/-]*)(?:[:@]|$)/,
    ([, account, region, name = '']) => ({ key: nameKey('AWS::ECR::Repository', name), account, region }),
  ],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
  [/^s3:\/\/([a-z0-9][a-z0-9.-]{2,62})(?:\/|$)/, ([, name = '']) => bucket(name)],
  [/^(?:https:\/\/)?([a-z0-9][a-z0-9.-]{2,62})\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com(?:\/|$)/, ([, name = '']) => bucket(name)],
];

const BOOTSTRAP = /^cdk-[a-z0-9]{1,10}-/;
const HOST = /^(?:[a-z0-9_](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,10}[a-z]{2,24}\.?$/i;
const OF_AWS =
  /(?:^|\.)(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|aws|aws\.dev|amazon\.com|amazontrust\.com|cloudfront\.net|awsglobalaccelerator\.com)\.?$/i;

/** What an address leads to: a queue, repository or bucket, or the host of a URL. Undefined for anything else. */
export function addressTarget(text: string): Target | undefined {
  if (text.length > 2_000) return undefined;
  for (const [form, read] of ADDRESSES) {
    const match = form.exec(text);
    if (match === null) continue;
    const target = read(match);
    return BOOTSTRAP.test(target.key.name) ? undefined : target;
  }
  const host = /^(?:https?|wss?):\/\/([^/:?#@\s]+)(?::\d+)?(?:[/?#]|$)/i.exec(text)?.[1];
  return host === undefined ? undefined : hostTarget(host);
}

/** A host of somebody's own domain. */
export function hostTarget(host: string): Target | undefined {
  if (!HOST.test(host) || OF_AWS.test(host) || isIP(host) !== 0) return undefined;
  return { key: hostKey(host), account: undefined, region: undefined };
}

function bucket(name: string): Target {
  return { key: nameKey('AWS::S3::Bucket', name), account: undefined, region: undefined };
}
