import { andList } from '../../../src/and-list.js';
import type { Problem } from '../../../src/check/problem.js';
import { CLIENT_NAMES, FIXED_CALLS, SOURCE_PARAMETER, TAKES_OTHER_REGIONS } from '../../../src/facts/regional-calls.js';
import { isMisspelledRegion, isRegion, partitionOf } from '../../../src/facts/regions.js';
import { type SdkCall, sdkCallsOf, textAt } from '../../../src/graph/links/sdk-calls.js';
import type { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import { callOfClient, namedElsewhere } from '../../../src/queries/regional-calls.js';

/** Problems of the calls of an `AwsCustomResource`: each once, since creation and update usually make the same call. */
export function problemsOfCalls(resource: Resource): Iterable<Problem> {
  const found = sdkCallsOf(resource).flatMap((call) => [
    ...namedInOtherRegions(call),
    ...withFixedRegion(call),
    ...withoutRegion(call),
    ...inOtherPartition(call),
    ...deniedInRegion(call),
  ]);
  return new Map(found.reverse().map((problem) => [problem.message, problem])).values();
}

const inRegion = (region: string): string => `Name the region in the call: \`region: '${region}'\`.`;

/** Parameters of a call that name something of another region. */
function namedInOtherRegions({ at, service, action, parameters, region }: SdkCall): readonly Problem[] {
  if (TAKES_OTHER_REGIONS.test(action)) return [];
  return [...parameters.entries].flatMap(([key, value]): readonly Problem[] => {
    if (SOURCE_PARAMETER.test(key)) return [];
    const found = namedElsewhere({ from: at.resource, key, value, region, client: service });
    if (found === undefined) return [];
    const { call, resource, isProven } = found;
    const answer = call.error === undefined ? 'it is not there' : `"${call.error}"`;
    return [
      {
        at,
        severity: !isProven || call.error === undefined ? 'warning' : (call.severity ?? 'error'),
        message: `${at.resource.displayName} calls ${action} in ${region}, but ${key} is ${found.name} of ${found.region}: ${answer}.`,
        fix: inRegion(found.region),
        ...(resource && { related: [{ at: resource, message: `It is declared in ${found.region}.` }] }),
      },
    ];
  });
}

/** Calls of services, or with parameters, that one region takes. */
function withFixedRegion({ at, service, action, parameters, region }: SdkCall): readonly Problem[] {
  const name = service.replaceAll('-', '');
  const called = CLIENT_NAMES[name] ?? name;
  const row = FIXED_CALLS.find(({ client, parameter }) => {
    return client === called && (parameter === undefined || textAt(parameters, parameter[0]) === parameter[1]);
  });
  if (row === undefined || region === undefined || region === row.region || row.also?.includes(region) || !isRegion(region)) return [];
  return [
    {
      at,
      severity: row.severity,
      message: `${at.resource.displayName} calls ${action} in ${region}, and ${row.what} in ${andList([row.region, ...(row.also ?? [])])} only: "${row.error.replace('{region}', region)}".`,
      fix: inRegion(row.region),
    },
  ];
}

/** A call whose region has not the form of one: `us-east1`. */
function withoutRegion({ at, service, action, region, hasRegion }: SdkCall): readonly Problem[] {
  if (!hasRegion || region === undefined || (REGION_FORM.test(region) && !isMisspelledRegion(region))) return [];
  return [
    {
      at,
      message: `${at.resource.displayName} calls ${action} in "${region}", which is no region: "getaddrinfo ENOTFOUND ${service}.${region}.amazonaws.com".`,
      fix: 'Write the code of a region: `us-east-1`.',
    },
  ];
}

/** A call with the credentials of another partition, which has accounts of its own. Source: https://github.com/pepperize/cdk-organizations/issues/1849 */
function inOtherPartition({ at, action, region, hasRegion }: SdkCall): readonly Problem[] {
  const { displayName, region: own } = at.resource;
  if (!hasRegion || region === undefined || own === undefined || !isRegion(region) || partitionOf(region) === partitionOf(own)) return [];
  return [
    {
      at,
      message: `${displayName} calls ${action} in ${region}, and the stack is in ${own}, of another partition: "The security token included in the request is invalid".`,
      fix: `Name a region of the partition ${partitionOf(own)} in the call.`,
    },
  ];
}

const REGION_FORM = /^[a-z]{2,4}(?:-[a-z]{1,20}){1,3}-\d{1,2}$/;

/** A call that its own policy allows in other regions only. */
function deniedInRegion({ at, service, action, region }: SdkCall): readonly Problem[] {
  if (region === undefined) return [];
  const wanted = `${callOfClient(service)?.service ?? service}:${action}`.toLowerCase();
  const { graph, base } = at.resource;
  const policies = graph.linksFrom(base).filter(({ kind, to }) => kind === 'depends-on' && to.type === 'AWS::IAM::Policy');
  const statements = policies.flatMap(({ to }) => to.property('PolicyDocument', 'Statement').items ?? []);
  const allowing = statements.filter(
    (statement) =>
      statement.get('Effect').text === 'Allow' && statement.get('Action').items?.some(({ text }) => text?.toLowerCase() === wanted),
  );
  const resources = allowing.flatMap((statement): readonly (Property | undefined)[] => statement.get('Resource').items ?? [undefined]);
  const regions = resources.map((resource) => resource?.arn?.region);
  const [first] = regions;
  if (first === undefined || !regions.every((found) => found !== undefined && isRegion(found) && found !== region)) return [];
  return [
    {
      at,
      severity: 'warning',
      message: `${at.resource.displayName} calls ${action} in ${region}, and its policy allows ${wanted.split(':', 1)[0]} in ${first} only: "is not authorized to perform".`,
      fix: `Name what the call uses in ${region} in its policy: \`AwsCustomResourcePolicy.fromSdkCalls({ resources: [arn] })\`.`,
      ...(resources[0] && { related: [{ at: resources[0], message: `This is in ${first}.` }] }),
    },
  ];
}
