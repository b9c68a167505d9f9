import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { runMain } from '../support/run-main.js';

const folder = fileURLToPath(new URL('../../samples/payments-diff/', import.meta.url));
const schema = (name: string) => JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'));

/** Run where a reader would: in the sample's folder. Other checks come and go. */
function diff(...options: string[]) {
  return runMain(['diff', 'before/cdk.out', 'after/cdk.out', '--only', 'route53/set-identifier-*', ...options], { cwd: folder });
}

/** Of the page what it says, without what shows it. */
function markupOf(page: string): string {
  return page.replace(/(<(script|style)\b[^>]*>)[^<]*(?:(?!<\/\2>)<[^<]*)*/g, '$1…').replace(/content="default-src[^"]*"/, 'content="…"');
}

describe('the diff of the sample', () => {
  test.each([
    ['terminal', 'txt'],
    ['json', 'json'],
    ['markdown', 'md'],
    ['html', 'html'],
    ['github', 'github.txt'],
    ['sarif', 'sarif'],
  ])('in %s is as committed', async (format, extension) => {
    const { code, stdout } = await diff('--format', format);
    expect(code).toBe(0);
    await expect(format === 'html' ? markupOf(stdout) : stdout).toMatchFileSnapshot(`${folder}expected.${extension}`);
  });

  test('fits the schema', async () => {
    const ajv = new Ajv({ allowUnionTypes: true });
    ajv.addSchema(schema('report'), 'report.schema.json');
    const validate = ajv.compile(schema('diff'));
    validate(JSON.parse((await diff('--format', 'json')).stdout));
    expect(validate.errors).toBeNull();
  });

  test('fails for the reasons that it is given', async () => {
    expect((await diff('--fail-on', 'destructive')).code).toBe(1);
    expect((await diff('--fail-on', 'broadening')).code).toBe(1);
    expect((await diff('--fail-on', 'new-findings')).code).toBe(1);
    expect((await diff('--fail-on', 'any-change', '--fail-on', 'destructive')).code).toBe(1);
    expect((await runMain(['diff', 'before/cdk.out', 'before/cdk.out', '--fail-on', 'any-change'], { cwd: folder })).code).toBe(0);
    expect((await diff('--fail-on', 'nothing')).code).toBe(2);
  });

  test('shows no values in comments and annotations unless asked for, and no secrets anywhere', async () => {
    const outputs = new Map<string, string>();
    for (const format of ['terminal', 'json', 'markdown', 'html', 'github']) outputs.set(format, (await diff('--format', format)).stdout);
    for (const output of outputs.values()) expect(output).not.toMatch(/not-a-real-token/);
    for (const format of ['terminal', 'markdown', 'github']) expect(outputs.get(format)).not.toMatch(/t3\.large/);
    for (const format of ['json', 'html']) expect(outputs.get(format)).toMatch(/t3\.large/);
    for (const format of ['terminal', 'markdown']) {
      const shown = (await diff('--format', format, '--show-values')).stdout;
      expect(shown).toMatch(/t3\.large/);
      expect(shown).not.toMatch(/not-a-real-token/);
    }
  });
});
