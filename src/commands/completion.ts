import type { Argv } from 'yargs';
import type { Command } from './command.js';
import { type Io, print } from './io.js';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

interface CompletionOptions {
  readonly shell: (typeof SHELLS)[number];
}

export const completionCommand: Command<CompletionOptions> = {
  usage: 'completion <shell>',
  description: 'Print a script that completes commands and options: bash, zsh or fish',
  options: (yargs: Argv) => yargs.positional('shell', { choices: SHELLS, demandOption: true, describe: 'The shell to write it for' }),
  run: async ({ shell }: CompletionOptions, io: Io) => {
    await print(io.stdout, SCRIPTS[shell]);
    return 0;
  },
};

/** Each asks the program for what may follow; where it knows nothing, files are offered. */
const SCRIPTS: Readonly<Record<CompletionOptions['shell'], string>> = {
  bash: `# synthcheck completion bash >> ~/.bashrc
_synthcheck() {
  local words
  words=$(synthcheck --get-yargs-completions "\${COMP_WORDS[@]}" 2>/dev/null)
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -o bashdefault -F _synthcheck synthcheck
`,
  zsh: `# synthcheck completion zsh >> ~/.zshrc
_synthcheck() {
  local -a found
  found=(\${(f)"$(synthcheck --get-yargs-completions "\${words[@]}" 2>/dev/null)"})
  if (( \${#found} )); then compadd -- "\${(@)found%%:*}"; else _files; fi
}
compdef _synthcheck synthcheck
`,
  fish: `# synthcheck completion fish > ~/.config/fish/completions/synthcheck.fish
complete -c synthcheck -a '(synthcheck --get-yargs-completions (commandline -opc) (commandline -ct) 2>/dev/null)'
`,
};
