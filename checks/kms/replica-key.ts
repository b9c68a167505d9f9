import { defineCheck } from '../../src/check/check.js';
import { outputOf, policy, resource, stackAfter, stackWith } from '../../src/check/example-parts.js';

const KeyPolicy = policy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::482731905566:root' }, Action: 'kms:*', Resource: '*' });
const example = (primary: object) => ({
  East: stackWith({ KeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } }, 'us-east-1', { Key: resource('AWS::KMS::Key', { KeyPolicy, ...primary }) }),
  West: stackAfter('East', 'us-west-2', {
    Replica: resource('AWS::KMS::ReplicaKey', { KeyPolicy, PrimaryKeyArn: outputOf('East', 'KeyArn', 'us-east-1') }),
  }),
});

export default defineCheck({
  id: 'kms/replica-key',
  title: 'KMS key cannot be replicated',
  severity: 'error',
  types: ['AWS::KMS::ReplicaKey'],
  docs: {
    why: 'Only a multi-region key can be replicated, and only into another region than its own, once in each. KMS rejects anything else: "… is not a multi-region key." or "us-east-1 cannot have a replica because it contains the primary."',
    fix: "Make the primary multi-region when it is created (`new kms.Key(this, 'Key', { multiRegion: true })`; it cannot be changed later), and put `kms.CfnReplicaKey` into a stack of another region.",
    sources: [
      'https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-replicate.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-replicakey.html',
    ],
    templateFix:
      'Set `MultiRegion: true` on the primary when it is created (it cannot be changed later), and declare the `AWS::KMS::ReplicaKey` in a stack of another region.',
    bad: example({}),
    good: example({ MultiRegion: true }),
  },
  *resource(replica) {
    const at = replica.property('PrimaryKeyArn');
    const { arn, reference } = at;
    const key = reference?.resource.type === 'AWS::KMS::Key' ? reference.resource : undefined;
    const related = key === undefined ? [] : [{ at: key, message: 'The primary key.' }];
    const multiRegion = key?.property('MultiRegion');
    const id = arn?.resource.kind === 'literal' ? String(arn.resource.value) : '';
    if (multiRegion?.isAbsent || multiRegion?.boolean === false || (/^key\//.test(id) && !id.startsWith('key/mrk-'))) {
      yield { at, message: `${key?.displayNameFrom(at.resource) ?? id} is not a multi-region key: KMS cannot replicate it.`, related };
    } else if (replica.region !== undefined && arn?.region === replica.region) {
      yield {
        at,
        message: `"${replica.region} cannot have a replica because it contains the primary": this stack is in the region of the key.`,
        related,
      };
    }
  },
});
