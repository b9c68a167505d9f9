import { join } from 'node:path';
import { isCode } from './code-files.js';
import { createContainedFiles } from './contained-files.js';

/** Reads lines, from 1 on, of source files below the project's root; undefined for what is not there or is no code. */
export function createSourceLines(projectRoot: string): (file: string, line: number) => string | undefined {
  const files = createContainedFiles(projectRoot);
  return (file, line) => {
    // A trace may name any file, and the text of others is not to be printed.
    if (!isCode(file)) return undefined;
    const real = files.contain(join(projectRoot, file));
    // A link with the name of a source file may lead to another kind of file.
    return real !== undefined && isCode(real) ? files.lines(real)?.[line - 1] : undefined;
  };
}
