import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import type { ReferenceRow } from '../../src/facts/references/row.js';
import { referencesOf, referringTypes } from '../../src/facts/references/table.js';
import type { Property } from '../../src/graph/model/property.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { placesNamedBy } from '../../src/queries/named-places.js';
import { tableOf } from '../../src/table-of.js';

/** Ids that EC2 gives out, in one region each: `subnet-`, `sg-`, `ami-`, … with 8 or 17 digits. A peering has one id on both sides. */
const EC2_ID = /^(?!pcx-|tgw-attach-)[a-z]+(?:-[a-z]+)*-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;
/** A key of one region: the ids of multi-region keys begin with `mrk-`. */
const KEY_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ZONE_ID = /^Z[0-9A-Z]{8,31}$/;
/** Ids that other services give out. Those without a prefix have letters and digits, which a name has rarely. */
const SERVICE_IDS: Readonly<Record<string, RegExp>> = tableOf({
  'AWS::ApiGateway::RestApi': /^(?=[a-z]*[0-9])(?=[0-9]*[a-z])[a-z0-9]{10}$/,
  'AWS::ApiGateway::VpcLink': /^(?=[a-z]*[0-9])(?=[0-9]*[a-z])[a-z0-9]{6,10}$/,
  'AWS::ApiGatewayV2::Api': /^(?=[a-z]*[0-9])(?=[0-9]*[a-z])[a-z0-9]{10}$/,
  'AWS::ApiGatewayV2::VpcLink': /^(?=[a-z]*[0-9])(?=[0-9]*[a-z])[a-z0-9]{6,10}$/,
  'AWS::AppSync::GraphQLApi': /^(?=[a-z]*[0-9])[a-z0-9]{26}$/,
  'AWS::DirectoryService::MicrosoftAD': /^d-[0-9a-f]{10}$/,
  'AWS::EFS::FileSystem': EC2_ID,
  'AWS::EFS::AccessPoint': /^fsap-[0-9a-f]{17}$/,
  'AWS::FSx::FileSystem': EC2_ID,
  'AWS::GuardDuty::Detector': /^[0-9a-f]{32}$/,
  'AWS::Route53Resolver::ResolverEndpoint': /^rslvr-(?:in|out)-[0-9a-f]{17}$/,
  'AWS::Route53Resolver::FirewallRuleGroup': /^rslvr-frg-[0-9a-f]{17}$/,
  'AWS::SSM::MaintenanceWindow': /^mw-[0-9a-f]{17}$/,
  'AWS::ServiceDiscovery::PrivateDnsNamespace': /^ns-[a-z0-9]{16}$/,
});
/** Groups and networks that a message names, at most. */
const MAX_NAMED = 5;

const app = (west: string) => ({
  East: stack('us-east-1', { Firewall: resource('AWS::EC2::SecurityGroup', { GroupDescription: 'app', VpcId: 'vpc-0b1c2d3e4f5a60718' }) }),
  West: stack('us-west-2', { Firewall: resource('AWS::EC2::SecurityGroup', { GroupDescription: 'app', VpcId: west }) }),
});

export default defineCheck({
  id: 'reference/id-in-two-environments',
  title: 'Hard-coded ID is used in two regions or accounts',
  severity: 'error',
  docs: {
    why: 'An ID of EC2 (`vpc-`, `subnet-`, `sg-`, `ami-`, …) "is tied to its Region and can be used only in the Region in which you created the resource", and a hosted zone belongs to one account. So are the IDs of a key that is not multi-region, of APIs, file systems, directories and detectors. The same ID in stacks of two regions, or the same zone in stacks of two accounts, is wrong in at least one of them: "InvalidVpcID.NotFound", "is not authorized to access this resource".',
    fix: "Give each environment its own: pass the ID as a property of the stack, or look it up there: `ec2.Vpc.fromLookup(this, 'Vpc', { … })`, `ec2.MachineImage.lookup({ … })`, `route53.HostedZone.fromLookup(this, 'Zone', { domainName })`.",
    sources: [
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resources.html',
      'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
      'https://github.com/aws/aws-cdk/pull/31281',
    ],
    templateFix: 'Give each environment its own ID: a parameter of the template, or a mapping of `AWS::Region`.',
    bad: app('vpc-0b1c2d3e4f5a60718'),
    good: app('vpc-08a7b6c5d4e3f2019'),
  },
  *graph({ graph }) {
    const found = new Map<
      string,
      { readonly first: Property; readonly second: Property; readonly ids: string[]; readonly kind: 'region' | 'account' }
    >();
    for (const [id, places] of writtenIds(graph)) {
      const [first] = places;
      const kind = ZONE_ID.test(id) ? 'account' : 'region';
      const second = places.find(({ resource }) => first !== undefined && resource[kind] !== first.resource[kind]);
      if (first === undefined || second === undefined) continue;
      const key = `${kind} ${graph.idOf(first.resource.stack)}\n${graph.idOf(second.resource.stack)}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { first, second, ids: [id], kind });
      else known.ids.push(id);
    }
    for (const pair of found.values()) yield problemOf(pair);
  },
});

function problemOf({
  first,
  second,
  ids,
  kind,
}: {
  first: Property;
  second: Property;
  ids: readonly string[];
  kind: 'region' | 'account';
}): Problem {
  const shown = ids.slice(0, MAX_NAMED).join(', ');
  const more = ids.length > MAX_NAMED ? ` and ${ids.length - MAX_NAMED} more` : '';
  const wrong = kind === 'region' ? 'each of them exists in one region only' : 'a hosted zone belongs to one account';
  return {
    at: second,
    message: `${shown}${more} ${ids.length === 1 ? 'is' : 'are'} used in stacks of ${first.resource[kind]} and ${second.resource[kind]}: ${ids.length === 1 && kind === 'region' ? 'it exists in one region only' : wrong}, so at least one of the stacks cannot be deployed.`,
    related: [{ at: first, message: `The same ID in ${first.resource[kind]}.` }],
  };
}

/** What the ids of a row look like, when they are of one region or account. */
function idForm({ what, services, types }: ReferenceRow): RegExp | undefined {
  if (what === 'hosted zone') return ZONE_ID;
  if (services.includes('kms')) return KEY_ID;
  const known = types.map((type) => SERVICE_IDS[type]).find((form) => form !== undefined);
  if (known !== undefined) return known;
  return what === 'image' || what === 'snapshot' || types.some((target) => target.startsWith('AWS::EC2::')) ? EC2_ID : undefined;
}

function idFormsOf(type: string): ReadonlyMap<ReferenceRow, RegExp> {
  const forms = new Map<ReferenceRow, RegExp>();
  for (const row of referencesOf(type)) {
    const form = idForm(row);
    // What must be in the region that another property names is there by intent.
    if (form !== undefined && typeof row.region !== 'object') forms.set(row, form);
  }
  return forms;
}

/** Literal ids at places that name such a thing, where the environment is known. */
function writtenIds(graph: ResourceGraph): ReadonlyMap<string, readonly Property[]> {
  const ids = new Map<string, Property[]>();
  const present = new Set(graph.types());
  for (const type of referringTypes().filter((each) => present.has(each))) {
    const forms = idFormsOf(type);
    if (forms.size === 0) continue;
    for (const resource of graph.certainResourcesOfType(type)) {
      if (resource.region === undefined || resource.account === undefined) continue;
      for (const { row, at } of placesNamedBy(resource)) {
        const id = forms.has(row) ? at.text : undefined;
        if (id === undefined || forms.get(row)?.test(id) !== true) continue;
        const known = ids.get(id);
        if (known === undefined) ids.set(id, [at]);
        else known.push(at);
      }
    }
  }
  return ids;
}
