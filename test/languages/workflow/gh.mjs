#!/usr/bin/env node
// In place of GitHub's command line: `gh api` for the comments of a pull request, which are the lines of the file COMMENTS.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const file = process.env.COMMENTS;
const comments = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
const words = process.argv.slice(2);
const after = (option) => words[words.indexOf(option) + 1];
if (words[0] !== 'api' || process.env.GH_TOKEN === undefined) throw new Error(`gh ${words.join(' ')}`);
if (words.includes('--jq')) {
  const [, marker] = /startswith\("(.*?)"\)/.exec(after('--jq'));
  for (const { id, body } of comments) if (body.startsWith(marker)) process.stdout.write(`${id}\n`);
} else {
  const [, name] = /^body=@(.*)$/.exec(after('--field'));
  const body = readFileSync(name, 'utf8');
  if (body.length > 65_536) throw new Error('the comment is too long');
  const path = words.find((word) => word.startsWith('repos/'));
  const [, id] = /^repos\/acme\/ledger\/issues\/comments\/(\d+)$/.exec(path) ?? [];
  if (words.includes('PATCH')) {
    const own = comments.find((comment) => String(comment.id) === id);
    own.body = body;
    own.times += 1;
  } else if (path === 'repos/acme/ledger/issues/7/comments') comments.push({ id: comments.length + 1, body, times: 1 });
  else throw new Error(`gh has no ${path}`);
  writeFileSync(file, JSON.stringify(comments));
}
