import type { ReportContext } from '../report/reporter.js';

/** In a job of GitHub Actions the line has an address. */
export function linksOf({
  GITHUB_SERVER_URL,
  GITHUB_REPOSITORY,
  GITHUB_SHA,
}: Readonly<Record<string, string | undefined>>): ReportContext['linkTo'] {
  const isKnown = /^https:\/\/[\w.-]+$/.test(GITHUB_SERVER_URL ?? '') && /^[\w.-]+\/[\w.-]+$/.test(GITHUB_REPOSITORY ?? '');
  if (!isKnown || !/^[0-9a-f]{40,64}$/.test(GITHUB_SHA ?? '')) return () => undefined;
  const encode = (file: string): string => file.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return (file, line) => `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}/${encode(file)}#L${line}`;
}
