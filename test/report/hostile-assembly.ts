import type { AssemblySketch } from '../support/assembly-builder.js';

/** What terminals, runners, Markdown, HTML, XML, SARIF viewers, shells and databases would take for more than text. */
export const ATTACKS = [
  '\u001b[31mred\u001b]0;title\u0007\u009b2J',
  'x\n::error file=a::planted',
  '::stop-commands::token',
  'x\r\n##[add-mask]secret',
  'x ##vso[task.setvariable variable=a]planted ##teamcity[buildStop]',
  '<script>window.attacked=1</script>',
  '</script></title></style><img src="https://attacker.invalid/x.png" onerror="window.attacked=1">',
  '"><svg/onload=window.attacked=1>',
  '![pixel](https://attacker.invalid/p.png) [link](javascript:window.attacked=1)',
  '@octocat #1 GH-1 octo/repo#2 https://attacker.invalid www.attacker.invalid a@attacker.invalid :tada: $x$',
  '``` `code` | cell | ~~~ </details> <!-- ',
  '\n\n# heading\n- item\n```mermaid\nclick a "javascript:1"\n```',
  "'; DROP TABLE findings; -- ",
  ']]> &amp; &lt;x&gt; <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]> &e;',
  '\u202egnirts\u2066 \u200b\u200d\ufeff\u00ad\u2028\u2029 \ud800 \ufffe\uffff',
  '${{ github.token }} $(id) `id` %0A::error::x {0} {1} %s',
  '__proto__',
] as const;

const ALL = ATTACKS.join(' ');

/** Names and messages of every kind are attacks: stack, logical id, construct path, export, annotation, file of a trace, and another tool's rule. */
export function hostileAssembly(): AssemblySketch {
  const resources = Object.fromEntries(ATTACKS.map((name) => [name, table(name)]));
  const annotations = ATTACKS.map((name, index) => [
    `Evil/${name}`,
    [
      { type: index % 2 === 0 ? 'aws:cdk:error' : 'aws:cdk:warning', data: `${name} [ack: ${name}]` },
      { type: 'aws:cdk:creationStack', data: [`new Evil (/somewhere/${name}:3:5)`] },
    ],
  ]);
  return {
    stacks: {
      Evil: {
        name: ALL,
        displayName: ALL,
        region: '<b>us-east-1</b>',
        resources,
        metadata: Object.fromEntries(annotations),
        outputs: { Out: { Value: ALL, Export: { Name: ALL } } },
      },
      Other: { region: 'us-west-2', resources: { [ALL]: { Type: `Custom::${ALL}`, Properties: { Gone: { 'Fn::ImportValue': ALL } } } } },
    },
    files: {
      'validation-report.json': {
        version: '1.0',
        pluginReports: [
          {
            pluginName: ALL,
            conclusion: 'failure',
            violations: ATTACKS.map((name) => ({
              ruleName: name,
              description: name,
              severity: 'error',
              fix: name,
              violatingConstructs: [{ constructPath: `Evil/${name}` }],
            })),
          },
        ],
      },
    },
  };
}

/** A replica without a key. */
function table(name: string): object {
  return {
    Type: 'AWS::DynamoDB::GlobalTable',
    Properties: {
      TableName: name,
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      Replicas: [{ Region: name }, { Region: 'us-east-1', SSESpecification: { KMSMasterKeyId: name } }, { Region: 'us-west-2' }],
    },
  };
}
