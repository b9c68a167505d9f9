import { accepts, rejects, UNKNOWN, type UpdateCase } from './update-case.js';

const [KAFKA, STREAM, FIREHOSE] = ['AWS::MSK::Cluster', 'AWS::Kinesis::Stream', 'AWS::KinesisFirehose::DeliveryStream'] as const;
const kafka = (KafkaVersion: string, NumberOfBrokerNodes = 3, VolumeSize = 100) => ({
  ClusterName: 'events',
  KafkaVersion,
  NumberOfBrokerNodes,
  BrokerNodeGroupInfo: { InstanceType: 'kafka.m7g.large', StorageInfo: { EBSStorageInfo: { VolumeSize } } },
});
const backup = (destination: string, S3BackupMode?: string) => ({ [`${destination}DestinationConfiguration`]: { S3BackupMode } });

export const STREAMS: readonly UpdateCase[] = [
  rejects(
    KAFKA,
    'two settings at once',
    kafka('3.6.0'),
    kafka('3.7.x', 6),
    /^blocked: One update changes `KafkaVersion` and `NumberOfBrokerNodes`: `You can't update multiple/,
  ),
  rejects(
    KAFKA,
    'a little more storage',
    kafka('3.6.0', 3, 100),
    kafka('3.6.0', 3, 105),
    /^blocked: .*from 100 to 105 GiB: `To update storage/,
  ),
  rejects(KAFKA, 'a lower version', kafka('3.7.1'), kafka('3.6.0'), /^blocked: .*from 3.7.1 to 3.6.0, but/),
  rejects(STREAM, 'more than twice the shards', { ShardCount: 2 }, { ShardCount: 5 }, /^blocked: `ShardCount` changes from 2 to 5, but/),
  rejects(STREAM, 'less than half the shards', { ShardCount: 10 }, { ShardCount: 4 }, /^blocked: `ShardCount` changes from 10 to 4/),
  rejects(FIREHOSE, 'no backup', backup('ExtendedS3', 'Enabled'), backup('ExtendedS3', 'Disabled'), /^blocked: .*a backup that is enabled/),
  rejects(
    FIREHOSE,
    'no backup before Redshift',
    backup('Redshift', 'Enabled'),
    backup('Redshift', 'Disabled'),
    /^blocked: .*a backup that is enabled/,
  ),
  rejects(
    FIREHOSE,
    'a smaller backup',
    backup('Splunk', 'AllEvents'),
    backup('Splunk', 'FailedEventsOnly'),
    /^blocked: .*backup of all events/,
  ),
  rejects(
    KAFKA,
    'a version and monitoring',
    kafka('3.6.0'),
    { ...kafka('3.7.x'), EnhancedMonitoring: 'PER_BROKER' },
    /^blocked: One update changes `KafkaVersion` and `EnhancedMonitoring`/,
  ),
  accepts(KAFKA, 'two kinds of monitoring, which are one', kafka('3.6.0'), {
    ...kafka('3.6.0'),
    EnhancedMonitoring: 'PER_BROKER',
    LoggingInfo: { BrokerLogs: {} },
  }),
  accepts(KAFKA, 'one setting', kafka('3.6.0'), kafka('3.7.x')),
  accepts(KAFKA, 'more storage', kafka('3.6.0', 3, 100), kafka('3.6.0', 3, 110)),
  accepts(STREAM, 'twice the shards', { ShardCount: 2 }, { ShardCount: 4 }),
  accepts(STREAM, 'half the shards', { ShardCount: 4 }, { ShardCount: 2 }),
  accepts(STREAM, 'an unknown number of shards', { ShardCount: 4 }, { ShardCount: UNKNOWN }),
  accepts(STREAM, 'on demand', { ShardCount: 4 }, { StreamModeDetails: { StreamMode: 'ON_DEMAND' } }),
  accepts(FIREHOSE, 'a backup', backup('ExtendedS3', 'Disabled'), backup('ExtendedS3', 'Enabled')),
];
