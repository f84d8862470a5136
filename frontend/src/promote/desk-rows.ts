import type { Block } from '../block';
import { ListRows } from '../list-rows';
import { Texts } from '../texts';
import { plan, planBack, request, requestBack, say, type Route } from './api';
import { PlanView, type Intent } from './plan-view';
import { openWord } from './word-dialog';

const SAID = ['approve', 'reject', 'cancel'] as const;

/** Promotions with buttons: the panel of a service, and what waits for somebody. */
export class DeskRows extends ListRows {
  private readonly texts: Texts;
  private view: PlanView | undefined;

  constructor(block: Block) {
    super(block);
    this.texts = new Texts(this.body().dataset['texts']);
    this.body().addEventListener('change', (event) => this.choose(event.target));
  }

  override click(event: Event): boolean {
    const button = (event.target as Element).closest<HTMLElement>('[data-desk]');
    if (!button) {
      return super.click(event);
    }
    const said = SAID.find((act) => act === button.dataset['desk']);
    if (said) {
      this.word(said, button);
    } else if (button.dataset['desk'] === 'plan') {
      this.open(this.forward(button));
    } else if (button.dataset['desk'] === 'back') {
      this.open(this.backward(button));
    }
    return true;
  }

  /** Another environment is another panel: the server draws it. */
  private choose(target: EventTarget | null): void {
    if (target instanceof HTMLSelectElement && target.dataset['choose']) {
      void this.block.choose(
        Object.fromEntries(
          Array.from(this.body().querySelectorAll<HTMLSelectElement>('[data-choose]'), (each) => [
            each.dataset['choose'] ?? '',
            each.value,
          ]),
        ),
      );
    }
  }

  private word(act: (typeof SAID)[number], button: HTMLElement): void {
    const { id = '', digest = '', service = '', to = '', version = '' } = button.dataset;
    openWord(
      {
        act,
        about: this.texts.get('about', service, version, to),
        send: (comment) => say(act, id, { digest, comment, page: this.page() }),
        done: () => void this.block.refresh(),
      },
      this.texts,
      this.block.root.lang,
    );
  }

  private open(intent: Intent): void {
    this.view?.element.remove();
    this.view = new PlanView(intent, this.texts);
    this.body().append(this.view.element);
    this.view.element.focus();
    void this.view.load();
  }

  private forward(button: HTMLElement): Intent {
    const { set = '', service = '', from = '', to = '' } = button.dataset;
    const route: Route = { set, service, from, to };
    return {
      ...this.about(button),
      title: this.texts.get('plan.title', service, from, to),
      plan: () => plan(route, this.page()),
      request: (wish) => request(route, wish),
    };
  }

  private backward(button: HTMLElement): Intent {
    const { id = '', service = '', to = '' } = button.dataset;
    return {
      ...this.about(button),
      title: this.texts.get('back.title', service, to),
      plan: () => planBack(id, this.page()),
      request: (wish) => requestBack(id, wish),
    };
  }

  private about(button: HTMLElement): Pick<Intent, 'page' | 'done' | 'closed'> {
    return {
      page: this.page(),
      done: () => void this.block.refresh(),
      closed: () => {
        this.view = undefined;
        // the button may have been drawn anew meanwhile
        (button.isConnected ? button : this.body().querySelector<HTMLElement>('[data-desk]'))?.focus();
      },
    };
  }

  private page(): string {
    return this.block.root.dataset['page'] ?? '';
  }
}
