import type { Stack } from '../../assembly/model.js';
import type { TemplatePath } from './property.js';

/** What the app's code says of a construct that is no resource of its own. */
interface Construct {
  readonly path: string;
  /** Frames of the call that the problem is about, innermost first, when they are nearer than the creation of the construct. */
  readonly trace?: readonly string[] | undefined;
}

/** A part of a template that is no resource: an output, parameter, condition or mapping, or something in one; or a construct without any. */
export class TemplatePart {
  readonly stack: Stack;
  /** From the template's root: `['Outputs', 'Endpoint', 'Value']`. */
  readonly path: TemplatePath;
  readonly #construct: Construct | undefined;

  constructor(stack: Stack, path: TemplatePath, construct?: Construct) {
    this.stack = stack;
    this.path = path;
    this.#construct = construct;
  }

  /** A construct that no part of the template stands for: it is reported at the template's root and at its own place in the app. */
  static construct(stack: Stack, path: string, trace?: readonly string[]): TemplatePart {
    return new TemplatePart(stack, [], { path, trace });
  }

  static output(stack: Stack, name: string, path: TemplatePath = []): TemplatePart {
    return new TemplatePart(stack, ['Outputs', name, ...path]);
  }

  /** The construct behind it: outputs, parameters, conditions and mappings have logical IDs of their own, as resources do. */
  get constructPath(): string | undefined {
    if (this.#construct !== undefined) return this.#construct.path;
    const [section, name] = this.path;
    return section === 'Resources' || name === undefined ? undefined : this.stack.constructs.pathOf(String(name));
  }

  get trace(): readonly string[] | undefined {
    return this.#construct?.trace;
  }
}
