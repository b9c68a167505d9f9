import { describe, expect, test } from 'vitest';
import { checks } from '../../checks/index.js';
import { inLanguage } from '../../src/finding/cdk-code/sentence.js';

const OTHERS = ['python', 'java', 'csharp', 'go'] as const;

/** Each row: TypeScript, Python, Java, C#, Go. `=` is what stays. */
const ROWS: readonly (readonly [string, string, string, string, string])[] = [
  ['removalPolicy', 'removal_policy', '=', 'RemovalPolicy', 'RemovalPolicy'],
  ['replicas', '=', '=', 'Replicas', 'Replicas'],
  ['addDependency', 'add_dependency', '=', 'AddDependency', 'AddDependency'],
  ['versioned: true', 'versioned=True', '.versioned(true)', 'Versioned = true', 'Versioned: jsii.Bool(true)'],
  [
    'removalPolicy: RemovalPolicy.RETAIN',
    'removal_policy=RemovalPolicy.RETAIN',
    '.removalPolicy(RemovalPolicy.RETAIN)',
    'RemovalPolicy = RemovalPolicy.RETAIN',
    'RemovalPolicy: awscdk.RemovalPolicy_RETAIN',
  ],
  [
    'ec2.SubnetType.PRIVATE_ISOLATED',
    '=',
    'SubnetType.PRIVATE_ISOLATED',
    'SubnetType.PRIVATE_ISOLATED',
    'awsec2.SubnetType_PRIVATE_ISOLATED',
  ],
  [
    'loadBalancer.loadBalancerDnsName',
    'load_balancer.load_balancer_dns_name',
    'loadBalancer.getLoadBalancerDnsName()',
    'loadBalancer.LoadBalancerDnsName',
    'loadBalancer.LoadBalancerDnsName()',
  ],
  [
    "new kms.Key(this, 'Key', { multiRegion: true })",
    'kms.Key(self, "Key", multi_region=True)',
    'Key.Builder.create(this, "Key").multiRegion(true).build()',
    'new Key(this, "Key", new KeyProps { MultiRegion = true })',
    'awskms.NewKey(stack, jsii.String("Key"), &awskms.KeyProps{ MultiRegion: jsii.Bool(true) })',
  ],
  [
    "new MonitoringStack(app, 'Monitoring', { env: { account, region: 'us-east-1' } })",
    'MonitoringStack(app, "Monitoring", env=Environment(account=account, region="us-east-1"))',
    'new MonitoringStack(app, "Monitoring", StackProps.builder().env(Environment.builder().account(account).region("us-east-1").build()).build())',
    'new MonitoringStack(app, "Monitoring", new StackProps { Env = new Environment { Account = account, Region = "us-east-1" } })',
    'NewMonitoringStack(app, jsii.String("Monitoring"), &awscdk.StackProps{ Env: &awscdk.Environment{ Account: account, Region: jsii.String("us-east-1") } })',
  ],
  [
    'replicationRules: [{ destination: otherStack.bucket }]',
    'replication_rules=[ReplicationRule(destination=other_stack.bucket)]',
    '.replicationRules(List.of(ReplicationRule.builder().destination(otherStack.getBucket()).build()))',
    'ReplicationRules = new [] { new ReplicationRule { Destination = otherStack.Bucket } }',
    'ReplicationRules: &[]*awss3.ReplicationRule{ { Destination: otherStack.Bucket } }',
  ],
  [
    "new route53.CfnHostedZone(this, 'Zone', { vpcs: [{ vpcId }] })",
    'route53.CfnHostedZone(self, "Zone", vpcs=[route53.CfnHostedZone.VPCProperty(vpc_id=vpc_id)])',
    'CfnHostedZone.Builder.create(this, "Zone").vpcs(List.of(CfnHostedZone.VPCProperty.builder().vpcId(vpcId).build())).build()',
    'new CfnHostedZone(this, "Zone", new CfnHostedZoneProps { Vpcs = new [] { new CfnHostedZone.VPCProperty { VpcId = vpcId } } })',
    'awsroute53.NewCfnHostedZone(stack, jsii.String("Zone"), &awsroute53.CfnHostedZoneProps{ Vpcs: &[]interface{}{ &awsroute53.CfnHostedZone_VPCProperty{ VpcId: vpcId } } })',
  ],
  [
    'Fn.select(2, Fn.split("/", functionUrl.url))',
    'Fn.select(2, Fn.split("/", function_url.url))',
    'Fn.select(2, Fn.split("/", functionUrl.getUrl()))',
    'Fn.Select(2, Fn.Split("/", functionUrl.Url))',
    'awscdk.Fn_Select(jsii.Number(2), awscdk.Fn_Split(jsii.String("/"), functionUrl.Url(), nil))',
  ],
  [
    'orders-${cdk.Stack.of(this).region}',
    'f"orders-{cdk.Stack.of(self).region}"',
    '"orders-" + Stack.of(this).getRegion()',
    '$"orders-{Stack.Of(this).Region}"',
    'jsii.String(fmt.Sprintf("orders-%s", *awscdk.Stack_Of(stack).Region()))',
  ],
  [
    'bucket.node.addDependency(permission)',
    'bucket.node.add_dependency(permission)',
    'bucket.getNode().addDependency(permission)',
    'bucket.Node.AddDependency(permission)',
    'bucket.Node().AddDependency(permission)',
  ],
];

describe('code in a sentence', () => {
  test.each(ROWS)('%s', (code, ...written) => {
    const sentence = (text: string) => `Write \`${text}\`, and deploy.`;
    const expected = written.map((text) => sentence(text === '=' ? code : text));
    expect(OTHERS.map((language) => inLanguage(sentence(code), language))).toEqual(expected);
    expect(inLanguage(sentence(code), 'typescript')).toBe(sentence(code));
    expect(inLanguage(sentence(code), 'javascript')).toBe(sentence(code));
  });

  test('a property that classes of L1 have with other structures is that of the class that the sentence names', () => {
    const pair = '`sseSpecification: { sseEnabled: true }`';
    expect(inLanguage(`On \`CfnGlobalTable\` add ${pair}.`, 'python')).toBe(
      'On `CfnGlobalTable` add `sse_specification=CfnGlobalTable.SSESpecificationProperty(sse_enabled=True)`.',
    );
    expect(inLanguage(`Add ${pair}.`, 'python')).toBe(`Add ${pair}.`);
  });

  test.each([
    'cdk synth',
    'cdk.out',
    'cdk.context.json',
    'stacks',
    'deletion.retained',
    'external.globalClusters',
    'route53:CreateHostedZone',
    '${AWS::Region}',
    'BucketName',
    'east.shop.acme-bank.io',
    'isProduction',
    'process.env.ACCOUNT',
    'for (const region of regions) new OrdersStack(app, region)',
    "new Service(app, 'Service', { vpc: network.vpc })",
    'removalPolicy: props.isTemporary ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN',
    'constructor',
    '__proto__',
    'toString: true',
  ])('%s stays as it is', (code) => {
    for (const language of OTHERS) expect(inLanguage(`\`${code}\``, language)).toBe(`\`${code}\``);
  });

  test('a text with expressions in it, between two backticks', () => {
    const code = '`` roleName: `jobs-${this.region}` ``';
    expect(OTHERS.map((language) => inLanguage(code, language))).toEqual([
      '`role_name=f"jobs-{self.region}"`',
      '`.roleName("jobs-" + this.getRegion())`',
      '`RoleName = $"jobs-{this.Region}"`',
      '`RoleName: jsii.String(fmt.Sprintf("jobs-%s", *stack.Region()))`',
    ]);
  });

  test('what is left out has no form in a builder of Java', () => {
    const code = "`ec2.Vpc.fromLookup(this, 'Vpc', { … })`";
    expect(inLanguage(code, 'java')).toBe(code);
    expect(inLanguage(code, 'python')).toBe('`ec2.Vpc.from_lookup(self, "Vpc", …)`');
  });

  test('every fix of the catalogue keeps its words', () => {
    const words = (text: string) => text.replace(/`` .*? ``|`[^`]*`/g, '`');
    for (const { docs } of checks) for (const language of OTHERS) expect(words(inLanguage(docs.fix, language))).toBe(words(docs.fix));
  });

  test('most code of the catalogue is written in each language', () => {
    const codes = new Set(checks.flatMap(({ docs }) => docs.fix.match(/`[^`]*[a-z][A-Z:(.][^`]*`/g) ?? []));
    // Of the rest, what is no name of the library (commands, configuration), loops and casts.
    const left = (language: (typeof OTHERS)[number]) =>
      [...codes].filter((code) => inLanguage(code, language) === code).length / codes.size;
    expect(left('python')).toBeLessThan(0.4);
    expect(left('csharp')).toBeLessThan(0.4);
    expect(left('go')).toBeLessThan(0.4);
  });
});
