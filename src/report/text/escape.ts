/** Control and format characters, line separators and lone surrogates: what moves the cursor, changes colours or turns the direction of text. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Names come from the assembly and may hold anything: shows as `\u{1b}` what a terminal would obey. */
export function escapeControlCharacters(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/**
 * Azure's agent takes `##vso[` for a command anywhere in a line, GitHub's runner and Azure's log `##[`, TeamCity `##teamcity[`.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs,
 * https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands,
 * https://www.jetbrains.com/help/teamcity/service-messages.html
 */
export const LOG_COMMAND: RegExp = /##(?=\w*\[)/g;

/** Also what GitHub's runner takes for a command: a line that begins with `::`. */
export function escapeWorkflowCommands(output: string): string {
  return output.replace(LOG_COMMAND, '#\\u{23}').replace(/^([^\S\r\n\u2028\u2029]*)::/gm, '$1\\u{3a}:');
}
