import { isObject, own, ownList, ownObject, ownString } from '../assembly/json.js';
import type { Environment, Json, JsonObject, ResourceDeclaration } from '../assembly/model.js';

/** One stack of a stack set. */
export interface StackInstance extends Environment {
  readonly parameters: ReadonlyMap<string, string>;
}

/** What a template says of a stack set. */
export interface StackSet {
  readonly name: string | undefined;
  /** The text of the template, or the path of its file. */
  readonly body: string | undefined;
  readonly instances: readonly StackInstance[];
  /** Whether there are instances whose account or region the template does not say. */
  readonly isOpen: boolean;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html */
export function readStackSet({ raw }: ResourceDeclaration, parent: Environment): StackSet {
  const properties = ownObject(raw, 'Properties') ?? {};
  const common = pairsIn(ownList(properties, 'Parameters'));
  const instances = new Map<string, StackInstance>();
  let isOpen = false;
  for (const group of ownList(properties, 'StackInstancesGroup')) {
    if (!isObject(group)) continue;
    const targets = ownObject(group, 'DeploymentTargets') ?? {};
    // Which accounts an organizational unit has is known to AWS alone: one that is not known stands for them.
    const accounts = own(targets, 'OrganizationalUnitIds') === undefined ? ownList(targets, 'Accounts') : [null];
    const parameters = new Map([...common, ...pairsIn(ownList(group, 'ParameterOverrides'))]);
    for (const region of ownList(group, 'Regions').map((value) => textOf(value, parent))) {
      for (const account of (accounts.length === 0 ? [null] : accounts).map((value) => textOf(value, parent))) {
        if (region === undefined) isOpen = true;
        else instances.set(`${account}/${region}`, { account: account === '' ? undefined : account, region, parameters });
      }
    }
  }
  return {
    name: ownString(properties, 'StackSetName'),
    body: ownString(properties, 'TemplateBody'),
    instances: [...instances.values()],
    isOpen,
  };
}

/** A text, or the account or region of the stack. */
function textOf(value: Json, { account, region }: Environment): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  const name = isObject(value) ? ownString(value, 'Ref') : undefined;
  return name === 'AWS::Region' ? region : name === 'AWS::AccountId' ? account : undefined;
}

function pairsIn(list: readonly Json[]): ReadonlyMap<string, string> {
  return new Map(
    list.filter(isObject).flatMap((pair: JsonObject) => {
      const [key, value] = [ownString(pair, 'ParameterKey'), own(pair, 'ParameterValue')];
      return key !== undefined && (typeof value === 'string' || typeof value === 'number') ? [[key, String(value)] as const] : [];
    }),
  );
}
