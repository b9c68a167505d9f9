import { operation, page, threads } from '../identities/row.js';
import { fromTo, type RejectedUpdate, rejected, test } from './row.js';

const FIREHOSE = 'AWS::KinesisFirehose::DeliveryStream';

/** Kafka, Kinesis, Firehose. */
export const STREAMS: readonly RejectedUpdate[] = [
  ...rejected('AWS::MSK::Cluster', {
    when: {
      rule: 'together',
      paths: [
        'KafkaVersion',
        'BrokerNodeGroupInfo',
        'NumberOfBrokerNodes',
        'EncryptionInfo',
        'ClientAuthentication',
        'ConfigurationInfo',
        'StorageMode',
        'EnhancedMonitoring|OpenMonitoring|LoggingInfo',
      ],
    },
    says: "You can't update multiple attributes of the cluster in same request. Use a different request for each update.",
    fix: 'Deploy once for each of these properties.',
    sources: threads('aws/aws-cdk#16765'),
  }),
  ...rejected('AWS::MSK::Cluster', {
    when: test('broker-storage-step'),
    says: 'To update storage, you must increase it by at least 10 GiB.',
    fix: 'Keep `volumeSize`, or raise it by 10 GiB or more.',
    sources: threads('aws-cloudformation/cloudformation-coverage-roadmap#1129'),
  }),
  ...rejected('AWS::MSK::Cluster', {
    when: { rule: 'version-lowered', path: 'KafkaVersion' },
    because: 'a cluster cannot be downgraded to an earlier version of Kafka',
    fix: 'Keep the deployed version or a later one.',
    sources: ['https://docs.aws.amazon.com/msk/latest/developerguide/version-upgrades.html'],
  }),
  ...rejected('AWS::Kinesis::Stream', {
    when: test('shards-out-of-range'),
    because: 'one update may at most double the shards, or halve them',
    fix: 'Deploy in steps: each time at most twice as many shards, and at least half as many.',
    sources: [operation('kinesis/latest/APIReference', 'UpdateShardCount')],
  }),
  ...['ExtendedS3DestinationConfiguration', 'RedshiftDestinationConfiguration'].flatMap((destination) =>
    rejected(FIREHOSE, {
      when: fromTo(`${destination}.S3BackupMode`, ['Enabled'], ['Disabled', '']),
      because: 'a backup that is enabled cannot be disabled',
      fix: 'Keep the backup, or create a new delivery stream.',
      sources: [page(FIREHOSE), operation('firehose/latest/APIReference', 'ExtendedS3DestinationUpdate')],
    }),
  ),
  ...rejected(FIREHOSE, {
    when: fromTo('SplunkDestinationConfiguration.S3BackupMode', ['AllEvents'], ['FailedEventsOnly', '']),
    because: 'the backup of all events cannot be reduced to failed ones',
    fix: 'Keep `AllEvents`, or create a new delivery stream.',
    sources: ['https://docs.aws.amazon.com/firehose/latest/APIReference/API_SplunkDestinationUpdate.html'],
  }),
];
