import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Argv } from 'yargs';
import type { Command } from './command.js';
import type { Io } from './io.js';
import { UsageError } from './usage-error.js';

interface McpOptions {
  readonly folder?: string | undefined;
}

export const mcpCommand: Command<McpOptions> = {
  usage: 'mcp [folder]',
  description: 'Answer coding agents over the Model Context Protocol, on standard input and output',
  options: (yargs: Argv) =>
    yargs.positional('folder', { type: 'string', describe: 'Folder of the app; nothing outside of it is read', defaultDescription: '.' }),
  run,
};

/** Ends when the client closes standard input. */
async function run({ folder = '.' }: McpOptions, { stdin, stdout, cwd }: Io): Promise<number> {
  if (stdin === undefined) throw new UsageError('mcp needs standard input', 'mcp');
  const [{ StdioServerTransport }, { createServer }, { Session }] = await Promise.all([
    import('@modelcontextprotocol/sdk/server/stdio.js'),
    import('../mcp/server.js'),
    import('../mcp/session.js'),
  ]);
  const path = resolve(cwd, folder);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${folder} is not a folder`, 'mcp');
  const server = createServer(new Session(path));
  const input = stdin();
  const ended = new Promise<void>((done) => {
    input.once('end', done);
    input.once('close', done);
  });
  await server.connect(new StdioServerTransport(input, stdout as NodeJS.WriteStream));
  await ended;
  await server.close();
  return 0;
}
