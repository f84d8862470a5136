/** Times as people say them; the absolute time stays in the element's title. */

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
];

/** The amount and unit of the time from now to the moment, negative for the past. */
function amount(moment: Date, now: Date): [number, Intl.RelativeTimeFormatUnit] {
  let value = Math.round((moment.getTime() - now.getTime()) / 1000);
  for (const [unit, size] of STEPS) {
    if (Math.abs(value) < size) {
      return [value, unit];
    }
    value = Math.trunc(value / size);
  }
  return [value, 'year'];
}

/** "14 min. ago" in the language, for a moment before or after now. */
export function ago(moment: Date, now: Date, language: string): string {
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }).format(...amount(moment, now));
}

/** "14 min": how long a state that began at the moment has lasted. */
export function lasting(since: Date, now: Date, language: string): string {
  const [value, unit] = amount(since, now);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(Math.max(0, -value));
}

/** Writes every time element below the root anew: a status says how long it lasts, all else how long ago. */
export function tellTimes(root: ParentNode, now: Date, language: string): void {
  for (const element of root.querySelectorAll<HTMLTimeElement>('time[datetime]')) {
    const moment = new Date(element.dateTime);
    if (!Number.isNaN(moment.getTime())) {
      element.title ||= element.textContent ?? '';
      const words = element.closest('.aoa-s') ? lasting(moment, now, language) : ago(moment, now, language);
      if (element.textContent !== words) {
        element.textContent = words;
      }
    }
  }
}
