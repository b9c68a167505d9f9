/** AWS services whose endpoints an alias record can point to. */
export type AliasService = 'alb' | 'nlb' | 'api' | 's3-website' | 'beanstalk' | 'cloudfront' | 'accelerator';

/** As they stand in a message. */
export const ALIAS_SERVICE_NAMES: Readonly<Record<AliasService, string>> = {
  alb: 'Application and Classic Load Balancers',
  nlb: 'Network Load Balancers',
  api: 'regional domains of API Gateway',
  's3-website': 'S3 websites',
  beanstalk: 'Elastic Beanstalk',
  cloudfront: 'CloudFront and edge-optimized domains',
  accelerator: 'Global Accelerator',
};

/**
 * The hosted zones that AWS keeps for the endpoints of a service in a region. A region that is not listed is not known.
 * Sources: https://docs.aws.amazon.com/general/latest/gr/elb.html (checked id by id against terraform-provider-aws,
 * `internal/service/elbv2/hosted_zone_id_data_source.go`), https://docs.aws.amazon.com/general/latest/gr/apigateway.html,
 * and `@aws-cdk/region-info` 2.269.0 for S3 websites and Elastic Beanstalk, without the regions where sources disagree.
 */
const REGIONAL: Readonly<Record<Exclude<AliasService, 'cloudfront' | 'accelerator'>, string>> = {
  alb: `
    us-east-1 Z35SXDOTRQ7X7K
    us-east-2 Z3AADJGX6KTTL2
    us-west-1 Z368ELLRRE2KJ0
    us-west-2 Z1H1FL5HABSF5
    eu-west-1 Z32O12XQLNTSW2
    eu-west-2 ZHURV8PSTC4K8
    eu-west-3 Z3Q77PNBQS71R4
    eu-central-1 Z215JYRZR1TBD5
    eu-central-2 Z06391101F2ZOEP8P5EB3
    eu-north-1 Z23TAZ6LKFMNIO
    eu-south-1 Z3ULH7SSC9OV64
    eu-south-2 Z0956581394HF5D5LXGAP
    ap-northeast-1 Z14GRHDCWA56QT
    ap-northeast-2 ZWKZPGTI48KDX
    ap-northeast-3 Z5LXEXXYW11ES
    ap-southeast-1 Z1LMS91P8CMLE5
    ap-southeast-2 Z1GM3OXH4ZPM65
    ap-southeast-3 Z08888821HLRG5A9ZRTER
    ap-south-1 ZP97RAFLXTNZK
    ap-south-2 Z0173938T07WNTVAEPZN
    ap-east-1 Z3DQVH9N71FHZ0
    ca-central-1 ZQSVJUPU6J1EY
    sa-east-1 Z2P70J7HTTTPLU
    af-south-1 Z268VQBMOI5EKX
    me-south-1 ZS929ML54UICD
    me-central-1 Z08230872XQRWHG2XF6I
    cn-north-1 Z1GDH35T77C1KE
    cn-northwest-1 ZM7IZAIOVVDZF
    us-gov-east-1 Z166TLBEWOO7G0
    us-gov-west-1 Z33AYJ8TM3BH4J
  `,
  nlb: `
    us-east-1 Z26RNL4JYFTOTI
    us-east-2 ZLMOA37VPKANP
    us-west-1 Z24FKFUX50B4VW
    us-west-2 Z18D5FSROUN65G
    eu-west-1 Z2IFOLAFXWLO4F
    eu-west-2 ZD4D7Y8KGAS4G
    eu-west-3 Z1CMS0P5QUZ6D5
    eu-central-1 Z3F0SRJ5LGBH90
    eu-central-2 Z02239872DOALSIDCX66S
    eu-north-1 Z1UDT6IFJ4EJM
    eu-south-1 Z23146JA1KNAFP
    eu-south-2 Z1011216NVTVYADP1SSV
    ap-northeast-1 Z31USIVHYNEOWT
    ap-northeast-2 ZIBE1TIR4HY56
    ap-northeast-3 Z1GWIQ4HH19I5X
    ap-southeast-1 ZKVM4W9LS7TM
    ap-southeast-2 ZCT6FZBF4DROD
    ap-southeast-3 Z01971771FYVNCOVWJU1G
    ap-south-1 ZVDDRBQ08TROA
    ap-south-2 Z0711778386UTO08407HT
    ap-east-1 Z12Y7K3UBGUAD1
    ca-central-1 Z2EPGBW3API2WT
    sa-east-1 ZTK26PT1VY4CU
    af-south-1 Z203XCE67M25HM
    me-south-1 Z3QSRYVP46NYYV
    me-central-1 Z00282643NTTLPANJJG2P
    us-gov-east-1 Z1ZSMQQ6Q24QQ8
    us-gov-west-1 ZMG1MZ2THAWF1
    cn-north-1 Z3QFB96KMJ7ED6
    cn-northwest-1 ZQEIKTCZ8352D
  `,
  api: `
    us-east-2 ZOJJZC49E0EPZ
    us-east-1 Z1UJRXOUMOOFQ8
    us-west-1 Z2MUQ32089INYE
    us-west-2 Z2OJLYMUO9EFXC
    af-south-1 Z2DHW2332DAMTN
    ap-east-1 Z3FD1VL90ND7K5
    ap-south-1 Z3VO1THU9YC4UR
    ap-south-2 Z0853509Q1135NJ66RUH
    ap-northeast-1 Z1YSHQZHG15GKL
    ap-northeast-2 Z20JF4UZKIW1U8
    ap-northeast-3 Z22ILHG95FLSZ2
    ap-southeast-1 ZL327KTPIQFUL
    ap-southeast-2 Z2RPCDW04V8134
    ap-southeast-3 Z10132843TYUYSLUG4HA3
    ap-southeast-4 Z092189423Y7RJK61311D
    ap-southeast-5 Z0314042F0KBUTZ3X5HF
    ca-central-1 Z19DQILCV0OWEC
    ca-west-1 Z04745493436AWVTG1OQY
    eu-central-1 Z1U9ULNL0V5AJ3
    eu-central-2 Z09222482MK253X48U76H
    eu-west-1 ZLY8HYME6SFDD
    eu-west-2 ZJ5UAJN8Y3Z2Q
    eu-west-3 Z3KY65QIEKYHQQ
    eu-north-1 Z3UWIKFBOOGXPP
    eu-south-1 Z3BT4WSQ9TDYZV
    eu-south-2 Z02499852UI5HEQ5JVWX3
    il-central-1 Z07264553HBI44N5X2CKP
    sa-east-1 ZCMLWB8V5SYIT
    me-south-1 Z20ZBPC0SS8806
    me-central-1 Z08780021BKYYY8U0YHTV
    us-gov-west-1 Z1K6XKP9SAGWDV
    us-gov-east-1 Z3SE9ATJYCRCZJ
  `,
  's3-website': `
    ap-east-1 ZNB98KWMFR0R6
    ap-east-2 Z064739330DAH7WJVOO93
    ap-northeast-1 Z2M4EHUR26P7ZW
    ap-northeast-2 Z3W03O7B5YMIYP
    ap-northeast-3 Z2YQB5RD63NC85
    ap-south-1 Z11RGJOFQNVJUP
    ap-south-2 Z02976202B4EZMXIPMXF7
    ap-southeast-1 Z3O0J2DXBE1FTB
    ap-southeast-2 Z1WCIGYICN2BYD
    ap-southeast-3 Z01846753K324LI26A3VV
    ap-southeast-4 Z0312387243XT5FE14WFO
    ap-southeast-5 Z08660063OXLMA7F1FJHU
    ap-southeast-7 Z0031014GXUMRZG6I14G
    ca-central-1 Z1QDHH18159H29
    ca-west-1 Z03565811Z33SLEZTHOUL
    cn-north-1 Z5CN8UMXT92WN
    cn-northwest-1 Z282HJ1KT0DH03
    eu-central-1 Z21DNDUVLTQW6Q
    eu-central-2 Z030506016YDQGETNASS
    eu-north-1 Z3BAZG2TWCNX0D
    eu-south-2 Z0081959F7139GRJC19J
    eu-west-1 Z1BKCTXD74EZPE
    eu-west-2 Z3GKZC51ZF0DB4
    eu-west-3 Z3R1K369G5AVDG
    il-central-1 Z09640613K4A3MN55U7GU
    me-central-1 Z06143092I8HRXZRUZROF
    me-south-1 Z1MPMWCPA7YB62
    sa-east-1 Z7KQH4QJS55SO
    us-east-1 Z3AQBSTGFYJSTF
    us-east-2 Z2O1EMRO9K5GLX
    us-gov-east-1 Z2NIFVYYW2VKV1
    us-gov-west-1 Z31GFT0UA1I2HV
    us-isof-east-1 Z03373031FTGQH4MNG6ST
    us-isof-south-1 Z03376072I8GXC2DXUFXI
    us-west-1 Z2F56UZL2M1ACD
    us-west-2 Z3BJ6K6RIION7M
  `,
  beanstalk: `
    af-south-1 Z1EI3BVKMKK4AM
    ap-east-1 ZPWYUBWRU171A
    ap-northeast-1 Z1R25G3KIG2GBW
    ap-northeast-2 Z3JE5OI70TWKCP
    ap-northeast-3 ZNE5GEY1TIAGY
    ap-south-1 Z18NTBI3Y7N9TZ
    ap-south-2 Z10223522IBWPBF2C2FJS
    ap-southeast-1 Z16FZ9L249IFLT
    ap-southeast-2 Z2PCDNR3VC2G1N
    ap-southeast-3 Z05913172VM7EAZB40TA8
    ap-southeast-4 Z0666869LC74UHAO5YE4
    ap-southeast-5 Z01812971H0QCYWSL7WOH
    ap-southeast-6 Z01144401H1NECCLJDD4D
    ca-central-1 ZJFCZL7SSZB5I
    ca-west-1 Z1021028356Y0CYS11DQI
    eu-central-1 Z1FRNW7UH4DEZJ
    eu-central-2 Z00227012FSHBMZNNSJJI
    eu-north-1 Z23GO28BZ5AETM
    eu-south-1 Z10VDYYOA2JFKM
    eu-west-1 Z2NYPWQ7DFZAZH
    eu-west-2 Z1GKAAAUGATPF1
    eu-west-3 Z5WN6GAYWG5OB
    il-central-1 Z02941091PERNCB1MI5H7
    me-south-1 Z2BBTEKR2I36N2
    sa-east-1 Z10X7K2B4QSOFV
    us-east-1 Z117KPS5GTRQ2G
    us-east-2 Z14LCN19Q5QHIC
    us-gov-east-1 Z35TSARG0EJ4VU
    us-gov-west-1 Z4KAURWC4UUUG
    us-west-1 Z1LQECGX5PH1X
    us-west-2 Z38NKT9BP95V3O
  `,
};

/** Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html */
const GLOBAL = [
  ['cloudfront', 'Z2FDTNDATAQYW2'],
  ['accelerator', 'Z2BJ6XQ5FK7U4H'],
] as const;

/** Whose zone a zone id is. */
export interface ZoneOwner {
  readonly service: AliasService;
  /** Undefined for global services. */
  readonly region: string | undefined;
}

const OWNERS: ReadonlyMap<string, ZoneOwner> = new Map([
  ...GLOBAL.map(([service, id]): [string, ZoneOwner] => [id, { service, region: undefined }]),
  ...Object.entries(REGIONAL).flatMap(([service, table]) =>
    table
      .trim()
      .split('\n')
      .map((line): [string, ZoneOwner] => {
        const [region = '', id = ''] = line.trim().split(' ');
        return [id, { service: service as AliasService, region }];
      }),
  ),
]);

const BY_OWNER: ReadonlyMap<string, string> = new Map([...OWNERS].map(([id, { service, region }]) => [`${service} ${region ?? ''}`, id]));

/** The service and region that AWS keeps a hosted zone for; undefined when it is none of the known ones. */
export function ownerOfZone(id: string): ZoneOwner | undefined {
  return OWNERS.get(id);
}

/** The hosted zone of a service's endpoints in a region; undefined when it is not known. */
export function zoneIdOf({ service, region }: ZoneOwner): string | undefined {
  return BY_OWNER.get(`${service} ${region ?? ''}`);
}
