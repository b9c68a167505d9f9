import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const ACCOUNT = '482731905566';

type Section = Readonly<Record<string, unknown>>;

/** What every template can hold; everything is optional. */
interface TemplateSketch {
  readonly resources?: Section;
  readonly outputs?: Section;
  readonly parameters?: Section;
  readonly conditions?: Section;
  readonly mappings?: Section;
  /** Other top-level sections (`Transform`, `Rules`), as they stand in the template. */
  readonly sections?: Section;
  /** By the logical id of the `AWS::CloudFormation::Stack` that is added to this template. */
  readonly nested?: Readonly<Record<string, NestedSketch>>;
}

export interface NestedSketch extends TemplateSketch {
  /** `Properties.Parameters` of the resource in the parent. */
  readonly parameterValues?: Section;
}

export interface StackSketch extends TemplateSketch {
  readonly region?: string;
  /** 482731905566 when left out; null for a stack that may go to any account. */
  readonly account?: string | null;
  /** CloudFormation's name, when it differs from the key (`Prod-Data`). */
  readonly name?: string;
  readonly displayName?: string;
  /** Keys of other stacks of the same assembly or stage, or `assembly-X` for a whole stage. */
  readonly dependencies?: readonly string[];
  readonly terminationProtection?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
  readonly notificationArns?: readonly string[];
  /** `parameters` of the artifact: values for the template's parameters. */
  readonly parameterValues?: Section;
  /** Entries by construct path, with or without the leading slash, besides the `aws:cdk:logicalId` that every element gets at `Stack/LogicalId`. */
  readonly metadata?: Readonly<Record<string, readonly unknown[]>>;
  /** Laid over the artifact in the manifest, to write what a CDK would not. */
  readonly artifact?: Section;
}

export interface StageSketch {
  readonly stacks?: Readonly<Record<string, StackSketch>>;
  /** Laid over the manifest. */
  readonly manifest?: Section;
}

export interface AssemblySketch extends StageSketch {
  readonly stages?: Readonly<Record<string, StageSketch>>;
  /** Further files by path: an object is written as JSON, a string or buffer as it is. They may replace what the sketch makes. */
  readonly files?: Readonly<Record<string, unknown>>;
}

/** Writes a cdk.out into a folder as CDK 2.276 would. */
export function writeSketch(root: string, sketch: AssemblySketch): void {
  mkdirSync(root, { recursive: true });
  const stages = Object.entries(sketch.stages ?? {});
  const nestedAssemblies = stages.map(([name]) => [
    `assembly-${name}`,
    { type: 'cdk:cloud-assembly', properties: { directoryName: `assembly-${name}`, displayName: name } },
  ]);
  writeManifest(root, '', sketch, Object.fromEntries(nestedAssemblies));
  for (const [name, stage] of stages) writeManifest(join(root, `assembly-${name}`), name, stage, {});
  // CDK writes it last, and without findings too.
  writeFiles(root, { 'validation-report.json': { version: '55.0.0', title: 'Validation Report', pluginReports: [linted(root)] } });
  writeFiles(root, sketch.files ?? {});
}

/** Writes files below a folder: an object as JSON, a string or buffer as it is. */
export function writeFiles(folder: string, files: Readonly<Record<string, unknown>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    const isText = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(file, isText ? content : JSON.stringify(content, undefined, 1));
  }
}

function writeManifest(folder: string, stage: string, sketch: StageSketch, nestedAssemblies: Section): void {
  const names = Object.keys(sketch.stacks ?? {});
  const artifacts: Record<string, unknown> = { ...nestedAssemblies };
  for (const [key, stack] of Object.entries(sketch.stacks ?? {})) {
    Object.assign(artifacts, writeStack(folder, stage, key, stack, names));
  }
  const manifest = { version: '55.0.0', artifacts, minimumCliVersion: '2.1148.2', ...sketch.manifest };
  writeFiles(folder, { 'manifest.json': manifest, 'cdk.out': { version: '55.0.0' } });
}

function writeStack(folder: string, stage: string, key: string, stack: StackSketch, siblings: readonly string[]): Section {
  const id = stage + key;
  const constructPath = stage === '' ? key : `${stage}/${key}`;
  const written: WrittenTemplates = { files: {}, metadata: {}, assets: {} };
  const template = buildTemplate(stack, id, constructPath, written);
  for (const [path, entries] of Object.entries(stack.metadata ?? {})) {
    const absolute = path.startsWith('/') ? path : `/${path}`;
    written.metadata[absolute] = [...(written.metadata[absolute] ?? []), ...entries];
  }
  writeFiles(folder, {
    ...written.files,
    [`${id}.template.json`]: template,
    [`${id}.metadata.json`]: written.metadata,
    [`${id}.assets.json`]: { version: '55.0.0', files: written.assets, dockerImages: {} },
  });
  const name = stack.name ?? (stage === '' ? undefined : `${stage}-${key}`);
  const dependencies = (stack.dependencies ?? []).map((other) => (siblings.includes(other) ? stage + other : other));
  return {
    [`${id}.assets`]: { type: 'cdk:asset-manifest', properties: { file: `${id}.assets.json` } },
    [id]: {
      type: 'aws:cloudformation:stack',
      environment: `aws://${stack.account === null ? 'unknown-account' : (stack.account ?? ACCOUNT)}/${stack.region ?? 'unknown-region'}`,
      properties: {
        templateFile: `${id}.template.json`,
        terminationProtection: stack.terminationProtection ?? false,
        ...(stack.tags && { tags: stack.tags }),
        ...(stack.notificationArns && { notificationArns: stack.notificationArns }),
        ...(stack.parameterValues && { parameters: stack.parameterValues }),
        ...(name !== undefined && { stackName: name }),
      },
      dependencies: [...dependencies, `${id}.assets`],
      additionalMetadataFile: `${id}.metadata.json`,
      displayName: stack.displayName ?? constructPath,
      ...stack.artifact,
    },
  };
}

interface WrittenTemplates {
  readonly files: Record<string, unknown>;
  readonly metadata: Record<string, unknown[]>;
  readonly assets: Record<string, unknown>;
}

function buildTemplate(sketch: TemplateSketch, fileId: string, constructPath: string, written: WrittenTemplates): Section {
  const resources: Record<string, unknown> = { ...sketch.resources };
  for (const [logicalId, nested] of Object.entries(sketch.nested ?? {})) {
    resources[logicalId] = buildNestedStack(nested, logicalId, `${fileId}${logicalId}`, constructPath, written);
  }
  for (const logicalId of Object.keys({ ...sketch.resources, ...sketch.outputs, ...sketch.parameters })) {
    written.metadata[`/${constructPath}/${logicalId}`] = [{ type: 'aws:cdk:logicalId', data: logicalId }];
  }
  return {
    ...sketch.sections,
    ...(sketch.parameters && { Parameters: sketch.parameters }),
    ...(sketch.mappings && { Mappings: sketch.mappings }),
    ...(sketch.conditions && { Conditions: sketch.conditions }),
    Resources: resources,
    ...(sketch.outputs && { Outputs: sketch.outputs }),
  };
}

function buildNestedStack(sketch: NestedSketch, logicalId: string, fileId: string, parentPath: string, written: WrittenTemplates): Section {
  const file = `${fileId}.nested.template.json`;
  const hash = createHash('sha256').update(file).digest('hex');
  const path = `/${parentPath}/${logicalId}`;
  written.metadata[path] = [{ type: 'aws:cdk:templateFile', data: file }];
  written.metadata[`${path}.NestedStack/${logicalId}.NestedStackResource`] = [{ type: 'aws:cdk:logicalId', data: logicalId }];
  written.assets[hash] = {
    source: { path: file, packaging: 'file' },
    destinations: { 'current_account-current_region': { bucketName: 'cdk-assets', objectKey: `${hash}.json` } },
  };
  written.files[file] = buildTemplate(sketch, fileId, `${parentPath}/${logicalId}`, written);
  return {
    Type: 'AWS::CloudFormation::Stack',
    Properties: {
      ...(sketch.parameterValues && { Parameters: sketch.parameterValues }),
      TemplateURL: { 'Fn::Sub': `https://s3.\${AWS::Region}.\${AWS::URLSuffix}/cdk-assets/${hash}.json` },
    },
    UpdateReplacePolicy: 'Delete',
    DeletionPolicy: 'Delete',
  };
}

/** That CDK has run cfn-lint's rules on all templates, which found something that is nowhere. */
function linted(root: string): object {
  const templates = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.template.json'));
  const violatingConstructs = templates.sort().map((templatePath) => ({ cloudFormationResource: { templatePath } }));
  return { pluginName: 'CloudFormation Validate', violations: [{ ruleName: 'F0000', violatingConstructs }] };
}
