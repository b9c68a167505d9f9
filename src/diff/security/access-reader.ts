import { IamChanges, type IamChangesProps } from '@aws-cdk/cloudformation-diff/lib/iam/iam-changes.js';
import { SecurityGroupChanges } from '@aws-cdk/cloudformation-diff/lib/network/security-group-changes.js';
import { ALL_PROPERTIES, permissionsOf } from '../impact/impacts.js';
import type { Entry } from './entries.js';

/** What `@aws-cdk/cloudformation-diff` reads in policies and rules, all of it as added. */
export interface ReadByPackage {
  readonly iamChanges: IamChanges;
  readonly securityGroupChanges: SecurityGroupChanges;
}

type PropertyChange = IamChangesProps['propertyChanges'][number];
type ResourceChange = IamChangesProps['resourceChanges'][number];

/**
 * Lets the part of the package that reads permissions and rules read entries; undefined when it fails on them. The package's comparison of
 * templates (`fullDiff`) asks the resource specification which properties hold them, which takes half a second and 130 MB to load; our table
 * has these from the same specification. The files are no public interface, so `package.json` names one version.
 */
export function readByPackage(entries: readonly Entry[]): ReadByPackage | undefined {
  const properties = entries.flatMap(changedProperties);
  const resources = entries.flatMap(changedResources);
  const propertiesOf = (...types: readonly string[]) => properties.filter(({ scrutinyType }) => types.includes(scrutinyType));
  const resourcesOf = (...types: readonly string[]) => resources.filter(({ scrutinyType }) => types.includes(scrutinyType));
  try {
    return {
      iamChanges: new IamChanges({
        propertyChanges: propertiesOf(...IamChanges.IamPropertyScrutinies),
        resourceChanges: resourcesOf(...IamChanges.IamResourceScrutinies),
      }),
      securityGroupChanges: new SecurityGroupChanges({
        ingressRulePropertyChanges: propertiesOf('IngressRules'),
        egressRulePropertyChanges: propertiesOf('EgressRules'),
        ingressRuleResourceChanges: resourcesOf('IngressRuleResource'),
        egressRuleResourceChanges: resourcesOf('EgressRuleResource'),
      }),
    };
  } catch {
    // It throws on a bucket policy without a document, on a property called `hasOwnProperty`, …
    return undefined;
  }
}

function changedProperties({ alias, type, properties }: Entry): readonly PropertyChange[] {
  return permissionsOf(type)
    .filter(({ property }) => property !== ALL_PROPERTIES)
    .map(({ property, scrutiny }) => ({
      resourceLogicalId: alias,
      resourceType: type,
      propertyName: property,
      scrutinyType: scrutiny as PropertyChange['scrutinyType'],
      newValue: properties[property],
    }));
}

function changedResources({ alias, type, properties }: Entry): readonly ResourceChange[] {
  return permissionsOf(type)
    .filter(({ property }) => property === ALL_PROPERTIES)
    .map(({ scrutiny }) => ({
      resourceLogicalId: alias,
      resourceType: type,
      scrutinyType: scrutiny as ResourceChange['scrutinyType'],
      newProperties: properties,
    }));
}
