import type { Argv } from 'yargs';
import type { Check } from '../check/check.js';
import { LANGUAGES, type Language } from '../language.js';
import type { Command } from './command.js';
import { hasColors, type Io, print, widthOf } from './io.js';
import { TERMINAL_OR_JSON } from './options.js';

interface ExplainOptions {
  readonly id: string;
  readonly format: 'terminal' | 'json';
  readonly config?: string | undefined;
  readonly language?: Language | undefined;
}

export const explainCommand: Command<ExplainOptions> = {
  usage: 'explain <id>',
  description: 'Explain a check: why, what to write instead, how to suppress it, an example, sources',
  options: (yargs: Argv) =>
    yargs
      .positional('id', { type: 'string', demandOption: true, describe: 'Id of a check or rule, or a group or glob: s3, s3/*' })
      .option('format', TERMINAL_OR_JSON)
      .option('language', {
        choices: LANGUAGES,
        describe: 'Language of the code, that of the app in cdk.json by default',
        requiresArg: true,
      })
      .option('config', { type: 'string', describe: 'Configuration file, which may add checks', requiresArg: true }),
  run,
};

async function run({ id, format, config, language }: ExplainOptions, io: Io): Promise<number> {
  const { loadCatalogue } = await import('./catalogue.js');
  const { selectById } = await import('../config/select-checks.js');
  const checks = await loadCatalogue(config, io);
  const found = selectById(id, checks);
  if (found.length === 0) return explainRule(id, checks, io);
  if (format === 'json') {
    const { checkJson } = await import('../report/catalogue/json.js');
    await print(io.stdout, checkJson(found.length === 1 ? (found[0] as Check) : found));
    return 0;
  }
  const [{ explainCheck }, { fixCode }, { findAppLanguage }, { inLanguage }] = await Promise.all([
    import('../report/catalogue/explanation.js'),
    import('../../checks/fix-code.js'),
    import('../source/app-files.js'),
    import('../finding/cdk-code/sentence.js'),
  ]);
  const own = language ?? findAppLanguage(io.cwd, io.cwd) ?? 'typescript';
  const options = { colors: hasColors(io.stdout, io.env), width: widthOf(io.stdout, io.env) };
  await print(
    io.stdout,
    found
      .map((check) => explainCheck(check, { ...options, fix: inLanguage(check.docs.fix, own), code: fixCode(check.id, own) }))
      .join('\n\n'),
  );
  return 0;
}

/** A rule of another tool, which is reported under its own id. */
async function explainRule(id: string, checks: readonly Check[], io: Io): Promise<number> {
  const [{ unknownCheckError }, { explainExternalRule }] = await Promise.all([
    import('../config/select-checks.js'),
    import('../report/catalogue/external-rule.js'),
  ]);
  const text = explainExternalRule(id);
  if (text === undefined) throw unknownCheckError(id, checks);
  await print(io.stdout, text);
  return 0;
}
