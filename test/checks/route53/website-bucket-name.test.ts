import { expect, it } from 'vitest';
import { websiteBucketName as check } from '../../../checks/route53/alias-records.js';
import { findingsIn } from '../../support/findings-in.js';

const edited = (from: string, to: string) => JSON.parse(JSON.stringify(check.docs.bad).replaceAll(from, to));

it('reports the target and the website', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "route53/website-bucket-name",
        "logicalId": "Record",
        "message": "S3 answers www.acme-bank.io from a bucket of that name in eu-west-1, and no bucket here has it: Bucket is named "acme-bank-site". S3 answers 404 NoSuchBucket.",
        "propertyPath": "AliasTarget.DNSName",
        "related": [
          {
            "logicalId": "Bucket",
            "message": "The website.",
            "stack": "Site",
          },
        ],
        "severity": "warning",
        "stack": "Site",
      },
    ]
  `);
});

it.each([
  ['a bucket of that name', edited('acme-bank-site', 'www.acme-bank.io')],
  ['a website in another region', edited('s3-website-eu-west-1', 's3-website-us-east-1')],
  ['a distribution', edited('s3-website-eu-west-1.amazonaws.com', 'd111111abcdef8.cloudfront.net')],
  ['no website here', edited('WebsiteConfiguration', 'Other')],
  ['a bucket whose name is not known', edited('"acme-bank-site"', '{"Ref":"Name"}')],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
