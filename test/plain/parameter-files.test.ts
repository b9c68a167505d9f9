import { expect, test } from 'vitest';
import { runMain } from '../support/run-main.js';
import { writeRepository } from './project.js';

const TEMPLATE = `Parameters:
  Stage: { Type: String, Default: dev }
  Zones: { Type: CommaDelimitedList, Default: a }
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Sub 'jobs-\${Stage}'
`;

/** The name of the queue says which value the parameter has. */
async function queueNameWith(parameters: unknown, files: Readonly<Record<string, unknown>>): Promise<string | null> {
  const cwd = writeRepository({ 'a.yaml': TEMPLATE, ...files, 'synthcheck.config.json': { stacks: [{ template: 'a.yaml', parameters }] } });
  const { stdout, stderr } = await runMain(['graph', '--format', 'json', '.'], { cwd });
  return stdout === '' ? stderr : JSON.parse(stdout).resources[0].physicalName;
}

test.each([
  ['create-stack', 'p.json', [{ ParameterKey: 'Stage', ParameterValue: 'prod' }]],
  ['deploy, as JSON', 'p.json', ['Stage=prod', 'Zones=a,b']],
  ['deploy, as text', 'p.env', '# the stage\nStage=prod Zones="a, b"\n'],
  ['deploy, in quotes', 'p.txt', '"Stage=prod"'],
  ['the SAM CLI', 'p.txt', 'ParameterKey=Stage,ParameterValue=prod'],
  ['CodePipeline', 'p.json', { Parameters: { Stage: 'prod', Zones: ['a', 'b'] }, Tags: { team: 'jobs' }, StackPolicy: {} }],
  ['rain', 'p.yaml', 'Parameters:\n  Stage: prod\nTags:\n  team: jobs\n'],
  ['scripts', 'p.json', { Stage: 'prod' }],
])('parameters in the form of %s', async (_, file, content) => {
  expect(await queueNameWith(file, { [file]: typeof content === 'string' ? content : JSON.stringify(content) })).toBe('jobs-prod');
});

test('parameters in the configuration', async () => {
  expect(await queueNameWith({ Stage: 'prod' }, {})).toBe('jobs-prod');
});

test('a default is no value: a deployment may override it', async () => {
  expect(await queueNameWith({}, {})).toBeNull();
});

test.each([
  ['is not there', 'p.json', {}, 'p.json: the file does not exist'],
  ['is no JSON', 'p.json', { 'p.json': '{' }, 'p.json: the file is not valid JSON'],
  ['holds a number', 'p.json', { 'p.json': '1' }, 'p.json: the file holds no parameters'],
])('a file that %s', async (_, parameters, files, message) => {
  const text = await queueNameWith(parameters, files);
  expect(text).toMatch(/^synthcheck: the parameters /);
  expect(text).toContain(message);
});
