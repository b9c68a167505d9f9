/**
 * A DNS name as Route 53 compares it: lower case, without a final dot, escape codes of letters, digits, hyphens, underscores and asterisks
 * as these characters. Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 */
export function normalName(name: string): string {
  return name
    .replace(/\\([0-3][0-7]{2})/g, (code, octal: string) => {
      const character = String.fromCharCode(Number.parseInt(octal, 8));
      return /[a-z0-9_*-]/i.test(character) ? character : code;
    })
    .toLowerCase()
    .replace(/\.$/, '');
}

/** Whether a name is the same as another one, or that with a wildcard for its first label. Both as `normalName` gives them. */
export function coversName(covering: string, name: string): boolean {
  return covering === name || (covering.startsWith('*.') && name.includes('.') && name.slice(name.indexOf('.')) === covering.slice(1));
}
