import type { Problem } from '../../../src/check/problem.js';
import { ISSUER_PATHS, POOL_ISSUER } from '../../../src/facts/regional-hosts.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { placesAt } from '../../../src/queries/region-of.js';

/** Issuers of user pools with another region in the host than in the id of the pool: the region of the stack is easily put there. */
export function* issuersOfOtherRegions(graph: ResourceGraph): Generator<Problem> {
  for (const [type, paths] of Object.entries(ISSUER_PATHS))
    for (const resource of graph.certainResourcesOfType(type))
      for (const at of placesAt(resource, ...paths)) {
        const { region, own } = POOL_ISSUER.exec(at.text ?? '')?.groups ?? {};
        if (region === undefined || own === undefined || region === own) continue;
        yield {
          at,
          severity: 'warning',
          message: `The host is in ${region}, and the user pool, as its id says, in ${own}: there is no such issuer, and no token of the pool is accepted.`,
          fix: 'Take the region from the id of the pool, `Fn.select(0, Fn.split("_", userPoolId))`, or use `userPool.userPoolProviderUrl` of one that is declared here.',
        };
      }
}
