import { describe, expect, test } from 'vitest';
import { writeAssembly } from '../support/assembly-builder.js';
import { contentOfPage } from '../support/page-content.js';
import { WRONG_RECORD } from '../support/planted.js';
import { runMain } from '../support/run-main.js';

/** A finding in each of the first `wrong` stacks, and `size` resources in each. */
function manyStacks(count: number, size: number, wrong: number): string {
  const resources = Object.fromEntries(Array.from({ length: size }, (_, index) => [`Topic${index}`, { Type: 'AWS::SNS::Topic' }]));
  const stacks = Array.from({ length: count }, (_, index) => [
    `S${String(index).padStart(4, '0')}`,
    { region: 'us-east-1', resources: index < wrong ? { ...resources, Wrong: WRONG_RECORD } : resources },
  ]);
  return writeAssembly({ stacks: Object.fromEntries(stacks) });
}

async function report(folder: string, format: string): Promise<string> {
  const { code, stdout } = await runMain(['check', folder, '--lint', 'never', '--format', format]);
  expect(code).toBe(1);
  return stdout;
}

describe('an assembly of 600 stacks with 40 resources each', () => {
  const folder = manyStacks(600, 40, 3);

  test('html draws the stacks of the listed findings, and says that there are more', async () => {
    const page = await report(folder, 'html');
    expect(page).toContain('The graph shows 3 of 600 stacks, those of the findings above.');
    const content = contentOfPage(page);
    expect(content.graph.stacks.map(({ id }) => id)).toEqual(['S0000', 'S0001', 'S0002']);
    expect(content.graph.resources).toHaveLength(3 * 41);
  });

  test('junit has a case for each stack with findings of a check, and one for a check without any', async () => {
    const cases = [...(await report(folder, 'junit')).matchAll(/<testcase classname="([^"]*)" name="([^"]*)"/g)];
    const namesOf = (id: string) => cases.filter(([, check]) => check === id).map(([, , name]) => name);
    const environment = '(482731905566/us-east-1)';
    expect(namesOf('route53/set-identifier-missing')).toEqual(['S0000', 'S0001', 'S0002'].map((stack) => `${stack} ${environment}`));
    expect(namesOf('route53/record-duplicate')).toHaveLength(1);
  });
});
