import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writeAssembly } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
/** What every object has without having it of its own. */
const NAMES = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'];

function assembly(name: string, changed: string): string {
  const ref = { Ref: 'Odd' };
  const rule = { IpProtocol: name, CidrIp: '10.0.0.0/8', FromPort: 1, ToPort: 2 };
  return writeAssembly({
    stacks: {
      One: {
        region: 'us-east-1',
        resources: {
          Odd: { Type: name, Properties: { [name]: name, Name: changed, AvailabilityZone: name, VpcId: ref } },
          Check: { Type: 'AWS::Route53::HealthCheck', Properties: { HealthCheckConfig: { Type: 'HTTP', FullyQualifiedDomainName: ref } } },
          Record: {
            Type: 'AWS::Route53::RecordSet',
            Properties: { HostedZoneId: 'Z1', Name: 'a.acme.net', Type: name, AliasTarget: { DNSName: ref, HostedZoneId: name } },
          },
          Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: changed, SecurityGroupIngress: [rule, rule] } },
          Role: {
            Type: 'AWS::IAM::Role',
            Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: name, Action: name, Principal: { [name]: ref } }] } },
          },
          Permission: {
            Type: 'AWS::Lambda::Permission',
            Properties: { FunctionName: ref, Principal: name, SourceArn: ref, Action: changed },
          },
          Database: {
            Type: 'AWS::RDS::DBInstance',
            Properties: { Engine: name, EngineVersion: changed, AvailabilityZone: { 'Fn::Select': name } },
          },
          Custom: { Type: `Custom::${name}`, Properties: { ServiceToken: ref, [name]: name, Region: name } },
        },
        outputs: { [name]: { Value: ref, Export: { Name: name } } },
        metadata: { [`/One/${name}`]: [{ type: name, data: name }] },
      },
    },
  });
}

describe.each(NAMES)('types, keys and values that are called `%s`', (name) => {
  test('are in no table of the program', async () => {
    const [before, after] = [assembly(name, 'one'), assembly(name, 'two')];
    for (const argv of [
      ['check', after, '--lint', 'never'],
      ['diff', before, after],
      ['graph', after, '--format', 'html'],
    ]) {
      const { code, stdout, stderr } = await runMain(argv);
      expect([0, 1]).toContain(code);
      expect(stdout + stderr).not.toMatch(/defect of synthcheck|failed while reading|\[native code\]|\[object /);
    }
  });
});

test('tables that are asked for names have no prototype', () => {
  const plain = ['src', 'checks'].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/^(?:generated|pages)\b/.test(file))
      .flatMap(
        (file) =>
          readFileSync(join(repository, folder, file), 'utf8').match(/^(?:export )?const [A-Z_]+: Readonly<Record<string, .*>> = \{/gm) ??
          [],
      ),
  );
  expect(plain).toEqual([]);
});
