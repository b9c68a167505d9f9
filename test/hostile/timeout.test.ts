import { expect, test } from 'vitest';
import { Deadline } from '../../src/deadline.js';
import { InputError } from '../../src/diagnostic.js';
import { BROKEN, writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';

test('--timeout ends the run with exit code 2, and says what was going on', async () => {
  const { code, stdout, stderr } = await runMain(['--lint', 'never', '--timeout', '0.000001'], { cwd: writeProject(BROKEN) });
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: '',
    stderr: 'synthcheck: the run took longer than 0.000001 seconds (--timeout); it was reading cdk.out\n',
  });
});

test.each([
  ['diff', ['cdk.out', 'cdk.out']],
  ['graph', ['cdk.out']],
])('%s ends in time, too', async (command, folders) => {
  const { code, stderr } = await runMain([command, ...folders, '--timeout', '0.000001'], { cwd: writeProject(BROKEN) });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'synthcheck: the run took longer than 0.000001 seconds (--timeout); it was reading cdk.out\n',
  });
  const wrong = await runMain([command, ...folders, '--timeout=0'], { cwd: writeProject(BROKEN) });
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('--timeout takes a number of seconds above 0');
});

test.each(['0', '-1', 'x'])('--timeout %s is no time', async (value) => {
  const { code, stderr } = await runMain([`--timeout=${value}`], { cwd: writeProject(BROKEN) });
  expect(code).toBe(2);
  expect(stderr).toContain('--timeout takes a number of seconds above 0');
});

test('the time counts from the start, and what waits for others ends too', async () => {
  let now = 0;
  const deadline = new Deadline(1, () => now);
  deadline.check(() => 'x');
  now = 1001;
  expect(() => deadline.check(() => 'reading a')).toThrow(
    new InputError('the run took longer than 1 seconds (--timeout); it was reading a'),
  );
  await expect(deadline.limit(new Promise(() => {}), 'waiting')).rejects.toThrow('it was waiting');
});
