import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostileAssembly, TWO_REGIONS } from '../graph-page/sketches.js';
import { writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';

describe('synthcheck graph', () => {
  const cwd = writeProject(TWO_REGIONS);

  it('prints Mermaid of cdk.out by default', async () => {
    const { code, stdout, stderr } = await runMain(['graph'], { cwd });
    expect({ code, stderr, start: stdout.slice(0, 13) }).toEqual({ code: 0, stderr: '', start: 'flowchart LR\n' });
  });

  it.each([
    ['dot', /^\/\/ 6 links .*\ndigraph synthcheck \{/],
    ['json', /^\{\n {2}"version": 1,/],
    ['html', /^<!doctype html>/],
  ])('prints %s', async (format, start) => {
    const { code, stdout } = await runMain(['graph', 'cdk.out', '--format', format], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(start);
  });

  it('writes a file', async () => {
    const { code, stdout } = await runMain(['graph', '--format', 'html', '--output', 'graph.html'], { cwd, terminal: 80 });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(readFileSync(join(cwd, 'graph.html'), 'utf8')).toMatch(/<\/html>\n$/);
  });

  it('puts no page on a terminal', async () => {
    const { code, stdout, stderr } = await runMain(['graph', '--format', 'html'], { cwd, terminal: 80 });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--output');
  });

  it('takes stacks by name', async () => {
    const { stdout } = await runMain(['graph', '--stack', 'api-usw*'], { cwd });
    expect(stdout).toContain('Copy');
    expect(stdout).not.toContain('Handler');
    expect((await runMain(['graph', '--stack', 'nothing'], { cwd })).code).toBe(2);
  });

  it('lists the references that could not be resolved, and writes the graph beside', async () => {
    const { code, stdout } = await runMain(['graph', '--explain-links', '--output', 'graph.mmd'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('elsewhere:Queue  import: no stack in this app exports it');
    expect(readFileSync(join(cwd, 'graph.mmd'), 'utf8')).toMatch(/^flowchart LR\n/);
  });

  it('ends with 2 when there is no assembly, or a part of it cannot be read', async () => {
    expect((await runMain(['graph', 'nowhere'], { cwd })).code).toBe(2);
    const torn = writeProject({ ...TWO_REGIONS, files: { 'api-usw2.template.json': '{' } });
    const { code, stdout, stderr } = await runMain(['graph'], { cwd: torn });
    expect({ code, start: stdout.slice(0, 9) }).toEqual({ code: 2, start: 'flowchart' });
    expect(stderr).toContain('api-usw2.template.json');
  });

  it('prints the same bytes each time', async () => {
    const hostile = writeProject(hostileAssembly());
    for (const format of ['mermaid', 'dot', 'json', 'html']) {
      const first = await runMain(['graph', '--format', format], { cwd: hostile });
      const second = await runMain(['graph', '--format', format], { cwd: hostile });
      expect(first.stdout === second.stdout).toBe(true);
    }
  });
});
