import { join, resolve } from 'node:path';
import { InputError } from '../diagnostic.js';
import { isInside } from '../files/inside.js';
import { readParameterFile } from './parameter-file.js';
import { stackOf, type TemplateStack } from './template-stack.js';

/** A stack as a configuration declares it. Paths are relative to the folder of the configuration. */
export interface StackDeclaration {
  readonly name?: string;
  readonly template: string;
  readonly region?: string;
  readonly regions?: readonly string[];
  readonly account?: string;
  readonly parameters?: string | Readonly<Record<string, string | number | boolean>>;
  readonly tags?: Readonly<Record<string, string>>;
  readonly dependsOn?: readonly string[];
  readonly terminationProtection?: boolean;
}

/** The stacks that declarations stand for. Throws `InputError` for a file of parameters that cannot be read. */
export function declareStacks(declarations: readonly StackDeclaration[], folder: string, repository: string): readonly TemplateStack[] {
  return declarations.flatMap((declaration) => {
    const { template, name, region, regions, account, dependsOn = [], terminationProtection = false } = declaration;
    const file = resolve(folder, template);
    if (!isInside(file, repository))
      throw new InputError(`\`stacks\`: the template ${template} leads out of the repository: only files in it are read`);
    const given = parametersOf(declaration, folder, repository);
    const tags = new Map([...given.tags, ...Object.entries(declaration.tags ?? {})]);
    return (regions ?? [region]).map((each) =>
      stackOf(file, {
        name,
        account,
        region: each,
        parameters: given.parameters,
        tags,
        dependsOn,
        terminationProtection,
        isDeclared: true,
      }),
    );
  });
}

function parametersOf(
  { parameters = {} }: StackDeclaration,
  folder: string,
  repository: string,
): Pick<TemplateStack, 'parameters' | 'tags'> {
  if (typeof parameters !== 'string')
    return { parameters: new Map(Object.entries(parameters).map(([key, value]) => [key, String(value)])), tags: new Map() };
  const read = readParameterFile(join(folder, parameters), repository);
  if ('problem' in read) throw new InputError(`the parameters ${join(folder, parameters)}: the file ${read.problem}`);
  return read.value;
}

const REGION = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/;

/** `orders.yaml@us-east-1,482731905566/eu-west-1`: a template, and where it is deployed. Throws `InputError` for what is none. */
export function parseTemplateArgument(text: string, workingDirectory: string): readonly TemplateStack[] {
  const at = text.lastIndexOf('@');
  const file = resolve(workingDirectory, at < 0 ? text : text.slice(0, at));
  if (at < 0) return [stackOf(file, { isDeclared: true })];
  return text
    .slice(at + 1)
    .split(',')
    .map((place) => {
      const [region = '', account] = place.trim().split('/').reverse();
      if (!REGION.test(region) || (account !== undefined && !/^\d{12}$/.test(account)))
        throw new InputError(
          `--template ${text}: write FILE@REGION,…, each region alone or after an account, as in orders.yaml@us-east-1,eu-west-1`,
        );
      return stackOf(file, { region, account, isDeclared: true });
    });
}
