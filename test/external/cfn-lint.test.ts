import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { setIdentifierMissing } from '../../checks/route53/record-groups.js';
import type { Report } from '../../src/finding/report.js';
import { type CheckAssembliesOptions, checkAssemblies } from '../../src/run/check-assemblies.js';
import { type AssemblySketch, temporaryFolder, writeAssembly } from '../support/assembly-builder.js';
import { WRONG_RECORD } from '../support/planted.js';

/** An engine takes two seconds to start, and more beside other tests. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const subnet = (zone: string) => ({
  Type: 'AWS::EC2::Subnet',
  Properties: { VpcId: 'vpc-0123456789abcdef0', CidrBlock: '10.0.0.0/24', AvailabilityZone: zone },
});
const WRONG = { Type: 'AWS::S3::Bucket', Properties: { Foo: 1 } };
const planted: AssemblySketch = {
  stacks: {
    Web: {
      region: 'eu-west-1',
      parameters: { Unused: { Type: 'String' } },
      resources: {
        Site: { Type: 'AWS::S3::Bucket', Properties: { Foo: 1, Tags: [{ Key: 'a' }] } },
        Quiet: { Type: 'AWS::S3::Bucket', Metadata: { 'cfn-lint': { config: { ignore_checks: ['E3002'] } } }, Properties: { Foo: 1 } },
        Acked: { Type: 'AWS::S3::Bucket', Properties: { Foo: 1 } },
        Record: WRONG_RECORD,
        Subnet: subnet('eu-west-1a'),
      },
      metadata: { 'Web/Acked': [{ type: 'aws:cdk:acknowledged-rules', data: { 'CloudFormation-Validate::F3002': 'meant' } }] },
      nested: { Inner: { resources: { Deep: { Type: 'AWS::S3::Bucket', Properties: { Bar: 1 } } } } },
    },
    Empty: { outputs: { Name: { Value: 'x' } } },
    Broken: { resources: { Site: { Type: 'AWS::S3::Bucket', Properties: { Foo: 1 } } } },
  },
};

let folder: string;
let root: string;
let cacheHome: string;
const cacheFolder = () => join(cacheHome, 'synthcheck', 'lint');
const check = async (options: Partial<CheckAssembliesOptions> = {}): Promise<Report> => {
  const all = {
    assemblies: [root],
    checks: [setIdentifierMissing],
    config: {},
    lint: 'always',
    workingDirectory: folder,
    ...options,
  } as const;
  return (await checkAssemblies(all)).report;
};
const lintIn = ({ findings }: Report): readonly string[] =>
  findings
    .filter(({ checkId }) => checkId.startsWith('cfn-lint/'))
    .map(({ checkId, stack, resource, propertyPath }) => `${checkId} ${stack.id} ${resource?.logicalId ?? '-'} ${propertyPath.join('.')}`);

beforeAll(() => {
  folder = temporaryFolder();
  cacheHome = temporaryFolder();
  vi.stubEnv('XDG_CACHE_HOME', cacheHome);
  root = writeAssembly(planted);
});

describe('on planted faults', () => {
  let report: Report;
  beforeAll(async () => {
    report = await check();
  });

  test('all templates are read, nested ones too; our findings stand beside', () => {
    expect(lintIn(report)).toEqual(
      expect.arrayContaining([
        'cfn-lint/F3002 Web Site Foo',
        'cfn-lint/F3003 Web Site Tags.0',
        'cfn-lint/F3002 Web/Inner Deep Bar',
        'cfn-lint/W2001 Web - Parameters.Unused',
        'cfn-lint/F3002 Broken Site Foo',
      ]),
    );
    expect(report.findings.map(({ checkId }) => checkId)).toContain('route53/set-identifier-missing');
    expect(report.diagnostics).toEqual([]);
  });

  test('noise is left out, and so is that an empty stack is empty', () => {
    expect(lintIn(report).filter((line) => /I9001|I9040|F0001/.test(line))).toEqual([]);
  });

  test("what cfn-lint's own metadata ignores is suppressed, and what the app acknowledges", () => {
    expect(lintIn(report).filter((line) => /Quiet|Acked/.test(line))).toEqual([]);
    expect(report.summary.suppressed).toBe(2);
  });

  test('with a fix, the address of the rule, and a line', () => {
    const finding = report.findings.find(({ checkId }) => checkId === 'cfn-lint/F3003');
    expect(finding).toMatchObject({
      severity: 'warning',
      fix: "Add the required property 'Value'",
      docs: 'https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md#E3003',
      template: { file: 'Web.template.json', line: 13 },
    });
  });

  test("the engine's lines are ours", () => {
    const engine = new Set<string>();
    for (const name of readdirSync(cacheFolder())) {
      const { diagnostics } = JSON.parse(readFileSync(join(cacheFolder(), name), 'utf8')) as {
        diagnostics: readonly { ruleId: string; logicalId?: string; startLine: number }[];
      };
      for (const { ruleId, logicalId, startLine } of diagnostics) engine.add(`cfn-lint/${ruleId} ${logicalId ?? '-'} ${startLine}`);
    }
    const ours = report.findings.filter(({ checkId }) => checkId.startsWith('cfn-lint/'));
    expect(ours.length).toBeGreaterThan(4);
    for (const { checkId, resource, template } of ours)
      expect(engine).toContain(`${checkId} ${resource?.logicalId ?? '-'} ${template.line}`);
  });
});

describe('the cache', () => {
  test('gives the same report without the engine', async () => {
    const first = await check();
    const start = performance.now();
    expect(await check()).toEqual(first);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('what is damaged or changed is found again', async () => {
    const before = lintIn(await check());
    for (const [index, name] of readdirSync(cacheFolder()).entries())
      writeFileSync(join(cacheFolder(), name), index % 2 === 0 ? '{' : '{"status":"OK","diagnostics":[1]}');
    expect(lintIn(await check())).toEqual(before);
  });

  test('a folder that cannot be written is no reason to fail', async () => {
    rmSync(join(cacheHome, 'synthcheck'), { recursive: true });
    writeFileSync(join(cacheHome, 'synthcheck'), '');
    expect(lintIn(await check())).toContain('cfn-lint/F3002 Web Site Foo');
    rmSync(join(cacheHome, 'synthcheck'));
  });
});

describe('modes', () => {
  test('auto takes what cdk synth found, which looks at no nested stack', async () => {
    expect(lintIn(await check({ lint: 'auto' }))).toEqual(['cfn-lint/F3002 Web/Inner Deep Bar']);
  });

  test('auto runs nothing where cdk synth has looked at all', async () => {
    const { Web, ...rest } = planted.stacks ?? {};
    const flat = writeAssembly({ ...planted, stacks: { ...rest, Web: { ...Web, nested: {} } } });
    expect(lintIn(await check({ assemblies: [flat], lint: 'auto' }))).toEqual([]);
  });

  test('auto runs the rules on templates that the report does not mention, and on all when the assembly is not trusted', async () => {
    const place = (logicalId?: string) => ({ cloudFormationResource: { templatePath: 'Web.template.json', logicalId } });
    const withReport = (...violatingConstructs: readonly object[]): string =>
      writeAssembly({
        stacks: { Web: { resources: { Site: WRONG } }, Other: { resources: { Site: WRONG } } },
        files: {
          'validation-report.json': {
            pluginReports: [{ pluginName: 'CloudFormation Validate', violations: [{ ruleName: 'F3003', violatingConstructs }] }],
          },
        },
      });
    const [none, part] = [withReport(), withReport(place('Site'))];
    const [web, other] = ['cfn-lint/F3002 Web Site Foo', 'cfn-lint/F3002 Other Site Foo'];
    expect(lintIn(await check({ assemblies: [none], lint: 'auto' }))).toEqual(expect.arrayContaining([web, other]));
    const found = lintIn(await check({ assemblies: [part], lint: 'auto' }));
    expect(found).toContain(other);
    expect(found).not.toContain(web);
    expect(lintIn(await check({ assemblies: [part], lint: 'auto', assemblySuppressions: false }))).toEqual(
      expect.arrayContaining([web, other]),
    );
  });

  test('auto runs the rules when there is no report, and the configuration may say so', async () => {
    const bare = writeAssembly(planted);
    rmSync(join(bare, 'validation-report.json'));
    expect(lintIn(await check({ assemblies: [bare], lint: undefined }))).toContain('cfn-lint/F3002 Web Site Foo');
    expect(lintIn(await check({ assemblies: [bare], lint: undefined, config: { lint: { mode: 'never' } } }))).toEqual([]);
  });

  test('rules that are not wanted are left out, and noise that is named is in', async () => {
    const report = await check({ config: { checks: { 'cfn-lint/**': 'off', 'cfn-lint/I9040': 'info' } } });
    expect(new Set(lintIn(report).map((line) => line.split(' ')[0]))).toEqual(new Set(['cfn-lint/I9040']));
  });

  test('what both runs found is reported once', async () => {
    const twice = writeAssembly({
      ...planted,
      files: {
        'validation-report.json': {
          pluginReports: [
            {
              pluginName: 'CloudFormation Validate',
              violations: [
                {
                  ruleName: 'F3002',
                  description: 'Foo: not allowed',
                  violatingConstructs: [
                    { cloudFormationResource: { templatePath: 'Web.template.json', logicalId: 'Site', propertyPaths: ['Properties.Foo'] } },
                  ],
                },
              ],
            },
          ],
        },
      },
    });
    expect(lintIn(await check({ assemblies: [twice] })).filter((line) => line.endsWith(' Foo'))).toEqual([
      'cfn-lint/F3002 Broken Site Foo',
      'cfn-lint/F3002 Web Site Foo',
    ]);
  });
});

describe("rules of one's own", () => {
  test('run in the same engine', async () => {
    const guard = `let buckets = Resources.*[ Type == 'AWS::S3::Bucket' ]
rule BUCKET_NAMED when %buckets !empty {
  %buckets.Properties.BucketName exists <<Buckets have names here>>
}
`;
    const rego = `package mine
import rego.v1
violation contains v if {
  some name in resources_of_type("AWS::S3::Bucket")
  v := make_diag_at("MY-1", "ERROR", name, "Properties.Tags", "Buckets have other tags here")
}
`;
    mkdirSync(join(folder, 'rules'));
    writeFileSync(join(folder, 'rules', 'own.guard'), guard);
    writeFileSync(join(folder, 'rules', 'own.rego'), rego);
    const { findings } = await check({ config: { lint: { rules: ['rules/*.{guard,rego}'] } } });
    const own = findings.filter(({ checkId }) => checkId.startsWith('cloudformation-validate/'));
    expect(new Set(own.map(({ checkId, severity, message }) => `${severity} ${checkId}: ${message}`))).toEqual(
      new Set([
        'error cloudformation-validate/BUCKET_NAMED: Buckets have names here',
        'error cloudformation-validate/MY-1: Buckets have other tags here',
      ]),
    );
  });

  test.each([
    ['missing.guard', 'config: `lint.rules`: `missing.guard` names no file'],
    ['none/*.guard', 'config: `lint.rules`: `none/*.guard` names no file'],
    ['*.nothing', 'config: `lint.rules`: `*.nothing` fits no file'],
  ])('%s', async (rule, expected) => {
    await expect(check({ config: { lint: { rules: [rule] } } })).rejects.toThrow(expected);
  });

  test('that the engine does not take are an error, once for each template', async () => {
    writeFileSync(join(folder, 'wrong.guard'), 'rule {{{');
    const report = await check({ config: { lint: { rules: ['wrong.guard'] } } });
    expect(report.diagnostics.length).toBeGreaterThan(0);
    expect(report.diagnostics[0]).toMatchObject({
      severity: 'error',
      message: expect.stringContaining("cfn-lint's rules failed on the template"),
    });
    expect(report.findings.map(({ checkId }) => checkId)).toContain('route53/set-identifier-missing');
  });
});
