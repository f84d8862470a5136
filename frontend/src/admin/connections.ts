import { button } from './button';
import { ConnectionForm, FIRST_MANIFEST, manifestOf } from './connection-form';
import { deleteConnection } from './delete';
import { fill, h } from './dom';
import { downloadButton } from './download';
import type { Result } from './http';
import { showProgress, showResult } from './ladder';
import type { Connection, TestResult } from './model';
import { failure, load, loading, message, moment, type Page, type Part } from './page';
import { Refresh } from './refresh';
import { status } from './status';

const EVERY_MS = 5_000;

type All = { connections: Connection[] };

/** `#connections`, `#connections/new` and `#connections/{id}`. */
export const connections: Part = (page, target, rest) => {
  const [id] = rest;
  if (id === undefined) {
    return showList(page, target);
  }
  if (id === 'new') {
    new ConnectionForm(page, undefined).show(target);
    return undefined;
  }
  void load<Connection>(page, target, `connections/${encodeURIComponent(id)}`, (stored) => {
    new ConnectionForm(page, stored).show(target);
    target.querySelector('h2')?.focus();
  });
  return undefined;
};

function showList(page: Page, target: HTMLElement): () => void {
  const rows = new Map<string, Row>();
  const body = h('div', {}, loading(page));
  const notice = h('div', {});
  fill(target, heading(page), notice, body);
  const table = h('div', { class: 'aoa-a-cards' });
  const refresh = new Refresh<All>(
    page.http,
    'connections',
    EVERY_MS,
    (result) => show(page, result, { rows, body, notice, table }, () => void refresh.ask()),
    () => fill(notice, message('info', page.texts.get('resting'))),
  );
  refresh.start();
  return () => refresh.stop();
}

function heading(page: Page): HTMLElement {
  return h(
    'div',
    { class: 'aoa-a-head' },
    h('h2', { tabindex: '-1' }, page.texts.get('tab.connections')),
    h('a', { class: 'aui-button aui-button-primary', href: '#connections/new' }, page.texts.get('connections.add')),
  );
}

interface Places {
  rows: Map<string, Row>;
  body: HTMLElement;
  notice: HTMLElement;
  table: HTMLElement;
}

function show(page: Page, result: Result<All>, places: Places, again: () => void): void {
  if (result.kind !== 'ok') {
    fill(places.notice, failure(page, result), h('p', {}, button(page.texts.get('again'), '', async () => again())));
    places.body.querySelector('.aoa-a-loading')?.remove();
    return;
  }
  places.notice.replaceChildren();
  const all = result.value.connections;
  if (all.length === 0) {
    places.rows.clear();
    if (!places.body.querySelector('.aoa-a-empty')) {
      fill(places.body, teaching(page));
    }
    return;
  }
  const known = new Set(all.map((each) => each.id));
  places.rows.forEach((row, id) => {
    if (!known.has(id)) {
      row.element.remove();
      places.rows.delete(id);
    }
  });
  all.forEach((each, index) => {
    const row = places.rows.get(each.id) ?? new Row(page, each.id, again);
    places.rows.set(each.id, row);
    row.update(each);
    if (places.table.children[index] !== row.element) {
      places.table.insertBefore(row.element, places.table.children[index] ?? null);
    }
  });
  if (places.table.parentElement !== places.body) {
    fill(places.body, places.table);
  }
}

/** What to do when there is nothing yet. */
function teaching(page: Page): HTMLElement {
  const t = page.texts;
  const problems = h('div', {});
  const manifest = downloadButton(page, t.get('manifest.download'), FIRST_MANIFEST.path, FIRST_MANIFEST.file, problems);
  return h(
    'div',
    { class: 'aoa-a-empty' },
    h('h3', {}, t.get('empty.title')),
    h('p', {}, t.get('empty.text')),
    h(
      'ol',
      { class: 'aoa-a-steps' },
      h('li', {}, h('strong', {}, t.get('empty.one')), h('p', {}, t.get('empty.one.text')), manifest, problems, h('pre', { class: 'aoa-a-code', tabindex: '0' }, 'kubectl apply -f app-of-apps.yaml')),
      h(
        'li',
        {},
        h('strong', {}, t.get('empty.two')),
        h('p', {}, t.get('empty.two.text')),
        h('pre', { class: 'aoa-a-code', tabindex: '0' }, "kubectl get secret app-of-apps-token -n argocd -o jsonpath='{.data.token}' | base64 -d\nkubectl config view --minify --flatten --raw -o jsonpath='{.clusters[0].cluster.certificate-authority-data}' | base64 -d"),
      ),
      h(
        'li',
        {},
        h('strong', {}, t.get('empty.three')),
        h('p', {}, t.get('empty.three.text')),
        h('a', { class: 'aui-button aui-button-primary', href: '#connections/new' }, t.get('connections.add')),
      ),
    ),
  );
}

/** One connection: how it stands and what can be done with it. Its buttons outlive the refreshes. */
class Row {
  readonly element: HTMLElement;
  private readonly name = h('a', { class: 'aoa-a-card-name' });
  private readonly facts = h('div', { class: 'aoa-a-facts' });
  private readonly state = h('div', {});
  private readonly results = h('div', { class: 'aoa-a-result' });
  private readonly pause: HTMLButtonElement;
  private connection: Connection | undefined;
  private shown = '';

  constructor(
    private readonly page: Page,
    private readonly id: string,
    private readonly again: () => void,
  ) {
    const t = page.texts;
    const path = `connections/${encodeURIComponent(id)}`;
    this.name.href = `#${path}`;
    this.pause = button('', '', () => this.pauseOrResume());
    const remove = button(t.get('delete'), '', async () => {
      if (this.connection && (await deleteConnection(page, this.connection))) {
        this.again();
        page.focusHeading();
      }
    });
    this.element = h(
      'section',
      { class: 'aoa-a-card', 'data-connection': id, 'aria-label': id },
      h('div', { class: 'aoa-a-card-head' }, h('h3', {}, this.name), h('code', {}, id)),
      this.state,
      this.facts,
      h(
        'div',
        { class: 'aui-buttons aoa-a-actions' },
        button(t.get('test'), '', () => this.test()),
        h('a', { class: 'aui-button', href: `#${path}` }, t.get('edit')),
        this.pause,
        downloadButton(page, t.get('manifest'), manifestOf(id).path, manifestOf(id).file, this.results),
        remove,
      ),
      this.results,
    );
  }

  update(connection: Connection): void {
    this.connection = connection;
    const now = JSON.stringify(connection);
    const t = this.page.texts;
    if (now !== this.shown) {
      this.shown = now;
      this.name.textContent = connection.name;
      this.element.setAttribute('aria-label', connection.name);
      const label = t.get(connection.paused ? 'resume' : 'pause');
      if (this.pause.textContent !== label) {
        this.pause.textContent = label;
      }
    }
    this.showState(connection);
  }

  private showState(connection: Connection): void {
    const t = this.page.texts;
    const told = connection.status;
    const phase = told?.phase ?? (connection.paused ? 'paused' : 'connecting');
    fill(
      this.state,
      h(
        'p',
        { class: 'aoa-a-state' },
        status(this.page, phase),
        told?.reason ? h('span', { class: 'aoa-a-reason' }, told.reason) : null,
      ),
      ...(connection.warnings ?? []).map((warning) => message('warning', warning)),
    );
    const fact = (key: string, value: Node | string) => h('span', {}, h('span', { class: 'aoa-a-fact' }, t.get(key)), ' ', value);
    fill(
      this.facts,
      fact('fact.server', connection.server ?? t.get(`signin.${connection.signIn.kind}`)),
      told ? fact('fact.since', moment(this.page, told.since)) : null,
      told ? fact('fact.asOf', moment(this.page, told.asOf)) : null,
    );
  }

  private async test(): Promise<void> {
    const stop = showProgress(this.page, this.results);
    const result = await this.page.http.send<TestResult>('POST', `connections/${encodeURIComponent(this.id)}/test`);
    stop();
    if (result.kind === 'ok') {
      showResult(this.page, this.results, result.value, manifestOf(this.id));
    } else {
      fill(this.results, failure(this.page, result));
    }
  }

  private async pauseOrResume(): Promise<void> {
    const path = `connections/${encodeURIComponent(this.id)}`;
    const stored = await this.page.http.get<Connection>(path);
    if (stored.kind !== 'ok') {
      fill(this.results, failure(this.page, stored));
      return;
    }
    const { status: _status, warnings: _warnings, ...draft } = stored.value;
    const paused = !draft.paused;
    const result = await this.page.http.send('PUT', path, { body: { ...draft, paused } });
    if (result.kind === 'ok') {
      this.results.replaceChildren();
      this.page.say(this.page.texts.get(paused ? 'paused' : 'resumed', draft.name));
      this.again();
    } else {
      fill(this.results, failure(this.page, result));
    }
  }
}
