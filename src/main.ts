import type { Argv } from 'yargs';
import { checkCommand } from './commands/check.js';
import { checksCommand } from './commands/checks.js';
import type { Command } from './commands/command.js';
import { completionCommand } from './commands/completion.js';
import { diffCommand } from './commands/diff.js';
import { explainCommand } from './commands/explain.js';
import { graphCommand } from './commands/graph.js';
import { indexCommand } from './commands/index-command.js';
import { initCommand } from './commands/init.js';
import { type Io, print } from './commands/io.js';
import { mcpCommand } from './commands/mcp.js';
import { COMMAND_NAMES } from './commands/names.js';
import { orgCommand } from './commands/org.js';
import { packCommand } from './commands/pack.js';
import { regionsCommand } from './commands/regions.js';
import { resilienceCommand } from './commands/resilience.js';
import { UsageError } from './commands/usage-error.js';
import { describeUsage } from './commands/usage-words.js';
import { ownVersion } from './version.js';

/** Runs one command line and gives its exit code. Prints to the given streams only, and keeps nothing between calls. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await run(argv, io);
  } catch (error) {
    const { describeError } = await import('./commands/failure.js');
    await print(io.stderr, describeError(error));
    return 2;
  }
}

/** Asked for alone, it needs no parser. */
const VERSION = ['--version', '-v'];

async function run(given: readonly string[], terminal: Io): Promise<number> {
  const argv = asCommand(given);
  const io = { ...terminal, env: { ...terminal.env, ...colorsFrom(argv) } };
  if (argv.length === 1 && VERSION.includes(argv[0] ?? '')) {
    await print(io.stdout, `${ownVersion()}\n`);
    return 0;
  }
  const { default: yargs } = await import('yargs');
  let code = 0;
  let help = '';
  const parser: Argv = yargs()
    .scriptName('synthcheck')
    .locale('en')
    .usage('Checks what cdk synth produced: every stack, stage and region as one graph.\n\n$0 [check] [cdk.out…]')
    .parserConfiguration({ 'boolean-negation': false, 'dot-notation': false, 'parse-positional-numbers': false })
    .version(ownVersion())
    .alias('version', 'v')
    .help()
    .alias('help', 'h')
    .option('color', { type: 'boolean', describe: 'Colors, also where no terminal is seen; --no-color for none' })
    .option('no-color', { type: 'boolean', hidden: true })
    // For `--get-yargs-completions`, which the scripts of `synthcheck completion` ask; the command of yargs prints past the given streams.
    .completion('yargs-completion', false)
    .wrap(Math.min(100, io.stdout.columns || 100))
    .strict()
    .fail((message: string | null, error?: Error) => {
      if (error !== undefined && error.name !== 'YError') throw error;
      const options = Object.keys((parser as unknown as { getOptions(): { readonly key: object } }).getOptions().key);
      throw new UsageError(
        describeUsage(message ?? error?.message ?? '', argv, options),
        COMMAND_NAMES.find((name) => name === argv[0]),
      );
    });
  const add = <Options>({ usage, description, options, run }: Command<Options>): void => {
    parser.command(usage, description, options as (yargs: Argv) => Argv<Options>, async (parsed) => {
      code = await run(parsed as Options, io);
    });
  };
  add(checkCommand);
  add(checksCommand);
  add(explainCommand);
  add(graphCommand);
  add(diffCommand);
  add(resilienceCommand);
  add(regionsCommand);
  add(packCommand);
  add(indexCommand);
  add(orgCommand);
  add(initCommand);
  add(mcpCommand);
  add(completionCommand);
  await parser.parseAsync(withoutDefaultCommand(argv), {}, (_error, _parsed, output) => {
    help = output;
  });
  if (help !== '') await print(io.stdout, `${help}\n`);
  return code;
}

/** `help check` is `check --help`, as with most programs. */
function asCommand(argv: readonly string[]): readonly string[] {
  return argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv;
}

/** https://no-color.org, https://force-color.org */
function colorsFrom(argv: readonly string[]): Readonly<Record<string, string>> {
  if (argv.includes('--no-color')) return { NO_COLOR: '1', FORCE_COLOR: '' };
  return argv.includes('--color') ? { FORCE_COLOR: '1', NO_COLOR: '' } : {};
}

/** `check` is the default: yargs lays out its whole help for each command that is named, which takes it 30 ms. */
function withoutDefaultCommand(argv: readonly string[]): string[] {
  const asksForHelp = argv.includes('--help') || argv.includes('-h');
  return argv[0] === 'check' && !asksForHelp ? argv.slice(1) : [...argv];
}
