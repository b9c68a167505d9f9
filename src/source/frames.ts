/** Where a line of a stack trace points to, as written: `file` is a path of the machine that ran the app, or a relative one. */
export interface Frame {
  readonly file: string;
  readonly line: number;
  /** Undefined when the trace has none, or a mangled one. */
  readonly column: number | undefined;
}

/** Traces come from the assembly: a longer line is nobody's source. */
const MAX_LENGTH = 4_096;

const ABSOLUTE = String.raw`(?:file:\/\/|\/|[A-Za-z]:[\\/]|\\\\)`;
const STARTS_ABSOLUTE = new RegExp(`^${ABSOLUTE}`);
const OPENING = new RegExp(String.raw`(?:^| )\((?=${ABSOLUTE})`);
const LOCATION = /:(\d{1,9})(?::(\d{1,9}))?$/;
const MANGLED = /^(.*?):(\d{1,9})(?::\d{0,9})? \(/;

/**
 * The place in the user's code that a frame names; undefined for frames without a place (`Array.forEach (:)`, `...new Bucket2 in aws-cdk-lib...`,
 * `(no user code in 10 frames, …)`) and for those of packages, Node, Python's library and the jsii runtime.
 */
export function parseFrame(text: string): Frame | undefined {
  if (text.length > MAX_LENGTH || !text.includes(':')) return undefined;
  const frame = text
    .trim()
    .replace(/^at\s+/, '')
    .replace(/^async\s+/, '');

  const dotnet = dotnetPlace(frame);
  if (dotnet !== undefined) return toFrame(dotnet.file, dotnet.line, undefined);
  if (STARTS_ABSOLUTE.test(frame)) {
    // A frame without a function's name. The CDK looks for parentheses in it and cuts its ends off: `file:///x/app.js:11:17` becomes
    // `file:///x/app.js:11: (file:///x/app.js:11:1)`. File and line are left whole before the parenthesis, the column is not.
    const mangled = frame.endsWith(')') ? MANGLED.exec(frame) : null;
    return mangled ? toFrame(mangled[1], mangled[2], undefined) : splitLocation(frame);
  }
  if (frame.endsWith(')')) {
    // A file's name may hold parentheses too, a function's hardly ever: the first that a path follows is the right one.
    const opening = OPENING.exec(frame);
    const start = opening ? opening.index + opening[0].length : frame.lastIndexOf('(') + 1;
    const place = splitLocation(frame.slice(start, -1));
    return place && isJava(place.file) && !/[\\/]/.test(place.file) ? fromClass(frame.slice(0, start - 1).trim(), place) : place;
  }
  return /[\s()]/.test(frame) ? undefined : splitLocation(frame);
}

/** `at Ledger.DataStack..ctor(Construct scope) in /src/DataStack.cs:line 20`: https://learn.microsoft.com/en-us/dotnet/api/system.environment.stacktrace */
function dotnetPlace(frame: string): { readonly file: string; readonly line: string } | undefined {
  const start = frame.indexOf(' in ');
  const end = frame.lastIndexOf(':line ');
  if (start === -1 || end <= start + ' in '.length) return undefined;
  const line = frame.slice(end + ':line '.length);
  return /^\d{1,9}$/.test(line) ? { file: frame.slice(start + ' in '.length, end), line } : undefined;
}

function splitLocation(place: string): Frame | undefined {
  const location = LOCATION.exec(place);
  return location ? toFrame(place.slice(0, location.index), location[1], location[2]) : undefined;
}

function toFrame(rawFile: string | undefined, line: string | undefined, column: string | undefined): Frame | undefined {
  const file = toPath(rawFile ?? '');
  if (file === undefined || !isUserFile(file) || Number(line) < 1) return undefined;
  return { file, line: Number(line), column: column === undefined || Number(column) < 1 ? undefined : Number(column) };
}

/** Undefined for what is no file: `node:internal/…`, `webpack://…`, `<anonymous>`, `eval at …`. */
function toPath(file: string): string | undefined {
  if (file === '' || /[<>\0]/.test(file)) return undefined;
  if (!file.startsWith('file://')) return /^[a-z][a-z0-9+.-]+:/i.test(file) ? undefined : file;
  try {
    // Loaders such as tsx add a query to the address of a module.
    const path = decodeURIComponent(file.slice('file://'.length).replace(/[?#].*$/s, ''));
    return path.replace(/^\/(?=[A-Za-z]:)/, '');
  } catch {
    return undefined;
  }
}

/** A file of a language that runs on Java. */
export function isJava(file: string): boolean {
  return /\.(?:java|kt|scala|groovy)$/.test(file);
}

/** Java names a file without its folder, which is its package: `com.acme.DataStack.<init> (DataStack.java:20)`. */
function fromClass(method: string, place: Frame): Frame | undefined {
  // A class loader or a module may stand before it: `java.base/java.lang.Thread.run`.
  const names = method.slice(method.lastIndexOf('/') + 1).split('.');
  const folders = names.slice(0, -2);
  if (names.length < 2 || NOT_USER_PACKAGES.some((name) => `${folders.join('.')}.`.startsWith(`${name}.`))) return undefined;
  return { ...place, file: [...folders, place.file].join('/') };
}

/** Of the CDK, Java, and what runs an app or its tests. */
const NOT_USER_PACKAGES: readonly string[] = [
  'software.amazon.awscdk',
  'software.amazon.jsii',
  'software.constructs',
  'java',
  'javax',
  'jdk',
  'sun',
  'com.sun',
  'kotlin',
  'scala',
  'groovy',
  'org.codehaus',
  'org.apache.maven',
  'org.gradle',
  'org.junit',
];

const NOT_USER_CODE: readonly RegExp[] = [
  /(?:^|[\\/])node_modules[\\/]/,
  // Node before 16 has no `node:` before its own modules.
  /^internal[\\/]/,
  // A Python app's own frames stand after those of its packages and library.
  /[\\/](?:site|dist)-packages[\\/]/,
  /[\\/]lib[\\/]python3[^\\/]*[\\/]/i,
  /[\\/]python3[^\\/]*[\\/]lib[\\/]/i,
  // An app that is not written in JavaScript runs the CDK in a temporary folder: https://aws.github.io/jsii/
  /[\\/]jsii-kernel-/,
];

export function isUserFile(file: string): boolean {
  return !NOT_USER_CODE.some((pattern) => pattern.test(file)) && !isJsiiRuntime(file);
}

const JSII_PROGRAM = /[\\/](?:lib[\\/]program|bin[\\/]jsii-runtime)\.js$/;

/** The program of the jsii runtime in its folder. By parts: an expression that looks for `jsii` in a long one takes the square of its length. */
function isJsiiRuntime(file: string): boolean {
  if (!JSII_PROGRAM.test(file)) return false;
  const folder = file.split(/[\\/]/).at(-3) ?? '';
  return folder.includes('jsii') || /^tmp[a-z0-9_]{8}$/.test(folder);
}
