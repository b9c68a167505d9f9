/** Quoted text without a space is a value; a sentence in quotes is what a service answers. */
const QUOTED = /(?<!\w)(["'`“‘])([^\s"'`“”‘’]+)(["'`”’])/g;
const QUOTED_BY_OTHERS = /(?<!\w)(["'`“‘])([^"'`“”‘’]+)(["'`”’])/g;

/** Names of properties, attributes and types, regions and sizes say nothing of a value. */
const PUBLIC = /^(?:[A-Z][A-Za-z0-9]*(?:\.[A-Z][A-Za-z0-9]*|\[\d+\])*|[a-z]{2,4}(?:-[a-z]+)+-\d|AWS(?:::\w+)+|Fn::\w+|\d{1,5})$/;

/** Addresses and host names that stand without quotes, and what follows the region in an ARN. */
const ADDRESS = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\/\/\S+|(?<![\w./@*-])(?:[\w*-]+\.)+[a-z]{2,}(?![\w-])/g;
/** What ends a sentence is no part of an address. */
const TRAILING = /(?<![.,:;)])[.,:;)]+$/;
const ARN = /(\barn:[\w-]*:[\w-]*:[\w-]*:)[^\s"'`,;)]+/g;
/** Their hosts are AWS's names with the names of resources in them. */
const OF_AWS = /(?:^|\.)(?:amazonaws\.com(?:\.cn)?|aws|cloudfront\.net|awsglobalaccelerator\.com|elasticbeanstalk\.com)$/;

interface Known {
  /** Whether the message is of another tool, whose sentences quote values with spaces too. */
  readonly isForeign: boolean;
  /** Names that are shown elsewhere in the report anyway. */
  readonly names: ReadonlySet<string>;
}

/** A message without the values of properties in it, for reports that more people read than may read the templates. */
export function maskValues(message: string, { isForeign, names }: Known): string {
  return message
    .replace(isForeign ? QUOTED_BY_OTHERS : QUOTED, (quoted, start: string, value: string, end: string) =>
      PUBLIC.test(value) || names.has(value) ? quoted : `${start}…${end}`,
    )
    .replace(ARN, '$1…')
    .replace(ADDRESS, (found) => {
      const address = found.replace(TRAILING, '');
      return names.has(address) || OF_AWS.test(address) ? found : `…${found.slice(address.length)}`;
    });
}
