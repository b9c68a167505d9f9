import type { UpdateTest } from '../../../facts/updates/row.js';
import type { Rejection, Update } from '../update.js';
import { blockedRuntime, brokerStorageStep, codeDeployService, kubernetesVersionStep, shardsOutOfRange } from './compute.js';
import { domainDowngraded } from './domains.js';
import {
  majorVersionOfGlobalMember,
  minorVersionOfGlobalCluster,
  parameterGroupsOfMembers,
  primaryBeforeSecondary,
} from './global-clusters.js';
import { aliasOfAnotherKey } from './keys.js';
import { addressKept, lastVpcOfZone, subnetsOfAnotherVpc, volumeAttached, zoneLeft } from './network.js';
import {
  customParameterGroup,
  majorVersionWithoutFlag,
  majorVersionWithSecurityGroups,
  parameterGroupOfOldFamily,
  storageStep,
  versionOfMember,
} from './relational.js';
import { indexWithoutCapacity } from './tables.js';
import { schemaAttributeChanged, standardAttributeRequired } from './user-pools.js';

/** What is wrong, as the start of a sentence; undefined when the update is accepted or a value is unknown. */
type TestUpdate = (update: Update) => Rejection | undefined;

export const UPDATE_TESTS: Readonly<Record<UpdateTest, TestUpdate>> = {
  'major-version-without-flag': majorVersionWithoutFlag,
  'major-version-with-security-groups': majorVersionWithSecurityGroups,
  'major-version-with-custom-parameter-group': customParameterGroup,
  'parameter-group-of-old-family': parameterGroupOfOldFamily,
  'primary-before-secondary': primaryBeforeSecondary,
  'major-version-of-global-member': majorVersionOfGlobalMember,
  'parameter-groups-of-members': parameterGroupsOfMembers,
  'minor-version-of-global-cluster': minorVersionOfGlobalCluster,
  'storage-step': storageStep,
  'version-of-member': versionOfMember,
  'index-without-capacity': indexWithoutCapacity,
  'schema-attribute-changed': schemaAttributeChanged,
  'standard-attribute-required': standardAttributeRequired,
  'domain-downgraded': domainDowngraded,
  'subnets-of-another-vpc': subnetsOfAnotherVpc,
  'last-vpc-of-zone': lastVpcOfZone,
  'zone-left': zoneLeft,
  'address-kept': addressKept,
  'volume-attached': volumeAttached,
  'shards-out-of-range': shardsOutOfRange,
  'broker-storage-step': brokerStorageStep,
  'kubernetes-version-step': kubernetesVersionStep,
  'code-deploy-service': codeDeployService,
  'blocked-runtime': blockedRuntime,
  'alias-of-another-key': aliasOfAnotherKey,
};
