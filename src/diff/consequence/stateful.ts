import { STATEFUL_TYPES } from '../../facts/stateful-types.js';
import type { Resource } from '../../graph/model/resource.js';
import { isClusterInstance } from '../../queries/deletion.js';

/** Types that hold something beside those that checks speak of: what is lost with them is not rows, but cannot be made again either. */
const ALSO_STATEFUL: ReadonlySet<string> = new Set([
  'AWS::ACMPCA::CertificateAuthority',
  'AWS::AmazonMQ::Broker',
  'AWS::APS::Workspace',
  'AWS::CloudTrail::EventDataStore',
  'AWS::CodeArtifact::Repository',
  'AWS::CodeCommit::Repository',
  'AWS::Cognito::IdentityPool',
  'AWS::DirectoryService::MicrosoftAD',
  'AWS::DirectoryService::SimpleAD',
  'AWS::DocDB::GlobalCluster',
  'AWS::DocDBElastic::Cluster',
  'AWS::FSx::Volume',
  'AWS::Grafana::Workspace',
  'AWS::HealthImaging::Datastore',
  'AWS::HealthLake::FHIRDatastore',
  'AWS::KinesisVideo::Stream',
  'AWS::KMS::ReplicaKey',
  'AWS::Lightsail::Database',
  'AWS::Neptune::GlobalCluster',
  'AWS::NeptuneGraph::Graph',
  'AWS::OpenSearchServerless::Collection',
  'AWS::RDS::GlobalCluster',
  'AWS::Redshift::ClusterSnapshot',
  'AWS::RedshiftServerless::Namespace',
  'AWS::Route53::HostedZone',
  'AWS::S3Express::DirectoryBucket',
  'AWS::S3Tables::Table',
  'AWS::S3Vectors::Index',
  'AWS::S3Vectors::VectorBucket',
  'AWS::Timestream::InfluxDBCluster',
  'AWS::Timestream::InfluxDBInstance',
  'AWS::WorkSpaces::Workspace',
]);

/** Whether something is lost with it. An instance of a database cluster holds nothing of its own. */
export function isStateful(resource: Resource): boolean {
  const { type } = resource;
  return (STATEFUL_TYPES.has(type) || ALSO_STATEFUL.has(type)) && !isClusterInstance(resource);
}
