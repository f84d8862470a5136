/** Times as people say them; the absolute time stays in the element's title. */

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
];

/** "14 min ago" in the language, for a moment before or after now. */
export function ago(moment: Date, now: Date, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  let value = Math.round((moment.getTime() - now.getTime()) / 1000);
  for (const [unit, size] of STEPS) {
    if (Math.abs(value) < size) {
      return format.format(value, unit);
    }
    value = Math.trunc(value / size);
  }
  return format.format(value, 'year');
}

/** Writes every time element below the root anew. */
export function tellTimes(root: ParentNode, now: Date, language: string): void {
  for (const element of root.querySelectorAll<HTMLTimeElement>('time[datetime]')) {
    const moment = new Date(element.dateTime);
    if (!Number.isNaN(moment.getTime())) {
      element.title ||= element.textContent ?? '';
      const words = ago(moment, now, language);
      if (element.textContent !== words) {
        element.textContent = words;
      }
    }
  }
}
