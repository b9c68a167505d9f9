import { expect } from 'vitest';
import { ACCOUNT, type AssemblySketch, temporaryFolder, writeAssembly } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';

export const REGION = 'eu-west-1';

type Section = Readonly<Record<string, unknown>>;
export const app = (stack: string, resources: Section, outputs: Section = {}): AssemblySketch => ({
  stacks: { [stack]: { region: REGION, resources, outputs } },
});
export const importing = (name: string) => ({ Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::ImportValue': name } } });
export const reading = (name: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Environment: { Variables: { A: `{{resolve:ssm:${name}}}` } } },
});
export const parameter = (name: string, value: unknown) => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Name: name, Type: 'String', Value: value },
});
export const exporting = (name: string, value: unknown = 'x') => ({ Value: value, Export: { Name: name } });

export const NETWORK = app(
  'Network',
  { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alarms' } }, Zone: parameter('/network/zone', { Ref: 'Topic' }) },
  { Vpc: exporting('vpc-id') },
);
export const ORDERS = app('Orders', { Api: importing('vpc-id'), Worker: reading('/network/zone') });
export const PAYMENTS = app('Payments', {
  Api: importing('vpc-id'),
  Alarm: {
    Type: 'AWS::Lambda::Function',
    Properties: { Environment: { Variables: { TOPIC: `arn:aws:sns:${REGION}:${ACCOUNT}:alarms` } } },
  },
  Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } },
});

/** A folder with the indexes of applications. */
export async function organization(
  applications: Readonly<Record<string, AssemblySketch>>,
  argv: readonly string[] = [],
  env = {},
): Promise<string> {
  const cwd = temporaryFolder();
  for (const [name, sketch] of Object.entries(applications)) {
    const { code, stderr } = await runMain(
      [
        'index',
        writeAssembly(sketch),
        '--app',
        name,
        '--owner',
        `team-${name}`,
        '--repository',
        `https://git.acme.io/${name}`,
        '--commit',
        'abc1234',
        ...argv,
      ],
      { cwd, env },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  }
  return cwd;
}
