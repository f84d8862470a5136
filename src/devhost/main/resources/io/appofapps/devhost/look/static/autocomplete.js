// The list of macros that opens when somebody types { and letters, as in Confluence's editor.
(function ($) {
  var LONGEST = 30;

  function attach(area, onChoose) {
    var list = $('<ul class="autocomplete-macros" id="autocomplete-dropdown" role="listbox" aria-label="Macros" hidden></ul>').insertAfter(area);
    var shown = [];
    var active = 0;
    $(area).attr({ 'aria-autocomplete': 'list', 'aria-controls': 'autocomplete-dropdown', 'aria-expanded': 'false' });

    function typed() {
      var before = area.value.substring(0, area.selectionStart);
      var match = new RegExp('\\{([\\w :-]{0,' + LONGEST + '})$').exec(before);
      return match ? { text: match[1], start: match.index, end: area.selectionStart } : null;
    }

    function hide() {
      shown = [];
      list.prop('hidden', true);
      $(area).attr('aria-expanded', 'false').removeAttr('aria-activedescendant');
    }

    function update() {
      var query = typed();
      if (!query) {
        hide();
        return;
      }
      window.AJS.MacroBrowser.find(query.text.trim()).then(function (macros) {
        var now = typed();
        if (!now || now.text !== query.text) { return; }
        shown = macros.slice(0, 8).map(function (macro) { return { macro: macro, label: macro.title, detail: macro.description }; });
        shown.push({ label: 'Open macro browser', detail: '' });
        active = 0;
        draw();
        place(now.start);
      });
    }

    function draw() {
      list.empty().append(shown.map(function (entry, i) {
        var item = $('<li role="option"></li>').attr({ id: 'autocomplete-' + i, 'aria-selected': String(i === active) });
        item.append($('<span class="title"></span>').text(entry.label), $('<span class="detail"></span>').text(entry.detail));
        item.on('mousedown', function (event) {
          event.preventDefault();
          choose(i);
        });
        return item;
      }));
      list.prop('hidden', false);
      $(area).attr({ 'aria-expanded': 'true', 'aria-activedescendant': 'autocomplete-' + active });
    }

    /** Below the line of the brace; the text is monospace and never wraps. */
    function place(offset) {
      var before = area.value.substring(0, offset);
      var line = before.split('\n').length;
      var column = before.length - before.lastIndexOf('\n') - 1;
      var style = getComputedStyle(area);
      var height = parseFloat(style.lineHeight);
      list.css({
        top: area.offsetTop + parseFloat(style.paddingTop) + line * height - area.scrollTop,
        left: Math.min(area.offsetLeft + parseFloat(style.paddingLeft) + column * parseFloat(style.fontSize) * 0.602 - area.scrollLeft, area.offsetLeft + area.clientWidth - 340)
      });
    }

    function choose(i) {
      var query = typed();
      var entry = shown[i];
      hide();
      area.setRangeText('', query.start, query.end, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
      onChoose(entry.macro);
    }

    area.addEventListener('input', update);
    area.addEventListener('blur', hide);
    area.addEventListener('keydown', function (event) {
      if (!shown.length) { return; }
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        active = (active + (event.key === 'ArrowDown' ? 1 : shown.length - 1)) % shown.length;
        draw();
      } else if (event.key === 'Enter' || event.key === 'Tab') {
        choose(active);
      } else if (event.key === 'Escape') {
        hide();
      } else {
        return;
      }
      event.preventDefault();
    });
  }

  window.HostAutocomplete = { attach: attach };
})(window.jQuery);
