import type { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { ResourceMap } from '../../../src/graph/model/resource-map.js';
import { isHandledByCustomResource } from '../../../src/queries/custom-resources.js';

/** The ways out of a subnet's VPC that its route table has. `other`: one that may lead anywhere, such as a transit gateway. */
export type EgressRoute = 'internet-gateway' | 'nat-gateway' | 'other';

export interface Subnet {
  readonly resource: Resource;
  readonly vpc: Resource;
  /** Undefined for the main table of the VPC. */
  readonly routeTable: Resource | undefined;
  readonly egressRoutes: ReadonlySet<EgressRoute>;
}

interface Network {
  readonly tables: ReadonlyMap<Resource, Resource>;
  readonly egressRoutes: ReadonlyMap<Resource, ReadonlySet<EgressRoute>>;
  /** By VPC. */
  readonly endpoints: ReadonlyMap<Resource, Endpoints>;
}

/** The endpoints of a VPC. */
interface Endpoints {
  /** Those that serve every subnet, or may do so. */
  readonly everywhere: Services;
  /** Gateway endpoints, by the route tables that lead to them. */
  readonly byTable: Map<Resource, Services>;
}

/** Services such as `s3`, `secretsmanager`, `ecr.api`. */
interface Services {
  readonly names: Set<string>;
  isKnown: boolean;
}

/** The subnets that a list names; undefined when this assembly does not show how all of them are connected. */
export function subnetsAt(list: Property): readonly Subnet[] | undefined {
  const { graph } = list.resource;
  const network = graph.memo(findNetwork);
  const subnets = list.items?.map((item) => {
    const resource = item.reference?.resource;
    const vpc = resource?.property('VpcId').reference?.resource;
    if (network === undefined || resource?.type !== 'AWS::EC2::Subnet' || vpc?.type !== 'AWS::EC2::VPC') return undefined;
    const table = network.tables.get(resource);
    // The main table of a VPC routes inside it only, and no template can reach it.
    if (table === undefined && (isHandledByCustomResource(vpc) || isHandledByCustomResource(resource))) return undefined;
    if (table !== undefined && table.type !== 'AWS::EC2::RouteTable') return undefined;
    return { resource, vpc, routeTable: table, egressRoutes: (table && network.egressRoutes.get(table)) ?? new Set() } satisfies Subnet;
  });
  return subnets?.every((subnet) => subnet !== undefined) ? subnets : undefined;
}

/** Tells of a service whether a VPC, or some of its subnets, has an endpoint for it (`s3`, `secretsmanager`, `ecr.api`); undefined when not all are known. */
export function endpointServicesOf(vpc: Resource, subnets?: readonly Subnet[]): Pick<ReadonlySet<string>, 'has'> | undefined {
  const endpoints = vpc.graph.memo(findNetwork)?.endpoints.get(vpc);
  if (endpoints === undefined) return new Set();
  const { everywhere, byTable } = endpoints;
  const tables = subnets === undefined ? byTable.keys() : new Set(subnets.flatMap(({ routeTable }) => routeTable ?? []));
  const services = [everywhere, ...[...tables].flatMap((table) => byTable.get(table) ?? [])];
  if (!services.every(({ isKnown }) => isKnown)) return undefined;
  return { has: (service) => services.some(({ names }) => names.has(service)) };
}

/** The route tables that lead to an endpoint; undefined for one that serves every subnet, or may do so. */
function tablesOf(endpoint: Resource): readonly Resource[] | undefined {
  // A gateway endpoint is a route in the tables that it names.
  if (!endpoint.hasProperty('RouteTableIds') && endpoint.property('VpcEndpointType').text !== 'Gateway') return undefined;
  const tables = endpoint.property('RouteTableIds').items?.map((item) => item.reference?.resource);
  return tables?.every((table) => table !== undefined) ? tables : undefined;
}

function addEndpoint({ everywhere, byTable }: Endpoints, endpoint: Resource): void {
  const service = serviceOf(endpoint.property('ServiceName'));
  const add = (services: Services) => {
    if (service === undefined) services.isKnown = false;
    else services.names.add(service);
  };
  const tables = tablesOf(endpoint);
  if (tables === undefined) add(everywhere);
  for (const table of tables ?? []) {
    const services = byTable.get(table) ?? noServices();
    byTable.set(table, services);
    add(services);
  }
}

function noServices(): Services {
  return { names: new Set(), isKnown: true };
}

/** `com.amazonaws.us-east-1.ecr.api` → `ecr.api`; the region may be unknown. Undefined when the service is. */
function serviceOf(name: Property): string | undefined {
  if (typeof name.parts?.at(-1) !== 'string') return undefined;
  return /^(?:[a-z]+\.)?[a-z]+\.[a-z0-9-]+\.(.+)$/.exec(name.textWith('region'))?.[1];
}

/** Undefined when it is not known which table a route or subnet belongs to, which VPC an endpoint is in, or what a macro adds. */
function findNetwork(graph: ResourceGraph): Network | undefined {
  const tables = new Map<Resource, Resource>();
  const egressRoutes = new Map<Resource, Set<EgressRoute>>();
  const endpoints = new ResourceMap<Endpoints>();
  if (graph.mayLackResources()) return undefined;
  for (const association of graph.resourcesOfType('AWS::EC2::SubnetRouteTableAssociation')) {
    const [subnet, table] = ['SubnetId', 'RouteTableId'].map((name) => association.property(name).reference?.resource);
    if (subnet === undefined && association.property('SubnetId').isUnknown) return undefined;
    // A table that another app declares counts as one without its routes.
    if (subnet !== undefined) tables.set(subnet, table ?? association);
  }
  const publicTables = new Set<Resource>();
  const usersOf = (table: Resource) => graph.linksTo(table).map(({ from }) => from);
  for (const table of graph.resourcesOfType('AWS::EC2::RouteTable')) {
    const found = new Set(usersOf(table).flatMap((user) => egressRouteOf(user) ?? []));
    egressRoutes.set(table, found);
    if (found.has('internet-gateway') || found.has('other')) publicTables.add(table);
  }
  for (const [table, found] of egressRoutes) {
    if (found.has('nat-gateway') && usersOf(table).every((user) => !leadsOut(user, tables, publicTables))) found.delete('nat-gateway');
  }
  // A route into a table that is not known may be a route of any.
  if (graph.resourcesOfType('AWS::EC2::Route').some((route) => route.property('RouteTableId').isUnknown)) return undefined;
  for (const endpoint of graph.resourcesOfType('AWS::EC2::VPCEndpoint')) {
    const at = endpoint.property('VpcId');
    if (at.isUnknown) return undefined;
    const vpc = at.reference?.resource;
    if (vpc === undefined) continue;
    const ofVpc = endpoints.get(vpc) ?? { everywhere: noServices(), byTable: new Map() };
    endpoints.set(vpc, ofVpc);
    addEndpoint(ofVpc, endpoint);
  }
  return { tables, egressRoutes, endpoints };
}

/** What a resource that names a route table does for it. */
function egressRouteOf(user: Resource): EgressRoute | undefined {
  if (user.type === 'AWS::EC2::SubnetRouteTableAssociation' || user.type === 'AWS::EC2::VPCEndpoint') return undefined;
  if (user.type === 'AWS::EC2::Route' && leadsToPeerOnly(user)) return undefined;
  if (user.type !== 'AWS::EC2::Route' || user.property('DestinationCidrBlock').text !== '0.0.0.0/0') return 'other';
  if (!user.property('NatGatewayId').isAbsent) return 'nat-gateway';
  return user.property('GatewayId').reference?.resource.type === 'AWS::EC2::InternetGateway' ? 'internet-gateway' : 'other';
}

/** Whether a route leads to a NAT gateway that may have a way out itself: one that is public, in a subnet with an internet gateway. */
function leadsOut(route: Resource, tables: ReadonlyMap<Resource, Resource>, publicTables: ReadonlySet<Resource>): boolean {
  const target = route.property('NatGatewayId');
  if (target.isAbsent) return false;
  const gateway = target.reference?.resource;
  const subnet = gateway?.property('SubnetId').reference?.resource;
  if (gateway?.type !== 'AWS::EC2::NatGateway' || subnet?.type !== 'AWS::EC2::Subnet') return true;
  const table = tables.get(subnet);
  // A private gateway leads to other networks, and a table that another app declares may lead anywhere.
  return (
    gateway.property('ConnectivityType').text === 'private' ||
    (table !== undefined && (table.type !== 'AWS::EC2::RouteTable' || publicTables.has(table)))
  );
}

/** Whether it leads to the addresses of a peer that is declared here and has no interface endpoints: no service of AWS is among them. */
function leadsToPeerOnly(route: Resource): boolean {
  const peering = route.property('VpcPeeringConnectionId').reference?.resource;
  const destination = route.property('DestinationCidrBlock').text;
  if (peering === undefined || destination === undefined || destination === '0.0.0.0/0') return false;
  const own = route.property('RouteTableId').reference?.resource.property('VpcId').reference?.resource;
  const ends = ['VpcId', 'PeerVpcId'].map((name) => peering.property(name).reference?.resource);
  const withEndpoints = route.graph.memo(vpcsWithEndpoints);
  return ends.every((vpc) => vpc?.type === 'AWS::EC2::VPC' && (vpc === own || !withEndpoints.has(vpc)));
}

/** Those with endpoints of another type than gateways, which is the default. */
function vpcsWithEndpoints(graph: ResourceGraph): ReadonlySet<Resource> {
  const endpoints = graph.resourcesOfType('AWS::EC2::VPCEndpoint').filter((endpoint) => !endpoint.property('VpcEndpointType').isAbsent);
  return new Set(endpoints.flatMap((endpoint) => endpoint.property('VpcId').reference?.resource ?? []));
}
