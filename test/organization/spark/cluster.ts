import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A Python that has pyspark, and what of it is needed; or why there is none. */
export type Spark = { readonly python: string; readonly home: string } | { readonly missing: string };

/** @param python the program; `SYNTHCHECK_PYTHON` names one of a virtual environment */
export function findSpark(python: string): Spark {
  if (spawnSync('java', ['-version']).status !== 0) return { missing: 'Java is not there' };
  const found = spawnSync(python, ['-c', 'import os, pyspark; print(os.path.dirname(pyspark.__file__))'], { encoding: 'utf8' });
  if (found.error !== undefined) return { missing: `${python} is not there` };
  return found.status === 0 ? { python, home: found.stdout.trim() } : { missing: `${python} has no pyspark` };
}

/** A master and workers of Spark's standalone mode, each a process of its own, on the loopback interface. */
export class Cluster {
  readonly #processes: ChildProcess[] = [];
  readonly #home: string;
  readonly #folder: string;

  constructor(home: string, folder: string) {
    this.#home = home;
    this.#folder = folder;
  }

  /** The address of the master, when all workers have registered. */
  async start(workers: number): Promise<string> {
    const master = this.#start('master.Master', []);
    const [, url = ''] = await waitFor(master, /Starting Spark master at (spark:\/\/[\d.:]+)/);
    for (let number = 0; number < workers; number++) {
      const worker = this.#start('worker.Worker', [
        '--cores',
        '1',
        '--memory',
        '1g',
        '--work-dir',
        join(this.#folder, `worker-${number}`),
        url,
      ]);
      await waitFor(worker, /Successfully registered with master/);
    }
    return url;
  }

  async stop(): Promise<void> {
    for (const process of this.#processes.reverse()) {
      if (process.exitCode !== null) continue;
      process.kill();
      await once(process, 'exit');
    }
  }

  #start(name: string, args: readonly string[]): ChildProcess {
    const process_ = spawn(
      join(this.#home, 'bin/spark-class'),
      [`org.apache.spark.deploy.${name}`, '--host', '127.0.0.1', '--port', '0', '--webui-port', '0', ...args],
      { env: { ...process.env, SPARK_LOCAL_IP: '127.0.0.1', SPARK_NO_DAEMONIZE: '1' }, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    this.#processes.push(process_);
    return process_;
  }
}

async function waitFor(process: ChildProcess, line: RegExp): Promise<RegExpExecArray> {
  let text = '';
  return new Promise((resolve, reject) => {
    process.on('exit', (code) => reject(new Error(`Spark ended with ${code}: ${text.slice(-2000)}`)));
    process.stderr?.on('data', (chunk) => {
      text += chunk;
      const found = line.exec(text);
      if (found !== null) resolve(found);
    });
  });
}
