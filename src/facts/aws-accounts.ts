/** Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html and `@aws-cdk/region-info`. */
const LOAD_BALANCER_LOGS = `
af-south-1 098369216593
ap-east-1 754344448648
ap-northeast-1 582318560864
ap-northeast-2 600734575887
ap-northeast-3 383597477331
ap-south-1 718504428378
ap-southeast-1 114774131450
ap-southeast-2 783225319266
ap-southeast-3 589379963580
ca-central-1 985666609251
cn-north-1 638102146993
cn-northwest-1 037604701340
eu-central-1 054676820928
eu-north-1 897822967062
eu-south-1 635631232127
eu-west-1 156460612806
eu-west-2 652711504416
eu-west-3 009996457667
me-south-1 076674570225
sa-east-1 507241528517
us-east-1 127311923021
us-east-2 033677994240
us-gov-east-1 190560391635
us-gov-west-1 048591011584
us-iso-east-1 770363063475
us-iso-west-1 121062877647
us-isob-east-1 740734521339
us-isof-east-1 091100254016
us-isof-south-1 412137745753
us-west-1 027434742980
us-west-2 797873946194
`;

/** Further accounts of AWS that policies and images name. */
const OTHERS: readonly (readonly [accounts: string, source: string])[] = [
  [
    '763104351884 871362719292 975050140332 772153158452 907027046896 457447274322 633930458069 727897471807 380420809688 692866216735 503227376785 204133271717 914824155844 217643126080 303241398832 454834333376',
    'Deep Learning Containers: `dlcRepositoryAccount` of `@aws-cdk/region-info`',
  ],
  [
    '840364872350 924023996002 856666278305 058264503299 909464085924 637423513210 919366029133 919830735681 422531588944 564877687649 772975370895',
    'App Mesh Envoy: `@aws-cdk/region-info`',
  ],
  [
    '903692715234 035351147821 859597730677 814480443879 216624486486 086441151436 388731089494 284668455005 113285607260 475085895292',
    'CloudTrail: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
  ],
  ['580247275435', 'Lambda Insights: `cloudwatch-lambda-insights-version` of `@aws-cdk/region-info`'],
  ['901920570463', 'ADOT layers: `adot-lambda-layer` of `@aws-cdk/region-info`'],
  ['806199016981', 'Topic of AWS IP ranges: https://github.com/aws/aws-cdk/issues/5734'],
  ['602401143452', 'EKS add-on images: https://docs.aws.amazon.com/eks/latest/userguide/add-ons-images.html'],
];

/** Accounts of load balancers that write access logs, by region. Regions opened since August 2022 have none. */
export const LOAD_BALANCER_ACCOUNTS: ReadonlyMap<string, string> = new Map(
  LOAD_BALANCER_LOGS.trim()
    .split('\n')
    .map((line) => line.split(' ') as [string, string]),
);

/** Accounts that belong to AWS: naming them is no mistake. */
export const AWS_ACCOUNTS: ReadonlySet<string> = new Set([
  ...LOAD_BALANCER_ACCOUNTS.values(),
  ...OTHERS.flatMap(([accounts]) => accounts.split(' ')),
]);
