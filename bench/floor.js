// The least that any tool must do: read and parse the manifests and the templates. `node bench/floor.js cdk.out [cdk.out…]`
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , ...folders] = process.argv;
const read = (folder, file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
// Held until the end, as whoever compares them has to.
const templates = [];

/** Of stages and of nested stacks, too, as far as the files are there. */
function readAssembly(folder) {
  for (const { type, properties } of Object.values(read(folder, 'manifest.json').artifacts ?? {})) {
    if (type === 'cdk:cloud-assembly') readAssembly(join(folder, properties.directoryName));
    if (type === 'aws:cloudformation:stack') readTemplate(folder, properties.templateFile);
  }
}

function readTemplate(folder, file) {
  const template = read(folder, file);
  templates.push(template);
  for (const { Type, Metadata } of Object.values(template.Resources ?? {}))
    if (Type === 'AWS::CloudFormation::Stack' && Metadata?.['aws:asset:path'] !== undefined)
      readTemplate(folder, Metadata['aws:asset:path']);
}

for (const folder of folders.length > 0 ? folders : ['cdk.out']) readAssembly(folder);
const resources = templates.reduce((sum, { Resources = {} }) => sum + Object.keys(Resources).length, 0);
process.stdout.write(`${templates.length} templates, ${resources} resources\n`);
