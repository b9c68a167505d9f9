// Asks the questions of org/ on Spark and on DuckDB, of the same files, and compares the answers row by row:
// npm run test:org:spark [-- APPLICATIONS [UNITS]]. Where Python, pyspark or Java are not there it is not run, and said so.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { planOrganization } from '../../../bench/organization/plan.js';
import { rowsOf } from '../../../bench/organization/rows.js';
import { writeIndexes } from '../../../bench/organization/write-index.js';
import { openDatabase, type Row, sortRows } from '../../../src/organization/database.js';
import { formatOf, INDEXED_TABLES, QUESTIONS, sqlOf, VIEWS } from '../../../src/organization/questions.js';
import { TABLES } from '../../../src/organization/schema.js';
import { Cluster, findSpark } from './cluster.js';

const WORKERS = 2;
const [applications = 30, units = 1] = process.argv.slice(2).map(Number);
const spark = findSpark(process.env.SYNTHCHECK_PYTHON ?? 'python3');
if ('missing' in spark) console.log(`not run: ${spark.missing}`);
else process.exitCode = (await compare(spark)) ? 0 : 1;

async function compare({ python, home }: { readonly python: string; readonly home: string }): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'synthcheck-spark-'));
  const cluster = new Cluster(home, folder);
  try {
    const plan = planOrganization(applications, units);
    // Two days of history, as in a bucket: the second has everything of the newest commits.
    const index = join(folder, 'index');
    for (const date of ['2026-01-30', '2026-01-31'])
      await writeIndexes(
        join(index, `date=${date}`),
        plan.applications.map((application) => [application.name, rowsOf(application, date)]),
      );
    const change = join(folder, 'change', 'date=2026-02-01');
    await writeIndexes(change, [[plan.change.name, rowsOf(plan.change, '2026-02-01')]]);

    const database = await openDatabase({
      indexes: ['2026-01-30', '2026-01-31'].flatMap((date) =>
        plan.applications.map(({ name }) => ({ path: join(index, `date=${date}`, `application=${name}`), application: name })),
      ),
      changes: [{ path: join(change, `application=${plan.change.name}`), application: plan.change.name }],
    });
    const master = await cluster.start(WORKERS);
    const request = join(folder, 'plan.json');
    const output = join(folder, 'answers.json');
    const tables = INDEXED_TABLES.map((name) => {
      const base = name.startsWith('indexed') ? index : join(folder, 'change');
      const columns = TABLES[formatOf(name)].map((column) => [column.name, column.type]);
      return { name, base, columns, files: join(base, '*', '*', `${formatOf(name)}.parquet`) };
    });
    const withSql = (names: Parameters<typeof sqlOf>[0][]): object[] => names.map((name) => ({ name, sql: sqlOf(name) }));
    writeFileSync(request, JSON.stringify({ master, tables, views: withSql([...VIEWS]), questions: withSql([...QUESTIONS]), output }));
    const answered = spawnSync(python, [fileURLToPath(new URL('answers.py', import.meta.url)), request], {
      env: { ...process.env, SPARK_LOCAL_IP: '127.0.0.1', SPARK_HOME: home, PYSPARK_PYTHON: python },
      encoding: 'utf8',
    });
    if (answered.status !== 0) throw new Error(answered.stderr.slice(-4000));
    const { version, executors, answers } = JSON.parse(readFileSync(output, 'utf8'));
    console.log(`Spark ${version}, a master and ${executors} executors; ${applications} applications`);
    let isEqual = executors === WORKERS;
    for (const question of QUESTIONS) {
      const start = performance.now();
      const expected = await database.ask(question);
      const milliseconds = Math.round(performance.now() - start);
      const rows = sortRows(answers[question].rows as readonly Row[]);
      const same = JSON.stringify(rows) === JSON.stringify(expected);
      isEqual &&= same;
      console.log(
        `${question.padEnd(14)} ${String(rows.length).padStart(7)} rows  ${same ? 'equal' : 'DIFFERENT'}  DuckDB ${milliseconds} ms, Spark ${answers[question].milliseconds} ms`,
      );
      if (!same) showDifference(rows, expected);
    }
    database.close();
    return isEqual;
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function showDifference(rows: readonly Row[], expected: readonly Row[]): void {
  const index = expected.findIndex((row, at) => JSON.stringify(row) !== JSON.stringify(rows[at]));
  console.log(
    `  ${expected.length} rows on DuckDB; the first that differs:\n  ${JSON.stringify(expected[index])}\n  ${JSON.stringify(rows[index])}`,
  );
}
