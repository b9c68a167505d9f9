import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../diagnostic.js';

export function writeOutput(file: string, text: string, workingDirectory: string): void {
  try {
    writeFileSync(resolve(workingDirectory, file), text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InputError(`${file} cannot be written (${code})`);
  }
}
