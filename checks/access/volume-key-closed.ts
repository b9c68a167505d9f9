import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { policiesAbout } from '../../src/queries/policies/about.js';
import { keyAt } from '../../src/queries/policies/callee-at.js';
import { decide, isAllowed } from '../../src/queries/policies/decide.js';
import { accountText, arnOf } from '../../src/queries/policies/texts.js';
import { placesAt } from '../../src/queries/region-of.js';

const account = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::482731905566:root' }, Action: 'kms:*', Resource: '*' };
const app = (...more: readonly { readonly [key: string]: string | object }[]) => ({
  Workers: stack('us-east-1', {
    Key: resource('AWS::KMS::Key', { KeyPolicy: policy(account, ...(more as readonly never[])) }),
    Template: resource('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: {
        BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true, KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } } }],
      },
    }),
    Group: resource('AWS::AutoScaling::AutoScalingGroup', {
      MinSize: '1',
      MaxSize: '4',
      LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' }, Version: '1' },
    }),
  }),
});

export default defineCheck({
  id: 'access/volume-key-closed',
  title: 'Auto Scaling group whose volumes are encrypted with a key that Auto Scaling may not use',
  severity: 'warning',
  types: ['AWS::AutoScaling::AutoScalingGroup'],
  docs: {
    why: 'EC2 Auto Scaling launches instances with its service-linked role, and that role has no access to keys of your own: the key policy must name it, and a statement for the whole account is not enough. Otherwise no instance is launched ("Client.InvalidKMSKey.InvalidState", "Client.InternalError: Client error on launch").',
    fix: 'Allow the service-linked role in the key: `key.grantEncryptDecrypt(role)` and `key.grant(role, "kms:CreateGrant")` with `role = iam.Role.fromRoleArn(this, "Scaling", `arn:aws:iam::${this.account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`)`.',
    sources: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html'],
    templateFix:
      'Allow `AWSServiceRoleForAutoScaling` in the `KeyPolicy`: `kms:Encrypt`, `kms:Decrypt`, `kms:ReEncrypt*`, `kms:GenerateDataKey*`, `kms:DescribeKey` and `kms:CreateGrant`.',
    bad: app(),
    good: app({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::482731905566:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling' },
      Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey', 'kms:CreateGrant'],
      Resource: '*',
    }),
  },
  *resource(group) {
    // A role with a suffix of its own may be anybody's.
    if (group.hasProperty('ServiceLinkedRoleARN')) return;
    const [at] = ['LaunchTemplate', 'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification'].flatMap((path) =>
      placesAt(group, `${path}.LaunchTemplateId`),
    );
    const template = at?.target('AWS::EC2::LaunchTemplate');
    if (at === undefined || template === undefined) return;
    for (const place of placesAt(template, 'LaunchTemplateData.BlockDeviceMappings.*.Ebs.KmsKeyId')) {
      const key = keyAt(place);
      if (key === undefined || mayScale(key) !== false) continue;
      yield {
        at,
        message: `Its volumes are encrypted with ${key.displayNameFrom(group)}, whose policy does not name the role AWSServiceRoleForAutoScaling: no instance can be launched.`,
        related: [
          { at: place, message: 'This names the key.' },
          { at: key, message: 'This is the key.' },
        ],
      };
      return;
    }
  },
});

function mayScale(key: Resource) {
  const policies = key.hasProperty('KeyPolicy') ? policiesAbout(key) : undefined;
  if (policies === undefined) return undefined;
  const account = accountText(key);
  const arn = ['arn:aws:iam::', ...account, ':role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling'];
  const principal = { kind: 'role', arn, account, byAccount: false } as const;
  return isAllowed(decide(policies, { action: 'kms:CreateGrant', principal, resource: arnOf(key), context: new Map() }));
}
