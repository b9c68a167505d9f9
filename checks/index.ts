// Generated from the files of this folder by `npm run generate`. Do not edit.
import type { Check } from '../src/check/check.js';
import accessExportWriterNotPermitted from './access/export-writer-not-permitted.js';
import accessFunctionPolicySize from './access/function-policy-size.js';
import accessFunctionUrlClosed from './access/function-url-closed.js';
import accessLogBucketRejected from './access/log-bucket-rejected.js';
import accessManagedKeyShared from './access/managed-key-shared.js';
import accessManagedPoliciesQuota from './access/managed-policies-quota.js';
import { accountNotAdmitted as accessAccountNotAdmitted, roleNotAdmitted as accessRoleNotAdmitted } from './access/other-accounts.js';
import accessPermissionCreatedLater from './access/permission-created-later.js';
import accessPolicyArnRejected from './access/policy-arn-rejected.js';
import accessPolicyOfOtherRegion from './access/policy-of-other-region.js';
import accessPolicySize from './access/policy-size.js';
import accessPrincipalNotCreated from './access/principal-not-created.js';
import accessPrincipalWildcard from './access/principal-wildcard.js';
import accessPrivateApiPolicyMissing from './access/private-api-policy-missing.js';
import accessPublicPolicyBlocked from './access/public-policy-blocked.js';
import accessReplicationRegistryClosed from './access/replication-registry-closed.js';
import accessResourceNotShared from './access/resource-not-shared.js';
import accessResourcePolicySize from './access/resource-policy-size.js';
import accessRoleMissing from './access/role-missing.js';
import accessRoleNotPermitted from './access/role-not-permitted.js';
import accessRoleNotTrusting from './access/role-not-trusting.js';
import accessServiceNotAdmitted from './access/service-not-admitted.js';
import accessSharedKeyClosed from './access/shared-key-closed.js';
import accessVolumeKeyClosed from './access/volume-key-closed.js';
import accountApiLoggingRoleMissing from './account/api-logging-role-missing.js';
import accountApiLoggingRoleShared from './account/api-logging-role-shared.js';
import accountForeignId from './account/foreign-id.js';
import accountPlaceholderId from './account/placeholder-id.js';
import accountResourceOfOtherAccount from './account/resource-of-other-account.js';
import assemblyAnnotation from './assembly/annotation.js';
import assemblyAssetMissing from './assembly/asset-missing.js';
import assemblyAssetRegion from './assembly/asset-region.js';
import assemblyContextMissing from './assembly/context-missing.js';
import assemblyResourcesGenerated from './assembly/resources-generated.js';
import assemblyStackDuplicate from './assembly/stack-duplicate.js';
import assemblyTemplateLimits from './assembly/template-limits.js';
import assemblyTooManyElements from './assembly/too-many-elements.js';
import assemblyValueTooLong from './assembly/value-too-long.js';
import cloudfrontCertificateNameMissing from './cloudfront/certificate-name-missing.js';
import cloudfrontEdgeFunctionUnsupported from './cloudfront/edge-function-unsupported.js';
import cloudfrontEdgeFunctionVersion from './cloudfront/edge-function-version.js';
import cloudfrontEdgeFunctionsCombined from './cloudfront/edge-functions-combined.js';
import cloudfrontOriginPathWithoutStage from './cloudfront/origin-path-without-stage.js';
import cloudfrontWebAclScope from './cloudfront/web-acl-scope.js';
import cloudwatchAlarmMetricRegion from './cloudwatch/alarm-metric-region.js';
import cloudwatchAlarmWithoutAction from './cloudwatch/alarm-without-action.js';
import cloudwatchCompositeAlarmRegion from './cloudwatch/composite-alarm-region.js';
import cloudwatchDashboardMetricRegion from './cloudwatch/dashboard-metric-region.js';
import cloudwatchErrorAlarmCounts from './cloudwatch/error-alarm-counts.js';
import codepipelineArtifactStoreRegion from './codepipeline/artifact-store-region.js';
import codepipelineBootstrapRoleRegion from './codepipeline/bootstrap-role-region.js';
import cognitoClientNameUnknown from './cognito/client-name-unknown.js';
import cognitoDomainParentRecord from './cognito/domain-parent-record.js';
import deletionContentBlocksDelete from './deletion/content-blocks-delete.js';
import deletionDestroyOrder from './deletion/destroy-order.js';
import deletionKeyDeletedBeforeData from './deletion/key-deleted-before-data.js';
import deletionNotDestroyable from './deletion/not-destroyable.js';
import deletionNotRetained from './deletion/not-retained.js';
import deletionProtectionBlocksDelete from './deletion/protection-blocks-delete.js';
import deletionRetainedNameCollides from './deletion/retained-name-collides.js';
import deletionTemporaryStackLeftovers from './deletion/temporary-stack-leftovers.js';
import dynamodbDuplicateTable from './dynamodb/duplicate-table.js';
import { replicaRegionDuplicate as dynamodbReplicaRegionDuplicate, replicaSsePartial as dynamodbReplicaSsePartial, replicaSseWithoutTableSse as dynamodbReplicaSseWithoutTableSse, replicasMissStackRegion as dynamodbReplicasMissStackRegion, streamMissing as dynamodbStreamMissing, writeCapacityNotScaled as dynamodbWriteCapacityNotScaled } from './dynamodb/global-tables.js';
import dynamodbLegacyReplica from './dynamodb/legacy-replica.js';
import dynamodbRemoteAccess from './dynamodb/remote-access.js';
import dynamodbReplicaKeyRegion from './dynamodb/replica-key-region.js';
import dynamodbSseTypeWithoutEncryption from './dynamodb/sse-type-without-encryption.js';
import dynamodbStrongConsistencyRegions from './dynamodb/strong-consistency-regions.js';
import eventsBucketEventsOff from './events/bucket-events-off.js';
import eventsFifoTargetWithoutGroup from './events/fifo-target-without-group.js';
import eventsRuleRegion from './events/rule-region.js';
import globalAcceleratorEndpointRegion from './global/accelerator-endpoint-region.js';
import globalBackupCopyVaultMissing from './global/backup-copy-vault-missing.js';
import globalDsqlWitnessRegion from './global/dsql-witness-region.js';
import globalEfsDestinationProtected from './global/efs-destination-protected.js';
import globalElasticacheNodeType from './global/elasticache-node-type.js';
import globalElasticacheSecondarySettings from './global/elasticache-secondary-settings.js';
import globalElasticacheSeveralMembers from './global/elasticache-several-members.js';
import globalEventEndpointBuses from './global/event-endpoint-buses.js';
import globalRegionTwice from './global/region-twice.js';
import globalReplicaKeyRegion from './global/replica-key-region.js';
import globalReplicaOwnRegion from './global/replica-own-region.js';
import globalSecretReplicaCollides from './global/secret-replica-collides.js';
import { vpcPeeringCidrOverlap as globalVpcPeeringCidrOverlap, vpcPeeringRegion as globalVpcPeeringRegion } from './global/vpc-peering.js';
import kmsKeyPolicyLockout from './kms/key-policy-lockout.js';
import kmsKeySpecRejected from './kms/key-spec-rejected.js';
import kmsReplicaKey from './kms/replica-key.js';
import kmsViaServiceRegion from './kms/via-service-region.js';
import { declaredTwice as namingDeclaredTwice, singletonDuplicate as namingSingletonDuplicate } from './naming/identities.js';
import namingLogGroupCreatedByService from './naming/log-group-created-by-service.js';
import namingPhysicalNameDuplicate from './naming/physical-name-duplicate.js';
import namingRegionInName from './naming/region-in-name.js';
import networkAvailabilityZoneMissing from './network/availability-zone-missing.js';
import networkGatewayEndpointMissing from './network/gateway-endpoint-missing.js';
import networkLambdaWithoutEgress from './network/lambda-without-egress.js';
import networkMixedVpcs from './network/mixed-vpcs.js';
import networkNatGatewayCost from './network/nat-gateway-cost.js';
import networkPeeringOneWay from './network/peering-one-way.js';
import networkPeeringRoleMissing from './network/peering-role-missing.js';
import networkQuota from './network/quota.js';
import networkSecurityGroupRules from './network/security-group-rules.js';
import networkSubnetRange from './network/subnet-range.js';
import networkSubnetZones from './network/subnet-zones.js';
import networkTargetGroupShared from './network/target-group-shared.js';
import networkTargetType from './network/target-type.js';
import networkTransitGatewayPeeringNotAccepted from './network/transit-gateway-peering-not-accepted.js';
import networkZoneMismatch from './network/zone-mismatch.js';
import rdsGlobalClusterDuplicate from './rds/global-cluster-duplicate.js';
import rdsGlobalClusterInstanceClass from './rds/global-cluster-instance-class.js';
import { globalClusterBacktrack as rdsGlobalClusterBacktrack, globalClusterEngineMismatch as rdsGlobalClusterEngineMismatch, globalClusterSameRegion as rdsGlobalClusterSameRegion, globalManagedPassword as rdsGlobalManagedPassword, globalSecondaryCredentials as rdsGlobalSecondaryCredentials, globalSecondaryKey as rdsGlobalSecondaryKey } from './rds/global-cluster-members.js';
import rdsGlobalClusterMissing from './rds/global-cluster-missing.js';
import rdsGlobalClusterOrder from './rds/global-cluster-order.js';
import rdsGlobalClusterSingleMember from './rds/global-cluster-single-member.js';
import { replicaKey as rdsReplicaKey, replicaSource as rdsReplicaSource } from './rds/read-replicas.js';
import rdsRegionalTwins from './rds/regional-twins.js';
import referenceArnNeeded from './reference/arn-needed.js';
import referenceAttributeNotReturned from './reference/attribute-not-returned.js';
import referenceCrossRegionResponseSize from './reference/cross-region-response-size.js';
import referenceDependencyMissing from './reference/dependency-missing.js';
import referenceExportDuplicate from './reference/export-duplicate.js';
import referenceIdInTwoEnvironments from './reference/id-in-two-environments.js';
import referenceNameInOtherAccount from './reference/name-in-other-account.js';
import referenceNameInOtherRegion from './reference/name-in-other-region.js';
import referenceNameWithoutDependency from './reference/name-without-dependency.js';
import referenceOrderCycle from './reference/order-cycle.js';
import referenceOrderMissing from './reference/order-missing.js';
import referenceOutputNotText from './reference/output-not-text.js';
import referenceRuntimeNameRegion from './reference/runtime-name-region.js';
import referenceSsmParameterSameTemplate from './reference/ssm-parameter-same-template.js';
import { stackOutputMissing as referenceStackOutputMissing, stackOutputOtherEnvironment as referenceStackOutputOtherEnvironment } from './reference/stack-outputs.js';
import referenceTokenUnresolved from './reference/token-unresolved.js';
import { attributeUnknown as referenceAttributeUnknown, importOtherEnvironment as referenceImportOtherEnvironment, importUnresolved as referenceImportUnresolved, mappingRegionMissing as referenceMappingRegionMissing, ssmParameterOtherRegion as referenceSsmParameterOtherRegion } from './reference/unresolved.js';
import regionAsymmetricResource from './region/asymmetric-resource.js';
import regionAsymmetricSetting from './region/asymmetric-setting.js';
import regionCopiesNotReplicated from './region/copies-not-replicated.js';
import regionDynamicReferenceRegion from './region/dynamic-reference-region.js';
import regionEndpointServiceRegion from './region/endpoint-service-region.js';
import regionEnvironmentAgnostic from './region/environment-agnostic.js';
import regionHostRegion from './region/host-region.js';
import regionInferenceProfileRegion from './region/inference-profile-region.js';
import regionLogKeyPrincipal from './region/log-key-principal.js';
import { imageRegion as regionImageRegion, keyRegion as regionKeyRegion, logBucketRegion as regionLogBucketRegion } from './region/references.js';
import regionSdkCallRegion from './region/sdk-call-region.js';
import regionServicePrincipalRegion from './region/service-principal-region.js';
import regionServiceRegion from './region/service-region.js';
import regionStateMachineRegion from './region/state-machine-region.js';
import regionTypeUnavailable from './region/type-unavailable.js';
import resilienceContractMatchesNothing from './resilience/contract-matches-nothing.js';
import { deployedAtOnce as resilienceDeployedAtOnce, noFailoverRoute as resilienceNoFailoverRoute, rtoNotMet as resilienceRtoNotMet } from './resilience/failover.js';
import { capacityDiffers as resilienceCapacityDiffers, standbyDependsOnPrimary as resilienceStandbyDependsOnPrimary, standbyIncomplete as resilienceStandbyIncomplete } from './resilience/standby.js';
import { lagUnobserved as resilienceLagUnobserved, rpoNotMet as resilienceRpoNotMet, storeNotReplicated as resilienceStoreNotReplicated } from './resilience/stores.js';
import { aliasTargetNotAliasable as route53AliasTargetNotAliasable, aliasZoneWrong as route53AliasZoneWrong, apiDomainMismatch as route53ApiDomainMismatch, websiteBucketName as route53WebsiteBucketName } from './route53/alias-records.js';
import route53CertificateNameNotValidated from './route53/certificate-name-not-validated.js';
import route53DeleteExistingWithPolicy from './route53/delete-existing-with-policy.js';
import { failoverHealthMissing as route53FailoverHealthMissing, failoverPairIncomplete as route53FailoverPairIncomplete, groupSplitOverZones as route53GroupSplitOverZones, routingHealthMissing as route53RoutingHealthMissing } from './route53/failover-records.js';
import route53HealthCheckAlarm from './route53/health-check-alarm.js';
import route53HealthCheckChildrenMissing from './route53/health-check-children-missing.js';
import route53HealthCheckHostMalformed from './route53/health-check-host-malformed.js';
import route53HealthCheckHostPrivate from './route53/health-check-host-private.js';
import route53HealthCheckHostSelf from './route53/health-check-host-self.js';
import { healthCheckHostNeverResolves as route53HealthCheckHostNeverResolves, healthCheckHostRegion as route53HealthCheckHostRegion, healthCheckPathWithoutStage as route53HealthCheckPathWithoutStage } from './route53/health-check-hosts.js';
import route53HealthCheckPortMismatch from './route53/health-check-port-mismatch.js';
import route53HealthCheckRejected from './route53/health-check-rejected.js';
import route53HealthCheckUnused from './route53/health-check-unused.js';
import route53NameNotServed from './route53/name-not-served.js';
import { routingPolicyMixed as route53RoutingPolicyMixed, setIdentifierDuplicate as route53SetIdentifierDuplicate, setIdentifierMissing as route53SetIdentifierMissing, weightedTtlDiffers as route53WeightedTtlDiffers, weightsAllZero as route53WeightsAllZero } from './route53/record-groups.js';
import route53RecordValueType from './route53/record-value-type.js';
import { cnameAtApex as route53CnameAtApex, recordDuplicate as route53RecordDuplicate, recordOutsideZone as route53RecordOutsideZone, recordRejected as route53RecordRejected } from './route53/records.js';
import route53ReservedDomain from './route53/reserved-domain.js';
import { caaExcludesAmazon as route53CaaExcludesAmazon, certificateOutsideZone as route53CertificateOutsideZone, certificateZonePrivate as route53CertificateZonePrivate } from './route53/validation-zones.js';
import route53ZoneNotDelegated from './route53/zone-not-delegated.js';
import { zoneVpcAccount as route53ZoneVpcAccount, zoneVpcRegion as route53ZoneVpcRegion } from './route53/zone-vpcs.js';
import s3AccessControlListRejected from './s3/access-control-list-rejected.js';
import s3BucketNameNamespace from './s3/bucket-name-namespace.js';
import s3BucketPolicyRejected from './s3/bucket-policy-rejected.js';
import s3DeploymentsOverlap from './s3/deployments-overlap.js';
import s3NotificationsOverlap from './s3/notifications-overlap.js';
import s3ReplicationCycle from './s3/replication-cycle.js';
import s3ReplicationDestinationUnversioned from './s3/replication-destination-unversioned.js';
import { replicationDestinationClosed as s3ReplicationDestinationClosed, replicationDestinationMissing as s3ReplicationDestinationMissing, replicationDestinationOrder as s3ReplicationDestinationOrder } from './s3/replication-destinations.js';
import s3ReplicationEncryptedObjectsSkipped from './s3/replication-encrypted-objects-skipped.js';
import s3ReplicationRoleAccount from './s3/replication-role-account.js';
import s3ReplicationRolePermissions from './s3/replication-role-permissions.js';
import s3ReplicationRoleTrust from './s3/replication-role-trust.js';
import s3ReplicationRuleRejected from './s3/replication-rule-rejected.js';
import { replicationDestinationAccount as s3ReplicationDestinationAccount, replicationDestinationObjectLock as s3ReplicationDestinationObjectLock, replicationKeyRegion as s3ReplicationKeyRegion, replicationSameRegion as s3ReplicationSameRegion } from './s3/replication-rules.js';
import s3ReplicationSourceUnversioned from './s3/replication-source-unversioned.js';
import secretsNotReplicated from './secrets/not-replicated.js';
import secretsReplicaChanged from './secrets/replica-changed.js';
import secretsSecretNotAccepted from './secrets/secret-not-accepted.js';
import snsNotificationTopicRegion from './sns/notification-topic-region.js';
import snsSubscriptionRegion from './sns/subscription-region.js';
import sqsFifoMismatch from './sqs/fifo-mismatch.js';
import sqsVisibilityTimeout from './sqs/visibility-timeout.js';

/** Every check, sorted by id. */
export const checks: readonly Check[] = [
  accessAccountNotAdmitted,
  accessExportWriterNotPermitted,
  accessFunctionPolicySize,
  accessFunctionUrlClosed,
  accessLogBucketRejected,
  accessManagedKeyShared,
  accessManagedPoliciesQuota,
  accessPermissionCreatedLater,
  accessPolicyArnRejected,
  accessPolicyOfOtherRegion,
  accessPolicySize,
  accessPrincipalNotCreated,
  accessPrincipalWildcard,
  accessPrivateApiPolicyMissing,
  accessPublicPolicyBlocked,
  accessReplicationRegistryClosed,
  accessResourceNotShared,
  accessResourcePolicySize,
  accessRoleMissing,
  accessRoleNotAdmitted,
  accessRoleNotPermitted,
  accessRoleNotTrusting,
  accessServiceNotAdmitted,
  accessSharedKeyClosed,
  accessVolumeKeyClosed,
  accountApiLoggingRoleMissing,
  accountApiLoggingRoleShared,
  accountForeignId,
  accountPlaceholderId,
  accountResourceOfOtherAccount,
  assemblyAnnotation,
  assemblyAssetMissing,
  assemblyAssetRegion,
  assemblyContextMissing,
  assemblyResourcesGenerated,
  assemblyStackDuplicate,
  assemblyTemplateLimits,
  assemblyTooManyElements,
  assemblyValueTooLong,
  cloudfrontCertificateNameMissing,
  cloudfrontEdgeFunctionUnsupported,
  cloudfrontEdgeFunctionVersion,
  cloudfrontEdgeFunctionsCombined,
  cloudfrontOriginPathWithoutStage,
  cloudfrontWebAclScope,
  cloudwatchAlarmMetricRegion,
  cloudwatchAlarmWithoutAction,
  cloudwatchCompositeAlarmRegion,
  cloudwatchDashboardMetricRegion,
  cloudwatchErrorAlarmCounts,
  codepipelineArtifactStoreRegion,
  codepipelineBootstrapRoleRegion,
  cognitoClientNameUnknown,
  cognitoDomainParentRecord,
  deletionContentBlocksDelete,
  deletionDestroyOrder,
  deletionKeyDeletedBeforeData,
  deletionNotDestroyable,
  deletionNotRetained,
  deletionProtectionBlocksDelete,
  deletionRetainedNameCollides,
  deletionTemporaryStackLeftovers,
  dynamodbDuplicateTable,
  dynamodbLegacyReplica,
  dynamodbRemoteAccess,
  dynamodbReplicaKeyRegion,
  dynamodbReplicaRegionDuplicate,
  dynamodbReplicaSsePartial,
  dynamodbReplicaSseWithoutTableSse,
  dynamodbReplicasMissStackRegion,
  dynamodbSseTypeWithoutEncryption,
  dynamodbStreamMissing,
  dynamodbStrongConsistencyRegions,
  dynamodbWriteCapacityNotScaled,
  eventsBucketEventsOff,
  eventsFifoTargetWithoutGroup,
  eventsRuleRegion,
  globalAcceleratorEndpointRegion,
  globalBackupCopyVaultMissing,
  globalDsqlWitnessRegion,
  globalEfsDestinationProtected,
  globalElasticacheNodeType,
  globalElasticacheSecondarySettings,
  globalElasticacheSeveralMembers,
  globalEventEndpointBuses,
  globalRegionTwice,
  globalReplicaKeyRegion,
  globalReplicaOwnRegion,
  globalSecretReplicaCollides,
  globalVpcPeeringCidrOverlap,
  globalVpcPeeringRegion,
  kmsKeyPolicyLockout,
  kmsKeySpecRejected,
  kmsReplicaKey,
  kmsViaServiceRegion,
  namingDeclaredTwice,
  namingLogGroupCreatedByService,
  namingPhysicalNameDuplicate,
  namingRegionInName,
  namingSingletonDuplicate,
  networkAvailabilityZoneMissing,
  networkGatewayEndpointMissing,
  networkLambdaWithoutEgress,
  networkMixedVpcs,
  networkNatGatewayCost,
  networkPeeringOneWay,
  networkPeeringRoleMissing,
  networkQuota,
  networkSecurityGroupRules,
  networkSubnetRange,
  networkSubnetZones,
  networkTargetGroupShared,
  networkTargetType,
  networkTransitGatewayPeeringNotAccepted,
  networkZoneMismatch,
  rdsGlobalClusterBacktrack,
  rdsGlobalClusterDuplicate,
  rdsGlobalClusterEngineMismatch,
  rdsGlobalClusterInstanceClass,
  rdsGlobalClusterMissing,
  rdsGlobalClusterOrder,
  rdsGlobalClusterSameRegion,
  rdsGlobalClusterSingleMember,
  rdsGlobalManagedPassword,
  rdsGlobalSecondaryCredentials,
  rdsGlobalSecondaryKey,
  rdsRegionalTwins,
  rdsReplicaKey,
  rdsReplicaSource,
  referenceArnNeeded,
  referenceAttributeNotReturned,
  referenceAttributeUnknown,
  referenceCrossRegionResponseSize,
  referenceDependencyMissing,
  referenceExportDuplicate,
  referenceIdInTwoEnvironments,
  referenceImportOtherEnvironment,
  referenceImportUnresolved,
  referenceMappingRegionMissing,
  referenceNameInOtherAccount,
  referenceNameInOtherRegion,
  referenceNameWithoutDependency,
  referenceOrderCycle,
  referenceOrderMissing,
  referenceOutputNotText,
  referenceRuntimeNameRegion,
  referenceSsmParameterOtherRegion,
  referenceSsmParameterSameTemplate,
  referenceStackOutputMissing,
  referenceStackOutputOtherEnvironment,
  referenceTokenUnresolved,
  regionAsymmetricResource,
  regionAsymmetricSetting,
  regionCopiesNotReplicated,
  regionDynamicReferenceRegion,
  regionEndpointServiceRegion,
  regionEnvironmentAgnostic,
  regionHostRegion,
  regionImageRegion,
  regionInferenceProfileRegion,
  regionKeyRegion,
  regionLogBucketRegion,
  regionLogKeyPrincipal,
  regionSdkCallRegion,
  regionServicePrincipalRegion,
  regionServiceRegion,
  regionStateMachineRegion,
  regionTypeUnavailable,
  resilienceCapacityDiffers,
  resilienceContractMatchesNothing,
  resilienceDeployedAtOnce,
  resilienceLagUnobserved,
  resilienceNoFailoverRoute,
  resilienceRpoNotMet,
  resilienceRtoNotMet,
  resilienceStandbyDependsOnPrimary,
  resilienceStandbyIncomplete,
  resilienceStoreNotReplicated,
  route53AliasTargetNotAliasable,
  route53AliasZoneWrong,
  route53ApiDomainMismatch,
  route53CaaExcludesAmazon,
  route53CertificateNameNotValidated,
  route53CertificateOutsideZone,
  route53CertificateZonePrivate,
  route53CnameAtApex,
  route53DeleteExistingWithPolicy,
  route53FailoverHealthMissing,
  route53FailoverPairIncomplete,
  route53GroupSplitOverZones,
  route53HealthCheckAlarm,
  route53HealthCheckChildrenMissing,
  route53HealthCheckHostMalformed,
  route53HealthCheckHostNeverResolves,
  route53HealthCheckHostPrivate,
  route53HealthCheckHostRegion,
  route53HealthCheckHostSelf,
  route53HealthCheckPathWithoutStage,
  route53HealthCheckPortMismatch,
  route53HealthCheckRejected,
  route53HealthCheckUnused,
  route53NameNotServed,
  route53RecordDuplicate,
  route53RecordOutsideZone,
  route53RecordRejected,
  route53RecordValueType,
  route53ReservedDomain,
  route53RoutingHealthMissing,
  route53RoutingPolicyMixed,
  route53SetIdentifierDuplicate,
  route53SetIdentifierMissing,
  route53WebsiteBucketName,
  route53WeightedTtlDiffers,
  route53WeightsAllZero,
  route53ZoneNotDelegated,
  route53ZoneVpcAccount,
  route53ZoneVpcRegion,
  s3AccessControlListRejected,
  s3BucketNameNamespace,
  s3BucketPolicyRejected,
  s3DeploymentsOverlap,
  s3NotificationsOverlap,
  s3ReplicationCycle,
  s3ReplicationDestinationAccount,
  s3ReplicationDestinationClosed,
  s3ReplicationDestinationMissing,
  s3ReplicationDestinationObjectLock,
  s3ReplicationDestinationOrder,
  s3ReplicationDestinationUnversioned,
  s3ReplicationEncryptedObjectsSkipped,
  s3ReplicationKeyRegion,
  s3ReplicationRoleAccount,
  s3ReplicationRolePermissions,
  s3ReplicationRoleTrust,
  s3ReplicationRuleRejected,
  s3ReplicationSameRegion,
  s3ReplicationSourceUnversioned,
  secretsNotReplicated,
  secretsReplicaChanged,
  secretsSecretNotAccepted,
  snsNotificationTopicRegion,
  snsSubscriptionRegion,
  sqsFifoMismatch,
  sqsVisibilityTimeout,
];
