import type { Environment, JsonObject, Stack } from '../../assembly/model.js';
import { parseArn } from '../model/arn.js';
import { isObject, own } from '../model/json.js';
import type { Resource } from '../model/resource.js';
import type { Export, FoundParameter, GraphIndex, Produced, Producers } from '../model/resource-graph.js';
import { type Assumptions, NO_ASSUMPTIONS, WITH_DEFAULTS } from '../model/scope.js';
import { type MapValue, throughBoundary, type Unknown, unknown, type Value } from '../model/value.js';
import { CustomProducers } from './custom-producers.js';
import { expectedText, holdsEnvironment } from './expected-names.js';
import { NameIndex } from './name-index.js';

/** Finds what stacks offer one another by name: exports, outputs, SSM parameters, and CDK's cross-region exports. */
export class StackProducers implements Producers {
  readonly #index: GraphIndex;
  readonly #exports: NameIndex<Export>;
  readonly #expectedExports: NameIndex<Export>;
  readonly #ssm: NameIndex<Resource>;
  readonly #writers: NameIndex<Resource>;
  readonly #stacks: NameIndex<Stack>;
  readonly custom: CustomProducers;

  constructor(index: GraphIndex) {
    this.#index = index;
    this.custom = new CustomProducers(index);
    this.#exports = new NameIndex(
      () => this.#allExports(NO_ASSUMPTIONS),
      ({ name }) => [name],
    );
    this.#expectedExports = new NameIndex(
      () => this.#allExports(WITH_DEFAULTS),
      ({ name }) => [name],
    );
    this.#ssm = new NameIndex(
      () => index.resourcesOfType('AWS::SSM::Parameter'),
      (parameter) => [parameter.property('Name').text],
    );
    this.#writers = new NameIndex(
      () => index.resourcesOfType('Custom::CrossRegionExportWriter'),
      (writer) => Object.keys(exportsOf(writer)),
    );
    this.#stacks = new NameIndex(
      () => index.stacks.filter((stack) => stack.parent === undefined),
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
    const value = found && this.#index.evaluator.output(found.stack, found.output, 'import');
    return found === undefined || value === undefined
      ? unknown('import', text)
      : { kind: 'produced', name: text, stack: found.stack, value };
  }

  /** An export whose name holds parameters with defaults, or what stacks leave to whoever deploys them, by the name that is expected. */
  findExpectedImport(name: Value, reader: Stack): Produced | undefined {
    const text = expectedText(name);
    const found = text === undefined ? undefined : this.#expectedExports.named(text).find(({ stack }) => mayMeet(text, stack, reader));
    const value = found && this.#index.evaluator.output(found.stack, found.output, 'import');
    return text === undefined || found === undefined || value === undefined
      ? undefined
      : { kind: 'produced', name: text, stack: found.stack, value };
  }

  /** `Fn::GetStackOutput`: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html */
  findStackOutput(call: Value, reader: Stack): Produced | Unknown {
    const target = stackOutputTarget(call, reader);
    if (target === undefined) return unknown('stack-output', undefined, [call]);
    const name = `${target.stackName}.${target.output}`;
    const stack = this.stacksNamed(target.stackName).find((candidate) => sameEnvironment(candidate.environment, target));
    const value = stack && this.#index.evaluator.output(stack, target.output, 'stack-output');
    return stack === undefined || value === undefined ? unknown('stack-output', name) : { kind: 'produced', name, stack, value };
  }

  /** A parameter of Parameter Store, read in the reader's account and region. The name may carry a version. */
  findSsm(nameAndVersion: string, reader: Stack): FoundParameter | Unknown {
    const name = nameAndVersion.startsWith('arn:') ? nameAndVersion : (nameAndVersion.split(':', 1)[0] ?? '');
    return this.findParameter(name, reader.environment);
  }

  /** A parameter of Parameter Store in an account and region. */
  findParameter(name: string, environment: Environment): FoundParameter | Unknown {
    const parameter = this.ssmParametersNamed(name).find(({ stack }) => sameEnvironment(stack.environment, environment));
    if (parameter === undefined) return this.custom.written(name, environment) ?? unknown('ssm', name);
    const value = this.#index.evaluator.shared(`${parameter.id} Value`, () => parameter.property('Value').value);
    return { kind: 'produced', name, stack: parameter.stack, parameter, value: throughBoundary('ssm', value) };
  }

  /** An attribute of `Custom::CrossRegionExportReader`: the value that the writer for this region put under the name. */
  findCrossRegionExport(name: string, reader: Stack): Produced | Unknown {
    const writer = this.#writers.named(name).find(({ stack, raw }) => {
      const region = own(own(own(raw, 'Properties'), 'WriterProps'), 'region');
      return stack.environment.account === reader.environment.account && region === reader.environment.region;
    });
    if (writer === undefined) return unknown('cross-region-export', name);
    const value = this.#index.evaluator.shared(`${writer.id} exports ${name}`, () =>
      this.#index.evaluator.evaluate(exportsOf(writer)[name], { stack: writer.stack, assumptions: NO_ASSUMPTIONS }),
    );
    return { kind: 'produced', name, stack: writer.stack, value: throughBoundary('cross-region-export', value) };
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

  *#allExports(assumptions: Assumptions): Generator<Export> {
    for (const stack of this.#index.stacks) {
      for (const [output, declaration] of stack.template.outputs) {
        const value = this.#index.evaluator.evaluate(own(own(declaration, 'Export'), 'Name'), { stack, assumptions });
        const name = value.kind === 'literal' ? String(value.value) : assumptions.defaults ? expectedText(value) : undefined;
        if (name !== undefined) yield { kind: 'output', name, stack, output };
      }
    }
  }
}

function mayMeet(name: string, stack: Stack, reader: Stack): boolean {
  if (!sameEnvironment(stack.environment, reader.environment)) return false;
  return !holdsEnvironment(name) || (stack.assembly === reader.assembly && stack.directory === reader.directory);
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

function textOf({ entries }: MapValue, key: string): string | undefined {
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
