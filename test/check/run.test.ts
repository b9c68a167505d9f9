import { describe, expect, it } from 'vitest';
import { type Check, defineCheck } from '../../src/check/check.js';
import { runChecks } from '../../src/check/run.js';
import { NO_SETTINGS } from '../../src/check/settings.js';
import { graphOf } from '../graph/links-in.js';
import type { StackSketch } from '../support/assembly-builder.js';

const docs = { why: '', fix: '', sources: [], bad: {}, good: {} };
const noisy = defineCheck({
  id: 'test/too-loud',
  title: 'Too loud',
  severity: 'error',
  types: ['X::Y::Speaker'],
  docs,
  *resource(speaker) {
    const volume = speaker.property('Volume');
    if ((volume.number ?? 0) > 10) yield { at: volume, message: `${volume.text} is too loud.` };
  },
});

function speak(volume: unknown, stack: StackSketch = {}, resource: object = {}, checks: readonly Check[] = [noisy]): readonly string[] {
  const graph = graphOf({
    stacks: { App: { ...stack, resources: { Speaker: { Type: 'X::Y::Speaker', Properties: { Volume: volume }, ...resource } } } },
  });
  const { problems, failures } = runChecks(graph, checks, NO_SETTINGS);
  return [
    ...problems.map(({ check, problem }) => `${problem.severity ?? check.severity} ${problem.message}`),
    ...failures.map(({ checkId, reading, error }) => `${checkId} failed on ${reading}: ${String(error)}`),
  ];
}

const open: StackSketch = {
  parameters: { Mode: { Type: 'String' }, Loud: { Type: 'Number', Default: 11 } },
  conditions: {
    Live: { 'Fn::Equals': [{ Ref: 'Mode' }, 'live'] },
    LoudByDefault: { 'Fn::Equals': [{ Ref: 'Loud' }, 11] },
    East: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
  },
};

describe('what is open at synthesis', () => {
  it.each<[what: string, volume: unknown, stack: StackSketch, resource: object, said: readonly string[]]>([
    ['a known value', 11, {}, {}, ['error 11 is too loud.']],
    ['an unknown value', { Ref: 'Mode' }, open, {}, []],
    ['one bad branch', { 'Fn::If': ['Live', 11, 5] }, open, {}, ['warning 11 is too loud. (When Live holds.)']],
    ['the other branch', { 'Fn::If': ['Live', 5, 11] }, open, {}, ['warning 11 is too loud. (When Live does not hold.)']],
    ['a bad branch that the default does not choose', { 'Fn::If': ['LoudByDefault', 5, 11] }, open, {}, []],
    [
      'a bad branch inside another',
      { 'Fn::If': ['Live', { 'Fn::If': ['Night', 11, 5] }, 5] },
      { ...open, conditions: { ...open.conditions, Night: { 'Fn::Equals': [{ Ref: 'Hour' }, '3'] } } },
      {},
      [],
    ],
    ['two bad branches', { 'Fn::If': ['Live', 11, 12] }, open, {}, ['error 12 is too loud. (Whether or not Live holds.)']],
    ['equal bad branches', { 'Fn::If': ['Live', 11, 11] }, open, {}, ['error 11 is too loud.']],
    ['the branch that counts', { 'Fn::If': ['East', 11, 5] }, { ...open, region: 'us-east-1' }, {}, ['error 11 is too loud.']],
    ['the branch that does not count', { 'Fn::If': ['East', 11, 5] }, { ...open, region: 'us-west-2' }, {}, []],
    ['a resource that may not be there', 11, open, { Condition: 'Live' }, []],
    ['a resource that is not there', 11, { ...open, region: 'us-west-2' }, { Condition: 'East' }, []],
    [
      'a default',
      { Ref: 'Loud' },
      open,
      {},
      ['warning 11 is too loud. (With the default of a template parameter, which a deployment may override.)'],
    ],
    [
      'a default in a text',
      { 'Fn::Sub': '${Loud}' },
      open,
      {},
      ['warning 11 is too loud. (With the default of a template parameter, which a deployment may override.)'],
    ],
    ['a default that is overridden', { Ref: 'Loud' }, { ...open, parameterValues: { Loud: '5' } }, {}, []],
    [
      'a resource that is there by default',
      11,
      open,
      { Condition: 'LoudByDefault' },
      ['warning 11 is too loud. (With the default of a template parameter, which a deployment may override.)'],
    ],
  ])('%s', (_, volume, stack, resource, said) => {
    expect(speak(volume, stack, resource)).toEqual(said);
  });
});

describe('a check that needs a property', () => {
  const pitched = defineCheck({ ...noisy, needs: ['Tune', 'Pitch'] });
  it.each<[what: string, properties: object, said: readonly string[]]>([
    ['is not asked about a resource without it', { Volume: 11 }, []],
    ['is not asked about it when something is open there', { Volume: { Ref: 'Loud' } }, []],
    ['is asked about one that has it', { Volume: 11, Pitch: 'a' }, ['error 11 is too loud.']],
    [
      'is asked about one that may have it',
      { Volume: 11, Pitch: { 'Fn::If': ['Live', 'a', { Ref: 'AWS::NoValue' }] } },
      ['error 11 is too loud.'],
    ],
  ])('%s', (_, Properties, said) => {
    expect(speak(undefined, open, { Properties }, [pitched])).toEqual(said);
  });
});

describe('a check that throws', () => {
  it('is named with what it was reading, and the others still run', () => {
    const broken = defineCheck({
      ...noisy,
      id: 'test/broken',
      // biome-ignore lint/correctness/useYield: it throws before it yields
      *resource() {
        throw new Error('oops');
      },
    });
    expect(speak(11, {}, {}, [broken, noisy])).toEqual(['error 11 is too loud.', 'test/broken failed on App/Speaker: Error: oops']);
  });
});
