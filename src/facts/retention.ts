/** How long something is kept, and what goes when that becomes shorter. */
export interface Retention {
  /** Steps below `Properties`. */
  readonly path: readonly string[];
  readonly unit: 'days' | 'hours' | 'seconds';
  /** What holds when it is left out; undefined when that depends on something else. */
  readonly absent: number | undefined;
  /** What is kept, as the start of a sentence. */
  readonly what: string;
  /** The page that says so. */
  readonly source: string;
}

const DOCS = 'https://docs.aws.amazon.com';

/** Columns: type, property, unit, default, and what is deleted, or cannot be read any more, once it is older. A source for the rows below it. */
const DATA = `
${DOCS}/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
AWS::Logs::LogGroup             RetentionInDays                                      days    never  log events
Custom::LogRetention            RetentionInDays                                      days    never  log events
${DOCS}/kinesis/latest/APIReference/API_DecreaseStreamRetentionPeriod.html
AWS::Kinesis::Stream            RetentionPeriodHours                                 hours   24     records
${DOCS}/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
AWS::SQS::Queue                 MessageRetentionPeriod                               seconds 345600 messages
${DOCS}/awscloudtrail/latest/APIReference/API_UpdateEventDataStore.html
AWS::CloudTrail::EventDataStore RetentionPeriod                                      days    -      events
${DOCS}/timestream/latest/developerguide/API_UpdateTable.html
AWS::Timestream::Table          RetentionProperties.MagneticStoreRetentionPeriodInDays days  -      records
`;

/** The same for backups. The page of each type says what holds when it is left out. */
const BACKUPS = `
${DOCS}/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
AWS::RDS::DBInstance            BackupRetentionPeriod                                days    1      automated backups
${DOCS}/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html
AWS::RDS::DBCluster             BackupRetentionPeriod                                days    1      automated backups
${DOCS}/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbcluster.html
AWS::DocDB::DBCluster           BackupRetentionPeriod                                days    1      automated backups
${DOCS}/AWSCloudFormation/latest/TemplateReference/aws-resource-neptune-dbcluster.html
AWS::Neptune::DBCluster         BackupRetentionPeriod                                days    1      automated backups
${DOCS}/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-cluster.html
AWS::Redshift::Cluster          AutomatedSnapshotRetentionPeriod                     days    1      automated snapshots
${DOCS}/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html
AWS::ElastiCache::ReplicationGroup SnapshotRetentionLimit                            days    0      automated snapshots
${DOCS}/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-cachecluster.html
AWS::ElastiCache::CacheCluster  SnapshotRetentionLimit                               days    0      automated snapshots
`;

export const DATA_RETENTION: ReadonlyMap<string, readonly Retention[]> = parse(DATA);
export const BACKUP_RETENTION: ReadonlyMap<string, readonly Retention[]> = parse(BACKUPS);

function parse(table: string): ReadonlyMap<string, readonly Retention[]> {
  const rows = new Map<string, Retention[]>();
  let source = '';
  for (const line of table.trim().split('\n')) {
    const [type = '', path = '', unit = '', absent = '', ...what] = line.split(/\s+/);
    if (path === '') source = type;
    else
      rows.set(type, [
        ...(rows.get(type) ?? []),
        { path: path.split('.'), unit: unit as Retention['unit'], absent: defaultOf(absent), what: what.join(' '), source },
      ]);
  }
  return rows;
}

function defaultOf(text: string): number | undefined {
  if (text === '-') return undefined;
  return text === 'never' ? Number.POSITIVE_INFINITY : Number(text);
}
