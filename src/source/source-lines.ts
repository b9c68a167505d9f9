import { join } from 'node:path';
import { createContainedFiles } from './contained-files.js';

/** The languages of CDK apps. A trace may name any file, and the text of others is not to be printed. */
const CODE = /\.(?:[cm]?[jt]sx?|py|java|kt|cs|fs|vb|go)$/i;

/** Reads lines, from 1 on, of source files below the project's root; undefined for what is not there or is no code. */
export function createSourceLines(projectRoot: string): (file: string, line: number) => string | undefined {
  const files = createContainedFiles(projectRoot);
  return (file, line) => {
    if (!CODE.test(file)) return undefined;
    const real = files.contain(join(projectRoot, file));
    // A link with the name of a source file may lead to another kind of file.
    return real !== undefined && CODE.test(real) ? files.lines(real)?.[line - 1] : undefined;
  };
}
