import { add, fill, freshId, h } from '../admin/dom';
import type { Texts } from '../texts';
import { freshKey, type Answer, type Plan, type Wish } from './api';
import { diff } from './diff';
import { refusal } from './refusal';

/** How a plan is got and asked for: forward or back. */
export interface Intent {
  title: string;
  page: string;
  plan(): Promise<Answer<Plan>>;
  request(wish: Wish): Promise<Answer<unknown>>;
  /** It has been asked for. */
  done(): void;
  closed(): void;
}

/** What would change, exactly; and the question whether it shall. */
export class PlanView {
  readonly element: HTMLElement;
  private readonly body = h('div', { class: 'aoa-plan-body' });

  constructor(
    private readonly intent: Intent,
    private readonly texts: Texts,
  ) {
    const close = this.button('close', '', () => this.close());
    this.element = h(
      'section',
      { class: 'aoa-plan', 'aria-label': intent.title, tabindex: '-1' },
      h('div', { class: 'aoa-plan-head' }, h('h4', {}, intent.title), close),
      this.body,
    );
    this.element.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') {
        this.close();
      }
    });
  }

  /** Reads the plan anew. */
  async load(notice?: HTMLElement): Promise<void> {
    fill(this.body, h('p', { class: 'aoa-plan-wait', role: 'status' }, this.texts.get('reading')));
    const answer = await this.intent.plan();
    if (answer.kind === 'ok') {
      this.show(answer.value, notice);
    } else {
      const again = this.button('again', '', () => void this.load());
      fill(this.body, refusal(answer, this.texts), h('div', { class: 'aoa-buttons' }, again));
    }
  }

  private show(plan: Plan, notice: HTMLElement | undefined): void {
    fill(this.body, notice);
    for (const edit of plan.edits) {
      add(this.body, [
        h('p', { class: 'aoa-file' }, h('bdi', {}, edit.path), h('span', { class: 'aoa-flag' }, ` ${edit.repository} · ${edit.branch}`)),
        diff(edit.diff),
      ]);
    }
    if (plan.between && plan.between.commits > 0) {
      const stories = plan.between.stories.length > 0 ? ` · ${plan.between.stories.join(', ')}` : '';
      add(this.body, [h('p', { class: 'aoa-flag' }, this.texts.get('between', plan.between.commits) + stories)]);
    }
    const against = [
      ...plan.blockers.map((blocker) => blocker.reason),
      ...plan.gates.filter((gate) => !gate.open).map((gate) => gate.reason),
      ...(plan.whyNot ? [plan.whyNot] : []),
    ];
    if (against.length > 0) {
      add(this.body, [
        h('p', { class: 'aoa-against' }, this.texts.get('against')),
        h('ul', { class: 'aoa-blockers' }, ...against.map((reason) => h('li', {}, reason))),
      ]);
    } else {
      this.ask(plan);
    }
  }

  private ask(plan: Plan): void {
    const id = freshId('reason');
    const reason = h('textarea', { id, rows: '2', maxlength: '4000', class: 'aoa-text' });
    const problems = h('div', {});
    // One intent, one key: however often somebody presses, it is one promotion.
    const key = freshKey();
    const send = this.button('request', 'aoa-primary', () => void ask());
    const ask = async (): Promise<void> => {
      if (send.disabled) {
        return;
      }
      send.disabled = true;
      const wish = { digest: plan.digest, reason: reason.value.trim(), page: this.intent.page, idempotencyKey: key };
      const answer = await this.intent.request(wish);
      if (answer.kind === 'ok') {
        this.intent.done();
        this.close();
      } else if (answer.kind === 'refused' && answer.reason === 'moved') {
        await this.load(refusal(answer, this.texts));
      } else {
        send.disabled = false;
        fill(problems, refusal(answer, this.texts));
      }
    };
    add(this.body, [
      h('label', { for: id, class: 'aoa-label-above' }, this.texts.get('reason')),
      reason,
      problems,
      h('div', { class: 'aoa-buttons' }, send),
    ]);
    reason.focus();
  }

  private close(): void {
    this.element.remove();
    this.intent.closed();
  }

  private button(text: string, style: string, press: () => void): HTMLButtonElement {
    const button = h('button', { type: 'button', class: `aoa-button ${style}`.trim() }, this.texts.get(text));
    button.addEventListener('click', press);
    return button;
  }
}
