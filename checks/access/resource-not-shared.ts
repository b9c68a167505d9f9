import type { JsonObject } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import { SHARED_TYPES, SHARED_USES } from '../../src/facts/admission/resource-shares.js';
import { unsharedUsesOf } from '../../src/queries/policies/resource-shares.js';

const app = (account: string) => ({
  Hub: {
    ...stack('us-east-1', {
      Gateway: resource('AWS::EC2::TransitGateway', { Description: 'hub' }),
      Share: resource('AWS::RAM::ResourceShare', {
        Name: 'gateway',
        ResourceArns: [{ 'Fn::Sub': 'arn:aws:ec2:${AWS::Region}:${AWS::AccountId}:transit-gateway/${Gateway}' }],
        Principals: [account],
      }),
    }),
    outputs: { Gateway: { Value: { Ref: 'Gateway' } } },
  },
  Spoke: {
    account: '604211987345',
    ...stackAfter('Hub', 'us-east-1', {
      Attachment: resource('AWS::EC2::TransitGatewayVpcAttachment', {
        TransitGatewayId: output('Hub', 'Gateway'),
        VpcId: 'vpc-0a1b2c3d4e5f60718',
        SubnetIds: ['subnet-0a1b2c3d4e5f60718'],
      }),
    }),
  },
});

function output(StackName: string, OutputName: string): JsonObject {
  return { 'Fn::GetStackOutput': { StackName, OutputName, RoleArn: 'arn:aws:iam::482731905566:role/reader' } };
}

export default defineCheck({
  id: 'access/resource-not-shared',
  title: 'Resource of another account is not shared with the account',
  severity: 'warning',
  types: Object.keys(SHARED_USES),
  docs: {
    why: 'Transit gateways, subnets, prefix lists, resolver rules and the like have no policy: another account can use one only after a resource share of AWS RAM names it for that account, its organizational unit or its organization. Until then the service answers as if the id did not exist. A share may be written elsewhere.',
    fix: 'Share it in the account that owns it, in a stack that is deployed first: `new ram.CfnResourceShare(this, "Share", { name, resourceArns: [arn], principals: [account] })`.',
    sources: [...new Set(SHARED_TYPES.map(({ source }) => source))],
    templateFix: 'Share it in the account that owns it, with `AWS::RAM::ResourceShare`, in a stack that is deployed first.',
    bad: app('718820043961'),
    good: app('604211987345'),
  },
  *resource(user) {
    for (const { row, at, resource: shared, later } of unsharedUsesOf(user)) {
      const name = shared.physicalName ?? shared.displayNameFrom(user);
      yield {
        at,
        message:
          later === undefined
            ? `No resource share here gives account ${user.account} the use of ${name} of account ${shared.account}: ${row.answer}.`
            : `${later.displayName} shares ${name} of account ${shared.account} with account ${user.account}, and is created after this: ${row.answer}.`,
        related: [{ at: later ?? shared, message: later === undefined ? 'It is declared here.' : 'This must be there first.' }],
      };
    }
  },
});
