import type { Environment, JsonObject, Stack } from '../assembly/model.js';
import { parseArn } from './arn.js';
import type { Evaluator } from './evaluate.js';
import { isObject, own } from './json.js';
import type { OutputPlace } from './link.js';
import { NameIndex } from './name-index.js';
import type { Resource } from './resource.js';
import { NO_ASSUMPTIONS } from './scope.js';
import { across, type Dictionary, type Unknown, unknown, type Value } from './value.js';

/** A value that one stack offers to others under a name. */
export interface Produced {
  readonly kind: 'produced';
  readonly name: string;
  readonly stack: Stack;
  /** The value, as its reader sees it. */
  readonly value: Value;
}

/** An export of a stack: unique in an account and region. */
export interface Export extends OutputPlace {
  readonly name: string;
}

interface World {
  readonly stacks: readonly Stack[];
  readonly evaluator: Evaluator;
  declared(type: string): readonly Resource[];
}

/** Finds what stacks offer one another by name: exports, outputs, SSM parameters, and CDK's cross-region exports. */
export class Producers {
  readonly #world: World;
  readonly #exports: NameIndex<Export>;
  readonly #ssm: NameIndex<Resource>;
  readonly #writers: NameIndex<Resource>;
  readonly #stacks: NameIndex<Stack>;

  constructor(world: World) {
    this.#world = world;
    this.#exports = new NameIndex(
      () => this.#allExports(),
      ({ name }) => [name],
    );
    this.#ssm = new NameIndex(
      () => world.declared('AWS::SSM::Parameter'),
      (parameter) => [parameter.property('Name').text],
    );
    this.#writers = new NameIndex(
      () => world.declared('Custom::CrossRegionExportWriter'),
      (writer) => Object.keys(exportsOf(writer)),
    );
    this.#stacks = new NameIndex(
      () => world.stacks.filter((stack) => stack.parent === undefined),
      (stack) => [stack.name],
    );
  }

  /** Everything exported under this name, in any account and region. */
  exportsNamed(name: string): readonly Export[] {
    return this.#exports.named(name);
  }

  /** All names that are exported. */
  exportNames(): Iterable<string> {
    return this.#exports.names();
  }

  /** Every `AWS::SSM::Parameter` of this name, in any account and region. */
  ssmParametersNamed(name: string): readonly Resource[] {
    return this.#ssm.named(name);
  }

  /** Stacks with this CloudFormation name, in any account and region. */
  stacksNamed(name: string): readonly Stack[] {
    return this.#stacks.named(name);
  }

  /** `Fn::ImportValue`: exports live in one account and region. */
  findImport(name: Value, reader: Stack): Produced | Unknown {
    if (name.kind !== 'literal') return unknown('import', undefined, [name]);
    const text = String(name.value);
    const found = this.exportsNamed(text).find(({ stack }) => sameEnvironment(stack.environment, reader.environment));
    const value = found && this.#world.evaluator.output(found.stack, found.output, 'import');
    return found === undefined || value === undefined
      ? unknown('import', text)
      : { kind: 'produced', name: text, stack: found.stack, value };
  }

  /** `Fn::GetStackOutput`: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html */
  findStackOutput(call: Value, reader: Stack): Produced | Unknown {
    const target = stackOutputTarget(call, reader);
    if (target === undefined) return unknown('stack-output', undefined, [call]);
    const name = `${target.stackName}.${target.output}`;
    const stack = this.stacksNamed(target.stackName).find((candidate) => sameEnvironment(candidate.environment, target));
    const value = stack && this.#world.evaluator.output(stack, target.output, 'stack-output');
    return stack === undefined || value === undefined ? unknown('stack-output', name) : { kind: 'produced', name, stack, value };
  }

  /** A parameter of Parameter Store, read in the reader's account and region. The name may carry a version. */
  findSsm(nameAndVersion: string, reader: Stack): (Produced & { readonly parameter: Resource }) | Unknown {
    const name = nameAndVersion.startsWith('arn:') ? nameAndVersion : (nameAndVersion.split(':', 1)[0] ?? '');
    const parameter = this.ssmParametersNamed(name).find(({ stack }) => sameEnvironment(stack.environment, reader.environment));
    if (parameter === undefined) return unknown('ssm', name);
    const value = this.#world.evaluator.shared(`${parameter.id} Value`, () => parameter.property('Value').value);
    return { kind: 'produced', name, stack: parameter.stack, parameter, value: across('ssm', value) };
  }

  /** An attribute of `Custom::CrossRegionExportReader`: the value that the writer for this region put under the name. */
  findCrossRegionExport(name: string, reader: Stack): Produced | Unknown {
    const writer = this.#writers.named(name).find(({ stack, raw }) => {
      const region = own(own(own(raw, 'Properties'), 'WriterProps'), 'region');
      return stack.environment.account === reader.environment.account && region === reader.environment.region;
    });
    if (writer === undefined) return unknown('cross-region-export', name);
    const value = this.#world.evaluator.shared(`${writer.id} exports ${name}`, () =>
      this.#world.evaluator.evaluate(exportsOf(writer)[name], { stack: writer.stack, assumptions: NO_ASSUMPTIONS }),
    );
    return { kind: 'produced', name, stack: writer.stack, value: across('cross-region-export', value) };
  }

  imported(name: Value, reader: Stack): Value {
    return valueIn(this.findImport(name, reader));
  }
  stackOutput(call: Value, reader: Stack): Value {
    return valueIn(this.findStackOutput(call, reader));
  }
  ssm(name: string, reader: Stack): Value {
    const found = this.findSsm(name, reader);
    if (found.kind === 'produced') return found.value;
    const written = this.findCrossRegionExport(name, reader);
    return written.kind === 'produced' ? written.value : found;
  }
  crossRegionExport(name: string, reader: Stack): Value {
    return valueIn(this.findCrossRegionExport(name, reader));
  }

  *#allExports(): Generator<Export> {
    for (const stack of this.#world.stacks) {
      for (const [output, declaration] of stack.template.outputs) {
        const name = this.#world.evaluator.evaluate(own(own(declaration, 'Export'), 'Name'), { stack, assumptions: NO_ASSUMPTIONS });
        if (name.kind === 'literal') yield { kind: 'output', name: String(name.value), stack, output };
      }
    }
  }
}

/** The stack and output that a call of `Fn::GetStackOutput` names; the account is the role's. */
export function stackOutputTarget(
  call: Value,
  reader: Stack,
): (Environment & { readonly stackName: string; readonly output: string }) | undefined {
  if (call.kind !== 'map') return undefined;
  const [stackName, output] = [textOf(call, 'StackName'), textOf(call, 'OutputName')];
  if (stackName === undefined || output === undefined) return undefined;
  const role = call.entries.get('RoleArn');
  return {
    stackName,
    output,
    account: role === undefined ? reader.environment.account : parseArn(role)?.account,
    region: call.entries.has('Region') ? textOf(call, 'Region') : reader.environment.region,
  };
}

export function sameEnvironment(one: Environment, other: Environment): boolean {
  return one.account === other.account && one.region === other.region;
}

function textOf({ entries }: Dictionary, key: string): string | undefined {
  const value = entries.get(key);
  return value?.kind === 'literal' ? String(value.value) : undefined;
}

function valueIn(found: Produced | Unknown): Value {
  return found.kind === 'unknown' ? found : found.value;
}

function exportsOf(writer: Resource): JsonObject {
  const exports = own(own(own(writer.raw, 'Properties'), 'WriterProps'), 'exports');
  return isObject(exports) ? exports : {};
}
