// Writes an assembly again and again, as `cdk synth` does: the lock first, templates one by one, the manifest last.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , folder, stacks, mode] = process.argv;
const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
const wait = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/** What the program takes for the end, less what the clock of the file system is behind. */
const PAUSE_MILLISECONDS = 900;
let before = 0;

function write(file, content) {
  writeFileSync(join(folder, file), content);
  if (Date.now() - before > PAUSE_MILLISECONDS) writeFileSync(join(folder, '../paused'), '');
  before = Date.now();
}

process.stdout.write('ready\n');
for (let generation = 1; ; generation++) {
  // Nobody synthesizes twice in a second; the lock needs no such help.
  wait(mode === 'locked' ? 15 : 1_200);
  if (mode === 'locked') writeFileSync(join(folder, 'synth.lock'), String(process.pid));
  before = Date.now();
  for (let index = 0; index < Number(stacks); index++) {
    const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: `generation-${generation}-${index}` } };
    write(`S${index}.template.json`, JSON.stringify({ Resources: { Queue: queue } }));
    wait(mode === 'locked' ? 1 : 20);
  }
  write('manifest.json', manifest);
  if (mode === 'locked') rmSync(join(folder, 'synth.lock'));
}
