import { defineCheck } from 'synthcheck';

/** A rule of this company, which no catalogue can know. */
export const bucketWithoutOwner = defineCheck({
  id: 'company/bucket-without-owner',
  title: 'Bucket without an owner tag',
  severity: 'warning',
  docs: {
    why: 'Whoever is called at night looks at the `owner` tag of the bucket that is full.',
    fix: "`Tags.of(bucket).add('owner', 'payments')`.",
    sources: ['https://wiki.example.com/tagging'],
    bad: { Data: { region: 'eu-west-1', resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: {} } } } },
    good: {
      Data: {
        region: 'eu-west-1',
        resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { Tags: [{ Key: 'owner', Value: 'payments' }] } } },
      },
    },
  },
  types: ['AWS::S3::Bucket'],
  *resource(bucket) {
    const tags = bucket.property('Tags').items;
    // Undefined: the tags come from something that is known at deployment only. Then there is nothing to say.
    if (tags === undefined || tags.some((tag) => tag.isUnknown)) return;
    if (tags.some((tag) => tag.get('Key').text === 'owner')) return;
    yield { at: bucket, message: 'The bucket has no `owner` tag.' };
  },
});
