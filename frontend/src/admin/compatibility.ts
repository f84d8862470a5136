import { h } from './dom';
import type { Compatibility } from './model';
import { load, message, type Part } from './page';
import { table } from './table';

/** `#compatibility`: has this Confluence all that the app calls? */
export const compatibility: Part = (page, target) => {
  const t = page.texts;
  const body = h('div', {});
  target.replaceChildren(h('h2', { tabindex: '-1' }, t.get('tab.compatibility')), h('p', {}, t.get('compatibility.text')), body);
  void load<Compatibility>(page, body, 'compatibility', (report) => {
    if (report.compatible) {
      body.append(message('success', t.get('compatible', report.checked, report.confluenceVersion)));
      return;
    }
    body.append(
      message('error', t.get('incompatible', report.missing.length, report.confluenceVersion), h('p', {}, t.get('incompatible.remedy'))),
      table(
        page,
        t.get('tab.compatibility'),
        [{ key: 'compatibility.use' }, { key: 'compatibility.reason' }],
        report.missing.map((each) => ({ attributes: {}, cells: [[h('code', {}, each.use)], [each.reason]] })),
      ),
    );
  });
};
