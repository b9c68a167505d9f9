/** Whether a finding's fix is that of its check: some problems have one of their own, and some name their regions in the check's sentence. */
export function isFixOfCheck(fix: string, fixOfCheck: string | undefined): boolean {
  return fixOfCheck !== undefined && inAnyRegion(fix) === inAnyRegion(fixOfCheck);
}

function inAnyRegion(sentence: string): string {
  return sentence.replace(/\b[a-z]{2}-[a-z]{4,9}-\d\b/g, 'region');
}
