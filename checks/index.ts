// Generated from the files of this folder by `npm run generate`. Do not edit.
import type { Check } from '../src/check/check.js';
import accessAccountNotAdmitted from './access/account-not-admitted.js';
import accessFunctionPolicySize from './access/function-policy-size.js';
import accessLogBucketRejected from './access/log-bucket-rejected.js';
import accessManagedKeyShared from './access/managed-key-shared.js';
import accessManagedPoliciesQuota from './access/managed-policies-quota.js';
import accessPermissionCreatedLater from './access/permission-created-later.js';
import accessPolicyOfOtherRegion from './access/policy-of-other-region.js';
import accessPolicySize from './access/policy-size.js';
import accessPrincipalNotCreated from './access/principal-not-created.js';
import accessReplicationRegistryClosed from './access/replication-registry-closed.js';
import accessRoleNotAdmitted from './access/role-not-admitted.js';
import accessRoleNotTrusting from './access/role-not-trusting.js';
import accessServiceNotAdmitted from './access/service-not-admitted.js';
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
import cloudfrontCertificateNameMissing from './cloudfront/certificate-name-missing.js';
import cloudfrontEdgeFunctionUnsupported from './cloudfront/edge-function-unsupported.js';
import cloudfrontEdgeFunctionVersion from './cloudfront/edge-function-version.js';
import cloudfrontOriginPathWithoutStage from './cloudfront/origin-path-without-stage.js';
import cloudfrontWebAclScope from './cloudfront/web-acl-scope.js';
import cloudwatchAlarmMetricRegion from './cloudwatch/alarm-metric-region.js';
import cloudwatchAlarmWithoutAction from './cloudwatch/alarm-without-action.js';
import cloudwatchCompositeAlarmRegion from './cloudwatch/composite-alarm-region.js';
import cloudwatchErrorAlarmCounts from './cloudwatch/error-alarm-counts.js';
import codepipelineArtifactStoreRegion from './codepipeline/artifact-store-region.js';
import codepipelineBootstrapRoleRegion from './codepipeline/bootstrap-role-region.js';
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
import dynamodbLegacyReplica from './dynamodb/legacy-replica.js';
import dynamodbRemoteAccess from './dynamodb/remote-access.js';
import dynamodbReplicaKeyRegion from './dynamodb/replica-key-region.js';
import dynamodbReplicaRegionDuplicate from './dynamodb/replica-region-duplicate.js';
import dynamodbReplicaSsePartial from './dynamodb/replica-sse-partial.js';
import dynamodbReplicaSseWithoutTableSse from './dynamodb/replica-sse-without-table-sse.js';
import dynamodbReplicasMissStackRegion from './dynamodb/replicas-miss-stack-region.js';
import dynamodbSseTypeWithoutEncryption from './dynamodb/sse-type-without-encryption.js';
import dynamodbStreamMissing from './dynamodb/stream-missing.js';
import dynamodbStrongConsistencyRegions from './dynamodb/strong-consistency-regions.js';
import dynamodbWriteCapacityNotScaled from './dynamodb/write-capacity-not-scaled.js';
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
import globalVpcPeeringCidrOverlap from './global/vpc-peering-cidr-overlap.js';
import globalVpcPeeringRegion from './global/vpc-peering-region.js';
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
import referenceAttributeUnknown from './reference/attribute-unknown.js';
import referenceCrossRegionResponseSize from './reference/cross-region-response-size.js';
import referenceExportDuplicate from './reference/export-duplicate.js';
import referenceIdInTwoEnvironments from './reference/id-in-two-environments.js';
import referenceImportOtherEnvironment from './reference/import-other-environment.js';
import referenceImportUnresolved from './reference/import-unresolved.js';
import referenceMappingRegionMissing from './reference/mapping-region-missing.js';
import referenceNameInOtherRegion from './reference/name-in-other-region.js';
import referenceOrderCycle from './reference/order-cycle.js';
import referenceOrderMissing from './reference/order-missing.js';
import referenceOutputNotText from './reference/output-not-text.js';
import referenceRuntimeNameRegion from './reference/runtime-name-region.js';
import referenceSsmParameterOtherRegion from './reference/ssm-parameter-other-region.js';
import referenceSsmParameterSameTemplate from './reference/ssm-parameter-same-template.js';
import referenceStackOutputMissing from './reference/stack-output-missing.js';
import referenceStackOutputOtherEnvironment from './reference/stack-output-other-environment.js';
import referenceTokenUnresolved from './reference/token-unresolved.js';
import regionAsymmetricResource from './region/asymmetric-resource.js';
import regionAsymmetricSetting from './region/asymmetric-setting.js';
import regionCopiesNotReplicated from './region/copies-not-replicated.js';
import regionEndpointServiceRegion from './region/endpoint-service-region.js';
import regionEnvironmentAgnostic from './region/environment-agnostic.js';
import regionHostRegion from './region/host-region.js';
import regionImageRegion from './region/image-region.js';
import regionKeyRegion from './region/key-region.js';
import regionLogBucketRegion from './region/log-bucket-region.js';
import regionLogKeyPrincipal from './region/log-key-principal.js';
import regionSdkCallRegion from './region/sdk-call-region.js';
import regionServicePrincipalRegion from './region/service-principal-region.js';
import regionServiceRegion from './region/service-region.js';
import regionStateMachineRegion from './region/state-machine-region.js';
import regionTypeUnavailable from './region/type-unavailable.js';
import resilienceCapacityDiffers from './resilience/capacity-differs.js';
import resilienceContractMatchesNothing from './resilience/contract-matches-nothing.js';
import resilienceDeployedAtOnce from './resilience/deployed-at-once.js';
import resilienceLagUnobserved from './resilience/lag-unobserved.js';
import resilienceNoFailoverRoute from './resilience/no-failover-route.js';
import resilienceRpoNotMet from './resilience/rpo-not-met.js';
import resilienceRtoNotMet from './resilience/rto-not-met.js';
import resilienceStandbyDependsOnPrimary from './resilience/standby-depends-on-primary.js';
import resilienceStandbyIncomplete from './resilience/standby-incomplete.js';
import resilienceStoreNotReplicated from './resilience/store-not-replicated.js';
import route53AliasTargetNotAliasable from './route53/alias-target-not-aliasable.js';
import route53AliasZoneWrong from './route53/alias-zone-wrong.js';
import route53ApiDomainMismatch from './route53/api-domain-mismatch.js';
import route53CaaExcludesAmazon from './route53/caa-excludes-amazon.js';
import route53CertificateNameNotValidated from './route53/certificate-name-not-validated.js';
import route53CertificateOutsideZone from './route53/certificate-outside-zone.js';
import route53CertificateZonePrivate from './route53/certificate-zone-private.js';
import route53CnameAtApex from './route53/cname-at-apex.js';
import route53DeleteExistingWithPolicy from './route53/delete-existing-with-policy.js';
import route53FailoverHealthMissing from './route53/failover-health-missing.js';
import route53FailoverPairIncomplete from './route53/failover-pair-incomplete.js';
import route53GroupSplitOverZones from './route53/group-split-over-zones.js';
import route53HealthCheckAlarm from './route53/health-check-alarm.js';
import route53HealthCheckChildrenMissing from './route53/health-check-children-missing.js';
import route53HealthCheckHostMalformed from './route53/health-check-host-malformed.js';
import route53HealthCheckHostNeverResolves from './route53/health-check-host-never-resolves.js';
import route53HealthCheckHostPrivate from './route53/health-check-host-private.js';
import route53HealthCheckHostRegion from './route53/health-check-host-region.js';
import route53HealthCheckHostSelf from './route53/health-check-host-self.js';
import route53HealthCheckPathWithoutStage from './route53/health-check-path-without-stage.js';
import route53HealthCheckPortMismatch from './route53/health-check-port-mismatch.js';
import route53HealthCheckRejected from './route53/health-check-rejected.js';
import route53HealthCheckUnused from './route53/health-check-unused.js';
import route53NameNotServed from './route53/name-not-served.js';
import route53RecordDuplicate from './route53/record-duplicate.js';
import route53RecordOutsideZone from './route53/record-outside-zone.js';
import route53RecordRejected from './route53/record-rejected.js';
import route53RecordValueType from './route53/record-value-type.js';
import route53ReservedDomain from './route53/reserved-domain.js';
import route53RoutingHealthMissing from './route53/routing-health-missing.js';
import route53RoutingPolicyMixed from './route53/routing-policy-mixed.js';
import route53SetIdentifierDuplicate from './route53/set-identifier-duplicate.js';
import route53SetIdentifierMissing from './route53/set-identifier-missing.js';
import route53WebsiteBucketName from './route53/website-bucket-name.js';
import route53WeightedTtlDiffers from './route53/weighted-ttl-differs.js';
import route53WeightsAllZero from './route53/weights-all-zero.js';
import route53ZoneNotDelegated from './route53/zone-not-delegated.js';
import route53ZoneVpcAccount from './route53/zone-vpc-account.js';
import route53ZoneVpcRegion from './route53/zone-vpc-region.js';
import s3BucketNameNamespace from './s3/bucket-name-namespace.js';
import s3DeploymentsOverlap from './s3/deployments-overlap.js';
import s3NotificationsOverlap from './s3/notifications-overlap.js';
import s3ReplicationCycle from './s3/replication-cycle.js';
import s3ReplicationDestinationAccount from './s3/replication-destination-account.js';
import s3ReplicationDestinationClosed from './s3/replication-destination-closed.js';
import s3ReplicationDestinationMissing from './s3/replication-destination-missing.js';
import s3ReplicationDestinationObjectLock from './s3/replication-destination-object-lock.js';
import s3ReplicationDestinationOrder from './s3/replication-destination-order.js';
import s3ReplicationDestinationUnversioned from './s3/replication-destination-unversioned.js';
import s3ReplicationEncryptedObjectsSkipped from './s3/replication-encrypted-objects-skipped.js';
import s3ReplicationKeyRegion from './s3/replication-key-region.js';
import s3ReplicationRoleAccount from './s3/replication-role-account.js';
import s3ReplicationRolePermissions from './s3/replication-role-permissions.js';
import s3ReplicationRoleTrust from './s3/replication-role-trust.js';
import s3ReplicationRuleRejected from './s3/replication-rule-rejected.js';
import s3ReplicationSameRegion from './s3/replication-same-region.js';
import s3ReplicationSourceUnversioned from './s3/replication-source-unversioned.js';
import secretsNotReplicated from './secrets/not-replicated.js';
import secretsReplicaChanged from './secrets/replica-changed.js';
import snsSubscriptionRegion from './sns/subscription-region.js';
import sqsFifoMismatch from './sqs/fifo-mismatch.js';
import sqsVisibilityTimeout from './sqs/visibility-timeout.js';

/** Every check, sorted by id. */
export const checks: readonly Check[] = [
  accessAccountNotAdmitted,
  accessFunctionPolicySize,
  accessLogBucketRejected,
  accessManagedKeyShared,
  accessManagedPoliciesQuota,
  accessPermissionCreatedLater,
  accessPolicyOfOtherRegion,
  accessPolicySize,
  accessPrincipalNotCreated,
  accessReplicationRegistryClosed,
  accessRoleNotAdmitted,
  accessRoleNotTrusting,
  accessServiceNotAdmitted,
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
  cloudfrontCertificateNameMissing,
  cloudfrontEdgeFunctionUnsupported,
  cloudfrontEdgeFunctionVersion,
  cloudfrontOriginPathWithoutStage,
  cloudfrontWebAclScope,
  cloudwatchAlarmMetricRegion,
  cloudwatchAlarmWithoutAction,
  cloudwatchCompositeAlarmRegion,
  cloudwatchErrorAlarmCounts,
  codepipelineArtifactStoreRegion,
  codepipelineBootstrapRoleRegion,
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
  referenceAttributeUnknown,
  referenceCrossRegionResponseSize,
  referenceExportDuplicate,
  referenceIdInTwoEnvironments,
  referenceImportOtherEnvironment,
  referenceImportUnresolved,
  referenceMappingRegionMissing,
  referenceNameInOtherRegion,
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
  regionEndpointServiceRegion,
  regionEnvironmentAgnostic,
  regionHostRegion,
  regionImageRegion,
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
  s3BucketNameNamespace,
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
  snsSubscriptionRegion,
  sqsFifoMismatch,
  sqsVisibilityTimeout,
];
