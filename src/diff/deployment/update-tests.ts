import type { UpdateTest } from '../../facts/updates/row.js';
import type { Update } from './update.js';
import type { Violation } from './update-rules.js';
import { blockedRuntime, brokerStorageStep, codeDeployService, kubernetesVersionStep, shardsOutOfRange } from './update-tests-compute.js';
import {
  customParameterGroup,
  domainDowngraded,
  indexWithoutCapacity,
  majorVersionWithoutFlag,
  minorVersionOfGlobalCluster,
  parameterGroupOfOldFamily,
  primaryBeforeSecondary,
  replacedByUpgrade,
  schemaAttributeChanged,
  standardAttributeRequired,
  storageStep,
  versionOfMember,
} from './update-tests-data.js';
import { aliasOfAnotherKey } from './update-tests-keys.js';
import { addressKept, lastVpcOfZone, subnetsOfAnotherVpc, volumeAttached, zoneLeft } from './update-tests-network.js';

/** What is wrong, as the start of a sentence; undefined when the update is accepted or a value is unknown. */
export type TestUpdate = (update: Update) => Violation | undefined;

export const UPDATE_TESTS: Readonly<Record<UpdateTest, TestUpdate>> = {
  'major-version-without-flag': majorVersionWithoutFlag,
  'major-version-with-custom-parameter-group': customParameterGroup,
  'primary-before-secondary': primaryBeforeSecondary,
  'minor-version-of-global-cluster': minorVersionOfGlobalCluster,
  'schema-attribute-changed': schemaAttributeChanged,
  'subnets-of-another-vpc': subnetsOfAnotherVpc,
  'last-vpc-of-zone': lastVpcOfZone,
  'shards-out-of-range': shardsOutOfRange,
  'broker-storage-step': brokerStorageStep,
  'kubernetes-version-step': kubernetesVersionStep,
  'code-deploy-service': codeDeployService,
  'blocked-runtime': blockedRuntime,
  'parameter-group-of-old-family': parameterGroupOfOldFamily,
  'address-kept': addressKept,
  'volume-attached': volumeAttached,
  'index-without-capacity': indexWithoutCapacity,
  'storage-step': storageStep,
  'version-of-member': versionOfMember,
  'zone-left': zoneLeft,
  'standard-attribute-required': standardAttributeRequired,
  'replaced-by-upgrade': replacedByUpgrade,
  'domain-downgraded': domainDowngraded,
  'alias-of-another-key': aliasOfAnotherKey,
};
