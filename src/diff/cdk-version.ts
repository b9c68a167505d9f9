import type { ResourceGraph } from '../graph/model/resource-graph.js';

/** Whether the assemblies certainly are of different versions of the CDK. Neighbouring versions write the same version of the manifest. */
export function isOtherCdkVersion(before: ResourceGraph, after: ResourceGraph): boolean {
  const versionOf = ({ assemblies }: ResourceGraph) => assemblies.map(({ manifestVersion }) => manifestVersion).join();
  return versionOf(before) !== versionOf(after);
}
