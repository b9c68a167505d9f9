/** In the order in which `--help` lists them. */
export const COMMAND_NAMES: readonly string[] = [
  'check',
  'checks',
  'explain',
  'graph',
  'diff',
  'resilience',
  'regions',
  'pack',
  'index',
  'org',
  'init',
  'mcp',
  'completion',
];
