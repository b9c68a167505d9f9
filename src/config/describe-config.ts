import type { ReportDiagnostic } from '../finding/report.js';
import { shortList } from '../short-list.js';
import type { Config } from './config.js';
import type { LoadedConfig } from './loaded-config.js';
import { stackGlobs } from './stacks.js';

const MAX_LISTED = 20;

/** What a configuration that lies beside an assembly, and may be anybody's, keeps out of the report. It must not do so in silence. */
export function describeConfig({ config, origin, isTrusted }: LoadedConfig): readonly ReportDiagnostic[] {
  if (isTrusted) return [];
  const off = turnedOff(config);
  const declared = declarations(config);
  const parts = [
    'This configuration is beside the assembly, and applies',
    ...(off.length > 0 ? [`turns off: ${off.join('; ')}`] : []),
    ...(declared.length > 0 ? [`declares: ${declared.join('; ')}`] : []),
  ];
  const advice = off.length > 0 || declared.length > 0 ? ' If it is not yours, name another with --config.' : '';
  return [{ severity: off.length > 0 ? 'warning' : 'info', message: `${parts.join('. It ')}.${advice}`, file: origin }];
}

/** Each part of a configuration that can hide a finding or let a run pass, in words. */
export function turnedOff({
  checks = {},
  only,
  skip,
  stacks: listedStacks,
  suppressions,
  external,
  baseline,
  failOn,
  lint,
}: Config): readonly string[] {
  const stacks = stackGlobs({ ...(listedStacks && { stacks: listedStacks }) });
  const lower = Object.entries(checks).filter(([, level]) => level !== 'error');
  const externals = Object.entries(external ?? {}).flatMap(([kind, names]) => (names ?? []).map((name) => `${kind} ${name}`));
  return [
    only && `all checks but ${listed(only)}`,
    skip?.length && `checks ${listed(skip)}`,
    lower.length > 0 && `severity of ${listed(lower.map(([id, level]) => `${id} (${level})`))}`,
    stacks && `all stacks but ${listed(stacks)}`,
    suppressions?.length && `${suppressions.length} suppressed places of ${listed([...new Set(suppressions.map(({ id }) => id))])}`,
    externals.length > 0 && `references to ${listed(externals)}`,
    baseline !== undefined && `findings in ${baseline}`,
    failOn === 'never' && 'exit code 1',
    lint?.mode === 'never' && "cfn-lint's rules",
  ].filter((part): part is string => typeof part === 'string');
}

/** What checks take into account: known accounts and stacks that can be deleted keep findings out, too. */
function declarations({ accounts, deletion }: Config): readonly string[] {
  return [
    accounts?.length && `known accounts ${listed(accounts)}`,
    deletion?.destroyable?.length && `stacks that can be deleted ${listed(deletion.destroyable)}`,
    deletion?.retained?.length && `stacks that are retained ${listed(deletion.retained)}`,
  ].filter((part): part is string => typeof part === 'string');
}

function listed(names: readonly string[]): string {
  return shortList(
    names.map((name) => `\`${name.slice(0, 200)}\``),
    MAX_LISTED,
  );
}
