import { contextPath } from '../host';
import { button } from './button';
import { confirm } from './confirm';
import { fill, h } from './dom';
import { downloadButton } from './download';
import { freezing, path, what } from './freezing';
import { Http } from './http';
import type { Freeze, Verification, WebhookState } from './model';
import { failure, load, message, moment, type Page, type Part } from './page';
import { promotionRules } from './promotion-rules';
import { table } from './table';

/** `#promotion`: the rules, what is frozen, and the record. */
export const promotion: Part = (page, target) => {
  const t = page.texts;
  const rules = h('div', {});
  const frozen = h('div', {});
  fill(
    target,
    h('h2', { tabindex: '-1' }, t.get('tab.promotion')),
    h('p', {}, t.get('promotion.text')),
    rules,
    h('section', {}, h('h3', {}, t.get('promotion.freezes')), h('p', {}, t.get('promotion.freezes.text')), frozen),
    record(page),
  );
  promotionRules(page, rules);
  // Freezes are everybody's, not the administrator's: each sees and lifts with their own rights.
  freezes({ ...page, http: new Http(`${contextPath()}/rest/aoa/1.0`, async () => false) }, frozen);
};

function freezes(page: Page, target: HTMLElement): void {
  const t = page.texts;
  const problems = h('div', {});
  const lift = async (freeze: Freeze): Promise<void> => {
    if (!(await confirm(page, t.get('promotion.lift.title', what(page, freeze)), t.get('promotion.lift.text'), t.get('promotion.lift')))) {
      return;
    }
    const result = await page.http.send('DELETE', `promotions/freezes/${path(freeze)}`);
    if (result.kind === 'ok') {
      page.say(t.get('promotion.lifted', what(page, freeze)));
      freezes(page, target);
      page.focusHeading();
    } else {
      fill(problems, failure(page, result));
    }
  };
  void load<{ freezes: Freeze[] }>(page, target, 'promotions/freezes', ({ freezes: all }) => {
    const again = freezing(page, () => {
      freezes(page, target);
      page.focusHeading();
    });
    if (all.length === 0) {
      target.append(h('p', { class: 'aoa-a-none' }, t.get('promotion.freezes.none')), again);
      return;
    }
    const rows = all.map((freeze) => {
      const act = button(t.get('promotion.lift'), 'link', () => lift(freeze));
      act.setAttribute('aria-label', t.get('promotion.lift.title', what(page, freeze)));
      return {
        attributes: { 'data-freeze': path(freeze) },
        cells: [[what(page, freeze)], [freeze.by.name], [freeze.reason], [moment(page, freeze.since)], [freeze.mayLift ? act : (freeze.whyNot ?? '')]],
      };
    });
    target.append(
      problems,
      table(
        page,
        t.get('promotion.freezes'),
        [
          { key: 'promotion.freeze.what' },
          { key: 'promotion.freeze.by' },
          { key: 'promotion.freeze.reason' },
          { key: 'promotion.freeze.since' },
          { key: 'actions', class: 'aoa-a-tail' },
        ],
        rows,
      ),
      again,
    );
  });
}

/** The record: whether it is as it was written, and how other systems hear of it. */
function record(page: Page): HTMLElement {
  const t = page.texts;
  const result = h('div', { role: 'status' });
  const problems = h('div', {});
  const verify = button(t.get('promotion.verify'), '', async () => {
    const answer = await page.http.get<Verification>('promotions/verify');
    if (answer.kind !== 'ok') {
      fill(result, failure(page, answer));
    } else if (answer.value.valid) {
      fill(result, message('success', t.get('promotion.verify.valid', answer.value.rows)));
    } else {
      const { firstBroken, flaw } = answer.value;
      fill(result, message('error', t.get(`promotion.verify.${flaw}`, firstBroken ?? ''), h('p', {}, t.get('promotion.verify.remedy'))));
    }
  });
  const webhook = h('div', {});
  void page.http.get<WebhookState>('promotions/webhook').then((answer) => {
    if (answer.kind === 'ok' && answer.value.state !== 'off') {
      const { state, waiting, delivered, trouble } = answer.value;
      fill(
        webhook,
        h('p', {}, t.get(`promotion.webhook.state.${state}`, waiting), ' ', delivered ? moment(page, delivered) : ''),
        trouble !== '' && h('p', { class: 'aoa-a-bad aoa-a-reason' }, trouble),
      );
    }
  });
  return h(
    'section',
    {},
    h('h3', {}, t.get('promotion.record')),
    h('p', {}, t.get('promotion.record.text')),
    h(
      'p',
      { class: 'aoa-a-actions' },
      verify,
      downloadButton(page, t.get('promotion.record.download'), 'promotions/log', 'promotions.jsonl', problems),
    ),
    problems,
    result,
    webhook,
  );
}
