/** Control and format characters, line separators and lone surrogates: what moves the cursor, changes colours or turns the direction of text. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Names come from the assembly and may hold anything: shows as `\u{1b}` what a terminal would obey. */
export function escapeControlCharacters(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/**
 * GitHub's runner takes lines of a log as commands when they begin with `::` or hold `##[`:
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function escapeWorkflowCommands(output: string): string {
  return output.replaceAll('##[', '#\\u{23}[').replace(/^([^\S\r\n\u2028\u2029]*)::/gm, '$1\\u{3a}:');
}
