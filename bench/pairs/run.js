// Edits real assemblies by a seed, one thing in each, and judges what the diff tells: `node bench/pairs/run.js [--corpus DIR] [--tool DIR] [--each 8] [--seed 1] [--list]`.
// A note about what was not edited, and that does not follow from the edit, counts as false as well.
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { findAssemblies, randomFrom, readTemplate } from './assemblies.js';
import { EDITS } from './edits.js';

const here = import.meta.dirname;
const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: join(here, '../../../shared/corpus') },
    tool: { type: 'string', default: join(here, '../..') },
    each: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
    list: { type: 'boolean', default: false },
  },
});
const { diff } = await import(pathToFileURL(join(options.tool, 'dist/src/index.js')).href);
const random = randomFrom(Number(options.seed));
const folders = findAssemblies(options.corpus);
const target = join(mkdtempSync(join(tmpdir(), 'pairs-')), 'cdk.out');
const tallies = {
  broadened: { true: 0, false: 0 },
  loss: { true: 0, false: 0 },
  perhaps: { true: 0, false: 0 },
  missed: { true: 0, false: 0 },
};
let pairs = 0;

for (const [name, edit] of Object.entries(EDITS)) {
  const shuffled = folders.toSorted(() => random() - 0.5);
  let made = 0;
  for (const folder of shuffled) {
    if (made === Number(options.each)) break;
    const edited = makePair(folder, edit);
    if (edited === undefined) continue;
    made++;
    pairs++;
    judge(name, edit, edited, relative(options.corpus, folder), await diff({ before: folder, after: target, config: {} }));
  }
}
rmSync(join(target, '..'), { recursive: true, force: true });
console.log(`${pairs} pairs`);
for (const [kind, { true: right, false: wrong }] of Object.entries(tallies)) {
  if (kind === 'missed') console.log(`expected and not told: ${wrong}`);
  else
    console.log(
      `${kind}: ${right + wrong} notes, ${right} true (${right + wrong === 0 ? '-' : Math.round((100 * right) / (right + wrong))} %)`,
    );
}

function makePair(folder, { edit }) {
  const templates = readdirSync(folder).filter((file) => file.endsWith('.template.json') && !file.includes('nested'));
  for (const file of templates.toSorted(() => random() - 0.5)) {
    const template = readTemplate(join(folder, file));
    if (template?.Resources === undefined) continue;
    const edited = edit(template, (list) => list[Math.floor(random() * list.length)]);
    if (edited === undefined) continue;
    rmSync(target, { recursive: true, force: true });
    cpSync(folder, target, { recursive: true });
    writeFileSync(join(target, file), JSON.stringify(template));
    return edited;
  }
  return undefined;
}

function judge(name, { broadened, loss, perhaps }, { id, type }, folder, { security, resources }) {
  const wanted = { broadened, loss: typeof loss === 'function' ? loss(type) : loss, perhaps };
  const notes = [
    ...security
      .filter(({ direction }) => direction === 'broadened')
      .map(({ subject, message, added }) => ['broadened', subject, `${message} ${added.join('; ')}`]),
    ...resources
      .filter(({ consequence }) => consequence === 'data-loss' || consequence === 'may-be-replaced')
      .map(({ change, consequence, message, before, after }) => [
        consequence === 'data-loss' ? 'loss' : 'perhaps',
        (after ?? before).resource.logicalId,
        message,
        change === 'carried',
      ]),
  ];
  for (const [kind, subject, message, isCarried] of notes) {
    // What refers to the edited resource follows it.
    const isTrue = kind === 'broadened' ? wanted.broadened === true : isCarried === true || (wanted[kind] === true && subject === id);
    tallies[kind][isTrue]++;
    if (options.list || !isTrue) console.log(`${isTrue ? 'true ' : 'FALSE'} ${name} | ${kind} ${subject} | ${message} | ${folder} ${id}`);
  }
  for (const kind of ['broadened', 'loss']) {
    if (wanted[kind] !== true || notes.some(([other]) => other === kind)) continue;
    tallies.missed.false++;
    console.log(`MISS  ${name} | ${kind} | ${folder} ${id} ${type ?? ''}`);
  }
}
