import { exception, type IdentityRow, type KeyPartText, operation, page, row, threads } from './row.js';

/** The check that reports two where there can be only one. */
const SINGLETON_DUPLICATE = 'naming/singleton-duplicate';

interface Written {
  readonly scope: 'account' | 'region';
  /** Property that tells several apart: one provider for each URL. */
  readonly per?: KeyPartText;
  readonly when?: IdentityRow['when'];
  /** Types that are one in truth. */
  readonly space?: string;
  /** What the service answers to the second. Undefined where no source quotes it: there the second may also replace the settings of the first. */
  readonly says?: string;
  readonly sources?: readonly string[];
}

const one = (type: string, { per, ...written }: Written): IdentityRow =>
  row(type, {
    key: per === undefined ? [] : [per],
    what: type,
    check: SINGLETON_DUPLICATE,
    ...written,
    sources: [...(written.sources ?? []), page(type)],
  });
const PROVIDER = {
  scope: 'account',
  per: ['Url', 'url'],
  space: 'identity provider',
  says: 'already exists',
  sources: ['https://github.com/guardian/cdk/issues/2529'],
} as const;
/** Types of which the primary identifier is the account, in each region. */
const SETTINGS = `
AIOps::InvestigationGroup ApplicationSignals::Discovery CertificateManager::Account Detective::Graph
DevOpsGuru::LogAnomalyDetectionIntegration EC2::SnapshotBlockPublicAccess EC2::VPCBlockPublicAccessOptions
ECR::RegistryPolicy ECR::RegistryScanningConfiguration ECR::ReplicationConfiguration ECR::SigningConfiguration
Glue::IdentityCenterConfiguration IoT::AccountAuditConfiguration IoT::EncryptionConfiguration IoT::Logging
Macie::Session S3::AccessGrantsInstance SSMGuiConnect::Preferences SecurityHub::Hub XRay::TransactionSearchConfig`;
/** The same, in the account across all regions. */
const ACCOUNT_SETTINGS = 'Organizations::Organization SSMIncidents::ReplicationSet Shield::DRTAccess Shield::ProactiveEngagement';

/** Types of which there can be only one in an account, or in an account and region. */
export const SINGLETONS: readonly IdentityRow[] = [
  one('AWS::Config::ConfigurationRecorder', {
    scope: 'region',
    says: 'Failed to put configuration recorder because you have reached the limit for the maximum number of customer managed configuration records: (1)',
    sources: [operation('config/latest/APIReference', 'PutConfigurationRecorder')],
  }),
  one('AWS::Config::DeliveryChannel', {
    scope: 'region',
    says: 'you have reached the limit for the maximum number of delivery channels',
    sources: [operation('config/latest/APIReference', 'PutDeliveryChannel')],
  }),
  one('AWS::GuardDuty::Detector', {
    scope: 'region',
    says: 'The request is rejected because a detector already exists for the current account.',
    sources: [operation('guardduty/latest/APIReference', 'CreateDetector')],
  }),
  one('AWS::GuardDuty::TrustedEntitySet', { scope: 'region' }),
  one('AWS::IAM::OIDCProvider', PROVIDER),
  one('Custom::AWSCDKOpenIdConnectProvider', { ...PROVIDER, sources: [...PROVIDER.sources, page('AWS::IAM::OIDCProvider')] }),
  // "You can create only one analyzer per account per Region", of each type.
  one('AWS::AccessAnalyzer::Analyzer', { scope: 'region', per: 'Type' }),
  one('AWS::ResourceExplorer2::Index', { scope: 'region' }),
  // "You can have only one aggregator index per Amazon Web Services account."
  one('AWS::ResourceExplorer2::Index', { scope: 'account', space: 'aggregator index', per: 'Type', when: [['Type', ['AGGREGATOR']]] }),
  // "You can create only one instance per account and across all Amazon Web Services Regions."
  one('AWS::SSO::Instance', { scope: 'account' }),
  // "Each account can have only one account-level data protection policy."
  one('AWS::Logs::AccountPolicy', { scope: 'region', per: 'PolicyType', when: [['PolicyType', ['DATA_PROTECTION_POLICY']]] }),
  one('AWS::Logs::Integration', { scope: 'region' }),
  one('AWS::CE::AnomalyMonitor', {
    scope: 'account',
    per: 'MonitorDimension',
    when: [['MonitorType', ['DIMENSIONAL']]],
    says: 'Limit exceeded on dimensional spend monitor creation',
    sources: threads('aws-cloudformation/cloudformation-coverage-roadmap#2515'),
  }),
  // Where it is decides to which region the findings of the others go.
  one('AWS::SecurityHub::FindingAggregator', { scope: 'account', sources: threads('aws-ia/terraform-aws-security-hub#2') }),
  one('AWS::LakeFormation::DataLakeSettings', { scope: 'region' }),
  one('AWS::CodeBuild::SourceCredential', {
    scope: 'region',
    per: 'ServerType',
    sources: [exception('codebuild', 'ResourceAlreadyExistsException')],
  }),
  ...namesIn(SETTINGS).map((type) => one(type, { scope: 'region' })),
  ...namesIn(ACCOUNT_SETTINGS).map((type) => one(type, { scope: 'account' })),
];

function namesIn(text: string): readonly string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((name) => `AWS::${name}`);
}
