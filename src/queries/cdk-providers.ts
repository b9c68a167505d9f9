import type { Resource } from '../graph/model/resource.js';

/**
 * Whether the CDK adds a resource for its own custom resources: providers, their roles and logs, functions that one stack has once.
 * Their logical ids hold these words, or the UUID of a `SingletonFunction`.
 */
export function isOfProvider({ logicalId, constructPath = '' }: Resource): boolean {
  return (
    /CustomResource|Provider|^(?:AWS|LogRetention|SingletonLambda|BucketNotificationsHandler)/.test(logicalId) ||
    /[0-9a-f]{32}/.test(logicalId) ||
    /(?:^|\/)(?:Custom::[^/]+|framework-on[A-Z]\w*|waiter-state-machine|\$Singleton[^/]*)(?:\/|$)/.test(constructPath)
  );
}
