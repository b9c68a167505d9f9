import { findStart } from './calls.js';
import type { ContainedFiles } from './contained-files.js';
import { type Frame, isJava, isUserFile } from './frames.js';
import type { FindSourceFile, SourceFile } from './source-files.js';
import { createSourceMaps, isGenerated } from './source-map.js';

/** A place in the user's code. */
export interface SourcePosition {
  /** Relative to the project's root, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number | undefined;
  /** True when this is near the construct's creation rather than proven to be it. */
  readonly approximate: boolean;
}

/** From the frames of a trace, innermost first, to the first place in the project. */
export type ResolveFrames = (frames: Iterable<Frame>) => SourcePosition | undefined;

export function createFrameResolver(files: ContainedFiles, find: FindSourceFile): ResolveFrames {
  const findOriginal = createSourceMaps(files);

  /** `library`: a frame of a package that is bundled into the user's file. */
  function resolve(frame: Frame): SourcePosition | 'library' | undefined {
    const found = find(frame.file);
    if (found === undefined) return undefined;
    const original = found.real !== undefined && isGenerated(found.real) ? findOriginal(found.real, frame.line, frame.column) : undefined;
    if (original === undefined) return verify(found, isJava(frame.file) ? toStart(found, frame.line) : frame.line, frame.column, true);
    if (!isUserFile(original.file)) return 'library';
    const source = find(original.file);
    if (source?.real === undefined) return verify(found, frame.line, frame.column, true);
    return verify({ ...source, guessed: source.guessed || found.guessed }, original.line, original.column, original.exact);
  }

  /** Of a chain of calls over several lines Java gives the line of the last one, `.build()`. */
  function toStart({ real }: SourceFile, line: number): number {
    const lines = (real === undefined ? undefined : files.lines(real)) ?? [];
    const text = lines[line - 1] ?? '';
    const indent = text.length - text.trimStart().length;
    return text[indent] === '.' ? findStart(lines, line - 1, indent).line + 1 : line;
  }

  /**
   * A trace may be of another version of the file, and some apps run with tsx give places in the transpiled text
   * (`tap-stack.ts:2:1821`): a place that is not there or is blank is not to be trusted, its column not at all.
   */
  function verify(file: SourceFile, line: number, column: number | undefined, exact: boolean): SourcePosition | undefined {
    if (file.real === undefined) return { file: file.path, line, column, approximate: true };
    const length = files.lineLengths(file.real)?.[line - 1];
    if (length === undefined) return undefined;
    const isThere = (column ?? 1) <= length;
    return { file: file.path, line, column: isThere ? column : undefined, approximate: !(isThere && exact) || file.guessed };
  }

  return (frames) => {
    let skipped = false;
    for (const frame of frames) {
      const position = resolve(frame);
      if (position === 'library') continue;
      // Code outside the project created it, called by this place.
      if (position !== undefined) return skipped ? { ...position, approximate: true } : position;
      skipped = true;
    }
    return undefined;
  };
}
