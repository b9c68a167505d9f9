/** What holds a secret by its name: tokens of GitHub and of other steps, keys of AWS and of registries. */
const SECRET = /TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|PRIVATE_?KEY|ACCESS_?KEY|API_?KEY|_AUTH|^ACTIONS_ID_TOKEN|^ACTIONS_RUNTIME_URL$/i;

/**
 * Takes secrets out of an environment, and gives a copy with them. A configuration and the checks that it names are code of the checkout, which may
 * be a pull request's, and run in this process: they are not to find by chance what the comment is written with.
 */
export function takeSecrets(env: NodeJS.ProcessEnv): Readonly<Record<string, string | undefined>> {
  const all = { ...env };
  for (const name of Object.keys(env)) if (SECRET.test(name)) delete env[name];
  return all;
}
