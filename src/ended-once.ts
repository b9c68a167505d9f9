/** Without the period behind quotation marks or backticks in which the sentence ends already: `rejected with "Name must be unique."` */
export function endedOnce(sentence: string): string {
  const isQuoted = sentence.endsWith('".') || sentence.endsWith('`.');
  return isQuoted && '.!?'.includes(sentence.at(-3) ?? ' ') ? sentence.slice(0, -1) : sentence;
}
