// Compiles and runs the snippets of checks/fixes.json: npm run test:languages [-- typescript python java go]
// A language whose tools or packages cannot be had is not run, and said so. It needs the registries of all of them, and takes minutes the first time;
// the packages stay in the folder that SYNTHCHECK_LANGUAGES names, if it does.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { packageOf } from '../../scripts/fixes/go.js';
import { readFixes, TRANSLATIONS } from '../../scripts/fixes/sources.js';

const VERSIONS = { npm: '2.275.0', pip: '2.275.0', maven: '2.263.0', go: '2.275.0' };
const JAVA_TYPES = { string: 'String', 'string[]': 'List<String>' };
const GO_TYPES = { string: '*string', 'string[]': '*[]*string', App: 'awscdk.App', Stack: 'awscdk.Stack' };

const kept = process.env.SYNTHCHECK_LANGUAGES;
const work = kept ?? mkdtempSync(join(tmpdir(), 'languages-'));
const translations = JSON.parse(readFileSync(TRANSLATIONS, 'utf8'));
const fixes = readFixes().map((fix) => ({ ...fix, code: translations[fix.id] ?? {} }));
const languages = { typescript, python, java, go };
const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(languages);
let failed = false;
let classes;
try {
  for (const language of chosen) {
    const folder = join(work, language);
    mkdirSync(folder, { recursive: true });
    const own = fixes.filter(({ code }) => code[language] !== undefined);
    const result = languages[language](folder, own);
    if (result.missing !== undefined) console.log(`${language}: not run: ${result.missing}`);
    else
      console.log(
        `${language}: ${own.length} of ${fixes.length} snippets, ${result.status === 0 ? 'all right' : 'FAILED'}\n${result.output}`.trim(),
      );
    failed ||= result.missing === undefined && result.status !== 0;
  }
} finally {
  if (kept === undefined) rmSync(work, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

/** Runs a command; undefined when it worked. */
function install(command, args, cwd) {
  try {
    execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 64 * 1024 * 1024 });
    return undefined;
  } catch (error) {
    return error.code === 'ENOENT' ? `${command} is not there` : `${command} ${args[0]} failed`;
  }
}

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return { status, output: status === 0 ? '' : `${stdout}${stderr}` };
}

function typescript(folder, own) {
  const missing = existsSync(join(folder, 'node_modules/aws-cdk-lib'))
    ? undefined
    : install(
        'npm',
        ['install', '--no-save', '--no-audit', '--no-fund', `aws-cdk-lib@${VERSIONS.npm}`, 'constructs@10.8.1', 'typescript@5.9.3'],
        folder,
      );
  if (missing !== undefined) return { missing };
  for (const { id, file } of own) cpSync(file, join(folder, 'src', `${id}.ts`));
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    target: 'ES2022',
    types: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  return run('node', ['node_modules/typescript/bin/tsc'], folder);
}

function python(folder, own) {
  const bin = join(folder, process.platform === 'win32' ? '.venv/Scripts' : '.venv/bin');
  const missing = existsSync(join(bin, 'pip'))
    ? undefined
    : (install('python3', ['-m', 'venv', '.venv'], folder) ??
      install(join(bin, 'pip'), ['install', '--quiet', `aws-cdk-lib==${VERSIONS.pip}`], folder));
  if (missing !== undefined) return { missing };
  const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const snippets = own.map(({ id, code, modules, given }) => ({
    id,
    code: code.python,
    imports: [...modules].map(([name, module]) => `from aws_cdk import ${module} as ${name === 'lambda' ? 'lambda_' : name}`).join('\n'),
    given: given.map((one) => ({ ...one, python: snake(one.name) })),
  }));
  writeFileSync(join(folder, 'snippets.json'), JSON.stringify(snippets));
  // The code of a function.
  mkdirSync(join(folder, 'charge'), { recursive: true });
  return run(join(bin, 'python'), [join(import.meta.dirname, 'python.py'), 'snippets.json'], folder);
}

function java(folder, own) {
  const pom = `<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies><dependency><groupId>software.amazon.awscdk</groupId><artifactId>aws-cdk-lib</artifactId><version>${VERSIONS.maven}</version></dependency></dependencies></project>`;
  writeFileSync(join(folder, 'pom.xml'), pom);
  const missing = existsSync(join(folder, 'target/dependency'))
    ? undefined
    : install('mvn', ['--quiet', '--batch-mode', 'dependency:copy-dependencies'], folder);
  if (missing !== undefined) return { missing };
  const files = own.map(({ code, modules, given, core, text }, index) => {
    const packages = [...modules.values()].map(javaPackage);
    const nested = [...new Set(code.java.match(/\bCfn\w+(?=\.Builder)/g))].flatMap((name) =>
      packages.filter((one) => hasClass(folder, one, name)).map((one) => `${one}.${name}`),
    );
    // Another package may have a class of the same name.
    const exact = [...modules].flatMap(([name, module]) =>
      [...new Set(text.match(new RegExp(`(?<=\\b${name}\\.)[A-Z]\\w*`, 'g')))].map((type) => `${javaPackage(module)}.${type}`),
    );
    const names = [...new Set(['Stack', 'Environment', 'StackProps', ...core])];
    const imports = [
      ...names.map((name) => `software.amazon.awscdk.${name}`),
      ...packages.map((name) => `${name}.*`),
      ...exact,
      ...nested.map((name) => `${name}.*`),
      'java.util.List',
      'java.util.Map',
    ];
    const parameters = given
      .filter(({ name }) => name !== 'stack')
      .map(({ name, type }) => `${JAVA_TYPES[type] ?? type.split('.').at(-1)} ${name}`);
    const file = join(folder, `Snippet${index}.java`);
    const body = `${imports.map((name) => `import ${name};\n`).join('')}class Snippet${index} extends Stack {\n  void snippet(${parameters.join(', ')}) {\n${code.java}\n  }\n}\n`;
    writeFileSync(file, body);
    return file;
  });
  return run(
    'javac',
    ['-proc:none', '-d', 'classes', '-cp', join(folder, 'target/dependency/*').replaceAll('\\', '/') + delimiter, ...files],
    folder,
  );
}

/** `aws_route53_targets` is `services.route53.targets` in Java, `custom_resources` is `customresources`. */
function javaPackage(module) {
  const own = module.startsWith('aws_') ? `services.${module.slice('aws_'.length).replaceAll('_', '.')}` : module.replaceAll('_', '');
  return `software.amazon.awscdk.${own}`;
}

function hasClass(folder, name, type) {
  classes ??= execFileSync('jar', ['tf', `target/dependency/aws-cdk-lib-${VERSIONS.maven}.jar`], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  }).split('\n');
  return classes.some((entry) => entry.startsWith(`${name.replaceAll('.', '/')}/${type}$`) && entry.endsWith('Property.class'));
}

function go(folder, own) {
  const module = `module snippets\n\ngo 1.24\n\nrequire (\n\tgithub.com/aws/aws-cdk-go/awscdk/v2 v${VERSIONS.go}\n\tgithub.com/aws/jsii-runtime-go v1.142.0\n)\n`;
  for (const [index, { code, modules, given }] of own.entries()) {
    const packages = [...modules].map(([name, module]) => [name, packageOf(module)]);
    const parameters = given.map(({ name, type }) => {
      const [namespace, local] = type.split('.');
      return `${name} ${GO_TYPES[type] ?? `${packages.find(([known]) => known === namespace)[1]}.${local}`}`;
    });
    const made = [...code.go.matchAll(/^(\w+) := /gm)].map(([, name]) => `\t_ = ${name}\n`);
    const body = `func snippet${index}(${parameters.join(', ')}) {\n${code.go}\n${made.join('')}}\n`;
    const paths = [
      'fmt',
      'github.com/aws/jsii-runtime-go',
      'github.com/aws/aws-cdk-go/awscdk/v2',
      ...new Set(packages.map(([, name]) => `github.com/aws/aws-cdk-go/awscdk/v2/${name}`)),
    ];
    const used = paths.filter((path) =>
      new RegExp(
        `\\b${path === 'github.com/aws/jsii-runtime-go' ? 'jsii' : path.endsWith('/v2') ? 'awscdk' : path.split('/').at(-1)}\\.`,
      ).test(body),
    );
    writeFileSync(
      join(folder, `snippet${index}.go`),
      `package snippets\n\nimport (\n${used.map((path) => `\t"${path}"\n`).join('')})\n\n// ${own[index].id}\n${body}`,
    );
  }
  if (!existsSync(join(folder, 'go.sum'))) {
    writeFileSync(join(folder, 'go.mod'), module);
    const missing = install('go', ['mod', 'tidy'], folder);
    if (missing !== undefined) return { missing };
  }
  // All that does not compile, and then what is suspicious.
  const built = run('go', ['build', '-gcflags=-e', './...'], folder);
  return built.status === 0 ? run('go', ['vet', './...'], folder) : built;
}
