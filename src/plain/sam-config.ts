import { basename, dirname, join, resolve } from 'node:path';
import { MAX_TEXT_BYTES, readRegularText } from '../files/read-file.js';
import { pairsOf } from './parameter-file.js';
import { stackOf, type TemplateStack } from './template-stack.js';
import { parseToml, type TomlValue } from './toml.js';
import { splitWords } from './words.js';

const DEFAULT_TEMPLATES = ['template.yaml', 'template.yml', 'template.json'];

/**
 * The stacks that `samconfig.toml` says a template is deployed as: one for each environment with a stack or region. Undefined without any.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html
 */
export function stacksOfSamConfig(file: string): readonly TemplateStack[] | undefined {
  const folder = configFolder(file);
  const read = readRegularText(join(folder, 'samconfig.toml'), { maxBytes: MAX_TEXT_BYTES, within: folder });
  if (!('text' in read)) return undefined;
  const tables = parseToml(read.text);
  const names = [...new Set([...tables.keys()].map((table) => table.split('.')[0] ?? ''))];
  const stacks = names.flatMap((name): readonly TemplateStack[] => {
    const deploy = tables.get(`${name}.deploy.parameters`);
    if (deploy === undefined) return [];
    const settings = new Map([...(tables.get(`${name}.global.parameters`) ?? []), ...deploy]);
    const [region, stackName] = [textOf(settings.get('region')), textOf(settings.get('stack_name'))];
    const template = textOf(settings.get('template_file')) ?? textOf(settings.get('template'));
    if ((region ?? stackName) === undefined || !isOf(file, folder, template)) return [];
    const parameters = new Map(pairsOf(wordsOf(settings.get('parameter_overrides'))));
    const tags = new Map(pairsOf(wordsOf(settings.get('tags'))));
    return [stackOf(file, { name: stackName, region, parameters, tags, isDeclared: true })];
  });
  return stacks.length === 0 ? undefined : stacks;
}

/** What `sam build` wrote belongs to the folder of the project. */
function configFolder(file: string): string {
  const folder = dirname(file);
  return basename(folder) === 'build' && basename(dirname(folder)) === '.aws-sam' ? dirname(dirname(folder)) : folder;
}

function isOf(file: string, folder: string, template: string | undefined): boolean {
  return template === undefined ? DEFAULT_TEMPLATES.includes(basename(file)) : resolve(folder, template) === resolve(file);
}

function textOf(value: TomlValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function wordsOf(value: TomlValue | undefined): readonly string[] {
  if (typeof value === 'string') return splitWords(value);
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}
