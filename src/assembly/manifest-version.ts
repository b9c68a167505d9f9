/** The newest version of the manifest's schema that this reader was tried on. */
const NEWEST_MAJOR = 55;

/** What there is to say about a version. Every one is read: the parts that matter here have not changed since 0.33. */
export function describeVersion(version: string | undefined): string | undefined {
  if (version === undefined) return 'The manifest has no version: it is read as a current one.';
  const major = /^(\d+)(\.\d+)*$/.exec(version)?.[1];
  if (major === undefined) return `The manifest's version \`${version}\` is not a version number: it is read as a current one.`;
  if (Number(major) <= NEWEST_MAJOR) return undefined;
  return `The manifest's version ${version} is newer than ${NEWEST_MAJOR}, the newest known here: parts of it may be missed. Update synthcheck.`;
}
