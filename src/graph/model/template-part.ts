import type { Stack } from '../../assembly/model.js';
import type { TemplatePath } from './property.js';

/** A part of a template that is no resource: an output, parameter, condition or mapping, or something in one. */
export class TemplatePart {
  readonly stack: Stack;
  /** From the template's root: `['Outputs', 'Endpoint', 'Value']`. */
  readonly path: TemplatePath;

  constructor(stack: Stack, path: TemplatePath) {
    this.stack = stack;
    this.path = path;
  }

  static output(stack: Stack, name: string, path: TemplatePath = []): TemplatePart {
    return new TemplatePart(stack, ['Outputs', name, ...path]);
  }

  /** The construct behind it: outputs, parameters, conditions and mappings have logical IDs of their own, as resources do. */
  get constructPath(): string | undefined {
    const [section, name] = this.path;
    return section === 'Resources' || name === undefined ? undefined : this.stack.constructs.pathOf(String(name));
  }
}
