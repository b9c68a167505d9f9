import { inflateRawSync } from 'node:zlib';
import type { PageContent } from '../../src/pages/graph/page-content.js';

/** What a page holds as data. */
export function contentOfPage(page: string): PageContent {
  const packed = /<script type="application\/octet-stream" id="content">([^<]*)</.exec(page)?.[1] ?? '';
  return JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString());
}
