// Writes src/generated/references.ts: the properties that name a regional resource of another type, from `@aws-cdk/aws-service-spec`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';

const database = loadAwsServiceSpecSync();
const resources = [...database.all('resource')];
const byType = new Map(resources.map((resource) => [resource.cloudFormationType, resource]));

/**
 * Resources that are in no region or known under one id in several (peerings, IPAM pools), connections to Git, which pipelines of other
 * regions may use, and buckets, whose names are global: most properties accept a bucket of another region.
 */
const GLOBAL =
  /^AWS::(IAM|CloudFront|Route53|GlobalAccelerator|Organizations|NetworkManager|Shield|S3::Bucket$|RDS::GlobalCluster|DirectConnect::DirectConnectGateway|EC2::VPCPeeringConnection|EC2::TransitGatewayPeeringAttachment|EC2::IPAM|CodeConnections|CodeStarConnections)/;

/**
 * Relationships of the specification that are none: a name made of another name, an address, the default group of a VPC, or text that
 * only looks like a reference.
 */
const WRONG =
  /Dimensions\.\*\.Value=|OptionSettings\.\*\.Value=|StringValue=|Targets\.\*\.Values|StopConditions|Filter\b|\.Statistic=|^AWS::(CodeDeploy::Application ApplicationName|CodeGuruProfiler::ProfilingGroup ProfilingGroupName|EC2::SecurityGroupIngress (GroupId|CidrIp)=AWS::EC2::VPC|EC2::SecurityGroup\w* .*Cidr|EC2::CustomerGateway IpAddress|EKS::Cluster Name=|AutoScaling::AutoScalingGroup AutoScalingGroupName|EventSchemas::Registry RegistryName|Logs::LogGroup LogGroupName|KinesisFirehose::DeliveryStream DeliveryStreamName|Lambda::Permission Principal|Glue::Crawler DatabaseName=AWS::S3|ACMPCA::.*CertificateSigningRequest|Config::.*ComplianceResourceId|Logs::LogStream LogStreamName)/;

/** What a property names by its own name, where the specification has no relationship. */
const BY_NAME = [
  [/^(Vpc|VPC)Id$/, 'AWS::EC2::VPC'],
  [/^(SubnetIds?|SubnetIDs?|VpcSubnetIds|VPCSubnetIds|SubnetIdList|ClientSubnets|BrokerSubnets)$/, 'AWS::EC2::Subnet'],
  [/^((Vpc|VPC|Cluster|Additional|Source)?SecurityGroup(s|Ids?|IdList))$/, 'AWS::EC2::SecurityGroup'],
  [/^RouteTableIds?$/, 'AWS::EC2::RouteTable'],
  [/^TransitGatewayId$/, 'AWS::EC2::TransitGateway'],
  [/^TransitGatewayRouteTableId$/, 'AWS::EC2::TransitGatewayRouteTable'],
  [/^TransitGatewayAttachmentId$/, 'AWS::EC2::TransitGatewayAttachment,AWS::EC2::TransitGatewayVpcAttachment'],
  [/^NetworkInterfaceIds?$/, 'AWS::EC2::NetworkInterface'],
  [/^NetworkAclId$/, 'AWS::EC2::NetworkAcl'],
  [/^NatGatewayId$/, 'AWS::EC2::NatGateway'],
  [/^InternetGatewayId$/, 'AWS::EC2::InternetGateway'],
  [/^(Source|Destination)?PrefixListId$/, 'AWS::EC2::PrefixList'],
  [/^VpcEndpointIds?$/, 'AWS::EC2::VPCEndpoint'],
  [/^LaunchTemplateId$/, 'AWS::EC2::LaunchTemplate'],
  [/^(InstanceId|InstanceIds)$/, 'AWS::EC2::Instance'],
  [/^VolumeId$/, 'AWS::EC2::Volume'],
  [/^(FileSystemId|FileSystemIds)$/, 'AWS::EFS::FileSystem,AWS::FSx::FileSystem'],
  [/^(FileSystemArn|EfsFilesystemArn)$/, 'AWS::EFS::FileSystem'],
  [/^AccessPointArn$/, 'AWS::EFS::AccessPoint'],
  [/^(Regional|Acm|ACM|CustomEndpoint|Custom|Server|Ssl|SSL)?CertificateArns?$/, 'AWS::CertificateManager::Certificate'],
  [/^(CloudWatch(Logs?)?)?LogGroupA(rn|RN)$/, 'AWS::Logs::LogGroup'],
  [/^(CloudWatchLogsLogGroupArn|LogGroup)$/, 'AWS::Logs::LogGroup'],
  [/^(Sns|SNS|Notification)?(Topic|TOPIC)A(rn|RN)s?$/, 'AWS::SNS::Topic'],
  [/^(SnsTopic|SNSTopic)$/, 'AWS::SNS::Topic'],
  [
    /^((Aws)?Lambda|LambdaFunction|Function|TransformerLambda|Rotation(Lambda)?|Hook(Lambda)?|Handler)A(rn|RN)s?$/,
    'AWS::Lambda::Function,AWS::Lambda::Alias,AWS::Lambda::Version',
  ],
  [/^((Sqs|SQS)?Queue|DeadLetterQueue|DeadLetter|Dlq)A(rn|RN)$/, 'AWS::SQS::Queue'],
  [/^(Kinesis(Data)?)?StreamA(rn|RN)$/, 'AWS::Kinesis::Stream'],
  [/^((Kinesis)?Firehose|(Firehose)?DeliveryStream)A(rn|RN)$/, 'AWS::KinesisFirehose::DeliveryStream'],
  [/^([A-Z]\w*)?Secret(sManager(Secret)?)?A(rn|RN)$/, 'AWS::SecretsManager::Secret'],
  [/^UserPoolA(rn|RN)$/, 'AWS::Cognito::UserPool'],
  [/^UserPoolId$/, 'AWS::Cognito::UserPool'],
  [/^(StateMachine|StepFunction)A(rn|RN)$/, 'AWS::StepFunctions::StateMachine'],
  [/^EventBusA(rn|RN)$/, 'AWS::Events::EventBus'],
  [/^(Dynamo(DB|Db))?TableA(rn|RN)$/, 'AWS::DynamoDB::Table'],
  [/^(Ecr)?RepositoryA(rn|RN)$/, 'AWS::ECR::Repository'],
  [/^TargetGroupA(rn|RN)s?$/, 'AWS::ElasticLoadBalancingV2::TargetGroup'],
  [/^(Network)?LoadBalancerA(rn|RN)s?$/, 'AWS::ElasticLoadBalancingV2::LoadBalancer'],
  [/^(Https?)?ListenerA(rn|RN)$/, 'AWS::ElasticLoadBalancingV2::Listener'],
  [/^WebA(cl|CL)(Arn|Id)$/, 'AWS::WAFv2::WebACL'],
  [/^(Msk|MSK)ClusterA(rn|RN)$/, 'AWS::MSK::Cluster'],
  [/^RestApiId$/, 'AWS::ApiGateway::RestApi'],
  [/^CertificateAuthorityA(rn|RN)$/, 'AWS::ACMPCA::CertificateAuthority'],
  [/^BackupVaultA(rn|RN)$/, 'AWS::Backup::BackupVault'],
  [
    /^(K(ms|MS)(Master)?Key(Id|Arn|ARN|ID|Identifier)?|EncryptionKey(Arn|Id|ARN)?|CustomerManagedKey(Arn)?|CustomerKmsKeyArn|(\w*)K(ms|MS)(Encryption)?Key(Id|Arn|ARN|ID|Identifier)|AwsKmsKeyArn)$/,
    'AWS::KMS::Key',
  ],
];

/** Types of one service by their names: `AWS::GuardDuty::Filter.DetectorId` names an `AWS::GuardDuty::Detector`. */
const bySibling = new Map(
  resources.map(({ cloudFormationType }) => [cloudFormationType.split('::').slice(1).join('::').toLowerCase(), cloudFormationType]),
);
const SIBLINGS = new Map([['appsync::api', ['AWS::AppSync::GraphQLApi', 'AWS::AppSync::Api']]]);

/** Services without regions, types that are known in several, and names that are the account's. */
const NO_SIBLING =
  /Global|MultiRegion|::(CloudFormation|SSO|IdentityStore|BillingConductor|SSMIncidents|SSMContacts|RAM|Config|Invoicing)::|Glue::Catalog$/;

/** What a property at the top names by the name of a type beside its own. */
function siblingsOf(type, path, name) {
  const stem = /^([A-Z]\w*?)(?:Id|Arn|ARN|Identifier)$/.exec(name)?.[1];
  if (stem === undefined || path !== name || NO_SIBLING.test(type)) return [];
  const key = `${type.split('::')[1]}::${stem}`.toLowerCase();
  return (SIBLINGS.get(key) ?? [bySibling.get(key)]).filter((target) => target !== undefined && !NO_SIBLING.test(target));
}

/** Types whose places are written by hand, since they are in no region, may use any, or name the region of the resource themselves. */
const BY_HAND =
  /^AWS::(MediaConnect::Router\w+|MSK::Replicator|Cognito::UserPoolReplica|CloudFront|Route53|GlobalAccelerator|NetworkManager|DirectConnect|Chatbot|CE|FMS|Budgets|Serverless|IAM|Organizations)(::|$)/;

/** Keys of data that is written to a bucket, a copy or a replica, which may be in another region. */
const KEY_ELSEWHERE =
  /S3|Bucket|Output|Result|Export|Report|Replica|CrossRegion|Copy|Destination|ArtifactStore|Distributions|AutomaticBackup/i;

/** AWS's own sentence about the region, where the text of the property has one. */
const SENTENCE = /(?:^|[.\n>] *)([A-Z][^.\n]*\bmust (?:be|exist|belong)[^.\n]*\b(?:same|in the)(?: AWS)? [Rr]egion[^.\n]*\.)/;

function* placesOf(properties, path, seen) {
  for (const [name, property] of Object.entries(properties)) yield* below([...path, name], property, property.type, seen, name);
}

function* below(path, property, type, seen, name) {
  if (type?.type === 'array') yield* below([...path, '*'], property, type.element, seen, name);
  else if (type?.type === 'map') yield* below([...path, '{}'], property, type.element, seen, name);
  else if (type?.type === 'union') for (const each of type.types) yield* below(path, property, each, seen, name);
  else if (type?.type === 'ref') {
    const id = type.reference.$ref;
    if (!seen.includes(id) && path.length < 12) yield* placesOf(database.get('typeDefinition', id).properties, path, [...seen, id]);
  } else if (type?.type === 'string' || property.relationshipRefs?.length > 0) yield { path: path.join('.'), property, name };
}

/** Whether the value of this property or attribute identifies its resource. */
function identifies(target, name) {
  const resource = byType.get(target);
  if (resource === undefined) return false;
  return /arn$/i.test(name) || [...(resource.primaryIdentifier ?? []), ...(resource.cfnRefIdentifier ?? [])].includes(name);
}

function targetsOf(type, { path, property, name }) {
  const related = (property.relationshipRefs ?? [])
    .filter(({ cloudFormationType, propertyName }) => identifies(cloudFormationType, propertyName))
    .map(({ cloudFormationType }) => cloudFormationType);
  const named = BY_NAME.filter(([pattern]) => pattern.test(name)).flatMap(([, types]) => types.split(','));
  const known = [...related, ...named];
  return [...new Set(known.length > 0 ? known : siblingsOf(type, path, name))]
    .filter((target) => target !== type && !GLOBAL.test(target) && !WRONG.test(`${type} ${path}=${target}`))
    .filter(
      (target) =>
        byType.has(target) &&
        !(target === 'AWS::KMS::Key' && KEY_ELSEWHERE.test(`${type} ${path}`.replace('AWS::S3::Bucket BucketEncryption', ''))),
    );
}

const lines = [];
const used = new Set();
let count = 0;
for (const resource of resources) {
  const type = resource.cloudFormationType;
  if (BY_HAND.test(type)) continue;
  const rows = new Map();
  for (const place of placesOf(resource.properties, [], [])) {
    if (rows.has(place.path)) continue;
    const targets = targetsOf(type, place);
    if (targets.length === 0) continue;
    const sentence = SENTENCE.exec(place.property.documentation ?? '')?.[1]?.replace(/`/g, "'");
    for (const target of targets) used.add(target);
    rows.set(place.path, { targets, sentence });
  }
  count += rows.size;
  if (rows.size > 0) lines.push({ type, rows });
}

const codes = new Map([...used].sort().map((type, index) => [type, index.toString(36)]));
const ownService = ({ arnTemplate = '' }) => /^arn:[^:]*:([a-z0-9-]+):/.exec(arnTemplate)?.[1];

/** Services none of whose types has a template for its ARN: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const WITHOUT_TEMPLATES = new Map([
  ['AppRunner', 'apprunner'],
  ['AutoScaling', 'autoscaling'],
  ['DataSync', 'datasync'],
  ['ElasticLoadBalancingV2', 'elasticloadbalancing'],
  ['KafkaConnect', 'kafkaconnect'],
  ['MSK', 'kafka'],
  ['WAFv2', 'wafv2'],
]);

/** The service of a type's ARNs. A third of the types has no template for them: then that of the others of its service, where they have one. */
function serviceOf(type) {
  const own = ownService(byType.get(type) ?? {});
  if (own !== undefined) return own;
  const [, name] = type.split('::');
  const siblings = new Set(
    resources.filter(({ cloudFormationType }) => cloudFormationType.startsWith(`AWS::${name}::`)).flatMap((each) => ownService(each) ?? []),
  );
  return WITHOUT_TEMPLATES.get(name) ?? (siblings.size === 1 ? [...siblings][0] : '');
}
const table = lines
  .sort((a, b) => (a.type < b.type ? -1 : 1))
  .map(({ type, rows }) => {
    const groups = new Map();
    for (const [path, { targets, sentence }] of rows) {
      const key = `${targets.map((target) => codes.get(target))}${sentence === undefined ? '' : `!${sentence.replaceAll(/[|;=]/g, ',')}`}`;
      groups.set(key, [...(groups.get(key) ?? []), path]);
    }
    return `${type}|${[...groups].map(([key, paths]) => `${paths}=${key}`).join('|')}`;
  });

const folder = new URL('../src/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('references.ts', folder),
  `// Generated by scripts/generate-references.js. Do not edit.

/** Types that are named, with the service of their ARNs: the first one is \`0\` in the table below, counted in base 36. */
export const NAMED_TYPES = \`
${[...codes.keys()].map((type) => `${type}|${serviceOf(type)}`).join('\n')}
\`;

/** A type a line, then groups of its paths: \`path,path=codes of the types\`, and behind a \`!\` what AWS's text of the property says of the region. */
export const REFERENCES = \`
${table.join('\n')}
\`;
`,
);
if (process.argv.includes('-v')) {
  const all = new Map();
  for (const r of resources)
    for (const place of placesOf(r.properties, [], []))
      if (/(Arns?|ARNs?|Ids?|Names?)$/.test(place.name)) all.set(`${r.cloudFormationType} ${place.path}`, 1);
  console.log({ rows: count, types: lines.length, named: codes.size, identifying: all.size });
}
