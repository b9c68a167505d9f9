import { expect, it } from 'vitest';
import { fixOfRule } from '../../src/external/rule-fixes.js';

it('says what to write for rules that apps meet most, in the words of the CDK or of templates', () => {
  expect(fixOfRule('cfn-lint/I3011', true)).toMatch(/applyRemovalPolicy/);
  expect(fixOfRule('cfn-lint/I3011', false)).toMatch(/DeletionPolicy/);
  expect(fixOfRule('cfn-lint/E3012', true)).toBeUndefined();
  expect(fixOfRule('constructor', true)).toBeUndefined();
});
