/** A type of which there can be only one. */
export interface Singleton {
  /** Where: in an account and region, or in an account over all regions. */
  readonly scope: 'account' | 'region';
  /** Property that tells several apart: one provider for each URL. */
  readonly per?: string;
  /** What the service says to the second. Undefined where no source quotes it: there the second may also replace the settings of the first. */
  readonly refusal?: string;
}

const EXISTS = 'already exists';

/**
 * Sources: the page of each type in https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/ (the primary identifier is
 * the account), and for the refusals
 * https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigurationRecorder.html (MaxNumberOfConfigurationRecordersExceededException),
 * https://docs.aws.amazon.com/config/latest/APIReference/API_PutDeliveryChannel.html (MaxNumberOfDeliveryChannelsExceededException),
 * https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html, https://github.com/guardian/cdk/issues/2529
 */
export const SINGLETONS: Readonly<Record<string, Singleton>> = {
  'AWS::Config::ConfigurationRecorder': {
    scope: 'region',
    refusal:
      'Failed to put configuration recorder because you have reached the limit for the maximum number of customer managed configuration records: (1)',
  },
  'AWS::Config::DeliveryChannel': { scope: 'region', refusal: 'you have reached the limit for the maximum number of delivery channels' },
  'AWS::GuardDuty::Detector': {
    scope: 'region',
    refusal: 'The request is rejected because a detector already exists for the current account.',
  },
  'AWS::IAM::OIDCProvider': { scope: 'account', per: 'Url', refusal: EXISTS },
  'Custom::AWSCDKOpenIdConnectProvider': { scope: 'account', per: 'Url', refusal: EXISTS },
  'AWS::SecurityHub::Hub': { scope: 'region' },
  'AWS::Macie::Session': { scope: 'region' },
  'AWS::Detective::Graph': { scope: 'region' },
  'AWS::CertificateManager::Account': { scope: 'region' },
  'AWS::ECR::RegistryPolicy': { scope: 'region' },
  'AWS::ECR::ReplicationConfiguration': { scope: 'region' },
  'AWS::ECR::RegistryScanningConfiguration': { scope: 'region' },
  'AWS::ECR::SigningConfiguration': { scope: 'region' },
  'AWS::IoT::Logging': { scope: 'region' },
  'AWS::IoT::AccountAuditConfiguration': { scope: 'region' },
  'AWS::IoT::EncryptionConfiguration': { scope: 'region' },
  'AWS::EC2::SnapshotBlockPublicAccess': { scope: 'region' },
  'AWS::EC2::VPCBlockPublicAccessOptions': { scope: 'region' },
  'AWS::S3::AccessGrantsInstance': { scope: 'region' },
  'AWS::AIOps::InvestigationGroup': { scope: 'region' },
  'AWS::XRay::TransactionSearchConfig': { scope: 'region' },
  'AWS::ApplicationSignals::Discovery': { scope: 'region' },
  'AWS::DevOpsGuru::LogAnomalyDetectionIntegration': { scope: 'region' },
  'AWS::SSMGuiConnect::Preferences': { scope: 'region' },
  'AWS::Glue::IdentityCenterConfiguration': { scope: 'region' },
  'AWS::SSMIncidents::ReplicationSet': { scope: 'account' },
  'AWS::Shield::DRTAccess': { scope: 'account' },
  'AWS::Shield::ProactiveEngagement': { scope: 'account' },
  'AWS::Organizations::Organization': { scope: 'account' },
};
