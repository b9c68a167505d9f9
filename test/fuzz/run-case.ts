import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunResult, runMain } from '../support/run-main.js';
import type { FuzzCase } from './case.js';
import { CANARY } from './hostile.js';
import { brokenPromises } from './promises.js';
import { watch } from './watch.js';

/** In memory where there is such a place: a case is a dozen small files. */
const TEMPORARY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const PACKAGE = realpathSync(fileURLToPath(new URL('../../', import.meta.url)));

export interface Outcome extends RunResult {
  /** Of the processor: by the clock, a busy machine would be slow. */
  readonly milliseconds: number;
  /** What was promised and not kept, in words. */
  readonly broken: readonly string[];
}

/** A project in a temporary folder, with files beside it that must not be read. Cases run in it one after the other. */
export class Workshop {
  readonly #folder: string = realpathSync(mkdtempSync(join(TEMPORARY, 'synthcheck-fuzz-')));
  readonly #project: string = join(this.#folder, 'home', 'project');

  constructor() {
    const secret = JSON.stringify({ version: '55.0.0', artifacts: {}, Resources: { Secret: { Type: `${CANARY}::T` } }, [CANARY]: CANARY });
    for (const file of ['outside/secret.json', 'outside/manifest.json', 'home/secret.json', 'home/secret/manifest.json']) {
      mkdirSync(dirname(join(this.#folder, file)), { recursive: true });
      writeFileSync(join(this.#folder, file), secret);
    }
    mkdirSync(this.#project, { recursive: true });
  }

  async run(one: FuzzCase): Promise<Outcome> {
    this.#write(one);
    const inside = { read: [this.#project, PACKAGE], write: one.outputs.map((file) => join(this.#project, file)) };
    const before = process.memoryUsage().heapUsed;
    const start = process.cpuUsage();
    let thrown: unknown;
    const { result, offences } = await watch(inside, () =>
      runMain(one.argv, { cwd: this.#project }).catch((error: unknown) => {
        thrown = error;
        return { code: -1, stdout: '', stderr: '' };
      }),
    );
    const { user, system } = process.cpuUsage(start);
    const broken = [...offences, ...brokenPromises(one, result)];
    if (thrown !== undefined) broken.push(`main threw ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
    if (process.memoryUsage().heapUsed - before > 512 * 1024 * 1024) broken.push('it took more than 512 MiB');
    return { ...result, milliseconds: (user + system) / 1_000, broken };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A link out of the project in place of a file. */
  #link(path: string): void {
    const file = join(this.#project, path);
    if (existsSync(file)) rmSync(file, { recursive: true });
    if (existsSync(dirname(file))) symlinkSync(join(this.#folder, 'outside/secret.json'), file);
  }

  #write(one: FuzzCase): void {
    const { files } = one;
    rmSync(this.#project, { recursive: true, force: true });
    mkdirSync(join(this.#project, 'lib'), { recursive: true });
    writeFileSync(join(this.#project, 'cdk.json'), '{"app":"npx tsx lib/a.ts"}');
    writeFileSync(join(this.#project, 'lib/a.ts'), 'new X();\n\n    new X();\n');
    // Lines of code are shown where a trace names them; those of other files are not.
    for (const file of ['.env', 'lib/keys.json', 'lib/keys']) writeFileSync(join(this.#project, file), `KEY=${CANARY}\n`);
    symlinkSync('keys.json', join(this.#project, 'lib/keys.ts'));
    const folders = new Set<string>();
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.#project, path);
      if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
      folders.add(dirname(file));
      writeFileSync(file, content);
    }
    for (const path of one.links) this.#link(path);
    symlinkSync('../../../outside/secret.json', join(this.#project, 'cdk.out/link-out.json'));
    symlinkSync('../../../outside', join(this.#project, 'cdk.out/link-folder'));
    symlinkSync('link-loop', join(this.#project, 'cdk.out/link-loop'));
  }
}
