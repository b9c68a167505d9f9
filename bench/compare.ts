import { type Contender, type Measured, measure } from './measure.js';

/** A line of a table: a command of the program, or the floor that the lines below it are compared with. */
export interface Row {
  readonly name: string;
  /** The command line, given the program's file. A floor does not use it. */
  readonly argv: (cli: string) => readonly string[];
  readonly isFloor?: boolean;
  readonly prepare?: () => void;
}

export interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly runs: number;
}

interface Programs {
  readonly own: string;
  /** The program of another build, which is measured beside it. */
  readonly other?: string | undefined;
  readonly cwd: string;
}

/** Prints how each row compares with its floor, for one program or for two side by side, and gives what was measured of the own one. */
export function compare({ title, rows, runs }: Table, { own, other, cwd }: Programs): readonly Measured[] {
  const contenders = rows.flatMap((row): readonly Contender[] => {
    const ofProgram = (cli: string): Contender => ({ name: row.name, argv: row.argv(cli), prepare: row.prepare, codes: [1] });
    return row.isFloor || other === undefined ? [ofProgram(own)] : [ofProgram(other), ofProgram(own)];
  });
  const measured = [...measure(contenders, runs, cwd)];
  const results: Measured[] = [];
  let floor: Measured | undefined;
  print(`\n${title}\n`);
  print(`${''.padEnd(NAME)}${other === undefined ? HEADS : `${HEADS}${'   | before:'}${HEADS.slice(11)}`}\n`);
  for (const { name, isFloor } of rows) {
    const before = isFloor || other === undefined ? undefined : measured.shift();
    const now = measured.shift() as Measured;
    if (isFloor) floor = now;
    results.push(now);
    print(`${name.padEnd(NAME)}${inColumns(now, floor)}${before === undefined ? '' : `   |${inColumns(before, floor)}`}\n`);
  }
  return results;
}

const NAME = 44;
const HEADS = '      time              on processors     memory';

function inColumns({ milliseconds, user, megabytes }: Measured, floor: Measured | undefined): string {
  const times = `${inTime(milliseconds, floor?.milliseconds)}${inTime(user, floor?.user)}`;
  return `${times} ${megabytes.toFixed(0).padStart(5)} MB`;
}

function inTime(milliseconds: number, unit: number | undefined): string {
  const ratio = unit === undefined ? ' '.repeat(9) : `${(milliseconds / unit).toFixed(2).padStart(7)} ×`;
  return `${milliseconds.toFixed(0).padStart(6)} ms${ratio}`;
}

function print(text: string): void {
  process.stdout.write(text);
}
