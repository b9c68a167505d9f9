const DAY = 86_400;

/**
 * The longest time between two runs of a schedule, in seconds; undefined when it is not understood. `cron(minutes hours day-of-month month
 * day-of-week year)` or `rate(value unit)`. Where days are chosen, the true time may be longer.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function longestGap(expression: string): number | undefined {
  const rate = /^rate\((\d{1,9}) (minute|hour|day)s?\)$/.exec(expression.trim());
  if (rate !== null) return Number(rate[1]) * ({ minute: 60, hour: 3600, day: DAY }[rate[2] as 'minute' | 'hour' | 'day'] ?? 0);
  const fields = /^cron\(([^()]{1,200})\)$/.exec(expression.trim())?.[1]?.split(/\s+/);
  if (fields === undefined || fields.length < 5) return undefined;
  const [minutes, hours, days, , weekdays] = fields as [string, string, string, string, string];
  const [atMinutes, atHours] = [valuesOf(minutes, 60), valuesOf(hours, 24)];
  if (atMinutes === undefined || atHours === undefined) return undefined;
  return Math.max(gapInDay(atHours, atMinutes), gapOfDays(days, weekdays));
}

/** The longest time between two runs of one day and the next. */
function gapInDay(hours: readonly number[], minutes: readonly number[]): number {
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 3600 + minute * 60));
  return times.reduce((longest, time, index) => Math.max(longest, (times[index + 1] ?? DAY + (times[0] ?? 0)) - time), 0);
}

/** At least so long is one day without a run: with a single weekday a week, with a single day of the month four. */
function gapOfDays(days: string, weekdays: string): number {
  const everyDay = (field: string) => field === '*' || field === '?';
  if (!everyDay(weekdays)) return /^(?:[1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)$/i.test(weekdays) ? 7 * DAY : DAY;
  if (everyDay(days)) return 0;
  return /^\d{1,2}$|^L$/i.test(days) ? 28 * DAY : DAY;
}

/** The values of a field, in their order: `0`, `0,12`, `8-18`, `*`, and steps of any of them. */
function valuesOf(field: string, count: number): readonly number[] | undefined {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const found = /^(?:(\*)|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
    if (found === null) return undefined;
    const [, all, from, to, step] = found;
    const first = all === undefined ? Number(from) : 0;
    const last = to !== undefined ? Number(to) : all === undefined && step === undefined ? first : count - 1;
    for (let value = first; value <= last && value < count; value += Math.max(1, Number(step ?? 1))) values.add(value);
  }
  return values.size === 0 ? undefined : [...values].sort((one, other) => one - other);
}
