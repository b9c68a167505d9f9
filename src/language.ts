/** What CDK apps are written in: https://docs.aws.amazon.com/cdk/v2/guide/languages.html */
export const LANGUAGES = ['typescript', 'javascript', 'python', 'java', 'csharp', 'go'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  typescript: 'TypeScript',
  javascript: 'JavaScript',
  python: 'Python',
  java: 'Java',
  csharp: 'C#',
  go: 'Go',
};

const ENDINGS: readonly (readonly [RegExp, Language])[] = [
  [/\.[cm]?tsx?$/i, 'typescript'],
  [/\.[cm]?jsx?$/i, 'javascript'],
  [/\.py$/i, 'python'],
  [/\.(?:java|kt|scala|groovy)$/i, 'java'],
  [/\.(?:cs|fs|vb)$/i, 'csharp'],
  [/\.go$/i, 'go'],
];

export function languageOfFile(file: string): Language | undefined {
  return ENDINGS.find(([ending]) => ending.test(file))?.[1];
}

const COMMANDS: readonly (readonly [RegExp, Language])[] = [
  [/\bpython3?\b|\.py\b|\b(?:uv|poetry) run\b/, 'python'],
  [/\bmvnw?\b|\bgradlew?\b|\bjava\b/, 'java'],
  [/\bgo (?:mod|run)\b/, 'go'],
  [/\bdotnet\b/, 'csharp'],
  [/\b(?:ts-node|tsx)\b|\.[cm]?ts\b/, 'typescript'],
  [/\bnode\b|\.[cm]?js\b/, 'javascript'],
];

/** Of an app that runs by this command, the `app` of its `cdk.json`. */
export function languageOfCommand(command: string): Language | undefined {
  return COMMANDS.find(([words]) => words.test(command))?.[1];
}
