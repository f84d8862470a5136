import { notSaved } from './conflict';
import { type Field, ownError, showErrors } from './fields';
import type { Page } from './page';

/** One entry of a list that is saved as a whole. */
export interface Entry {
  readonly list: 'hooks' | 'repositories';
  /** All that are stored, as they are sent back. */
  readonly stored: readonly unknown[];
  /** Where the entry stands among them; behind them when it is new. */
  readonly at: number;
  readonly mine: { readonly id: string };
}

/**
 * Saves the list with the entry in its place and goes back to the tab; shows what is wrong otherwise.
 *
 * @param version the one that the person has seen, undefined to overwrite what others have saved since
 * @param again saves without a version
 */
export async function saveEntry(
  page: Page,
  top: HTMLElement,
  fields: readonly Field[],
  entry: Entry,
  version: number | undefined,
  again: () => Promise<void>,
): Promise<void> {
  const { list, stored, at, mine } = entry;
  const body = { [list]: [...stored.slice(0, at), mine, ...stored.slice(at + 1)] };
  const answer = await page.http.send('PUT', list, { body, version });
  if (answer.kind === 'ok') {
    page.unsaved = false;
    page.say(page.texts.get('saved', mine.id));
    page.go('repositories');
  } else if (answer.kind === 'invalid') {
    showErrors(page, top, fields, answer.errors.map((error) => ownError(error, list, at)));
  } else {
    notSaved(page, top, answer, again);
  }
}
