/** A template and where it is deployed: what the manifest of a cloud assembly says of a stack. */
export interface TemplateStack {
  /** Absolute path of the template. */
  readonly file: string;
  /** CloudFormation's name of the stack; undefined when nothing says it, and it is taken from the file. */
  readonly name: string | undefined;
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** Values of the template's parameters. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
  /** Names of stacks that are deployed before. */
  readonly dependsOn: readonly string[];
  readonly terminationProtection: boolean;
  /** What a stack exports of which no template is here. */
  readonly exports?: ReadonlyMap<string, string>;
  /** Whether somebody says that this template is deployed as a stack. One that was found in a folder may be meant to be nested in another. */
  readonly isDeclared: boolean;
}

const NOTHING: ReadonlyMap<string, string> = new Map();

/** A template of which nothing more is known. */
export function stackOf(file: string, known: Partial<TemplateStack> = {}): TemplateStack {
  return {
    file,
    name: undefined,
    account: undefined,
    region: undefined,
    parameters: NOTHING,
    tags: NOTHING,
    dependsOn: [],
    terminationProtection: false,
    isDeclared: false,
    ...known,
  };
}
