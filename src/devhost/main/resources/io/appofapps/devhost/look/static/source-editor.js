// The editor: a text area with line numbers, the macros of the page beside it, insertion and
// editing of macros through the macro browser.
(function ($) {
  var AJS = window.AJS;

  function start(area) {
    var at = { start: area.value.length, end: area.value.length };
    var selected;
    var bookmark;

    function remember() {
      at = { start: area.selectionStart, end: area.selectionEnd };
    }

    function replace(from, to, text) {
      area.focus();
      area.setRangeText(text, from, to, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }

    function insert(macro) {
      replace(at.start, at.end, window.HostStorage.write(macro));
    }

    function edit(old) {
      AJS.MacroBrowser.load().then(function (macros) {
        var found = macros.filter(function (m) { return m.macroName === old.name || m.aliases.indexOf(old.name) >= 0; })[0];
        if (!found) {
          AJS.flag({ type: 'warning', title: 'Unknown macro', body: AJS.escapeHtml("No app offers the macro '" + old.name + "'.") });
          return;
        }
        AJS.MacroBrowser.open({ macro: found, old: old, onComplete: function (macro, before) {
          macro.name = before.name;
          replace(before.start, before.end, window.HostStorage.write(macro, before));
        } });
      });
    }

    function under() {
      return window.HostStorage.around(area.value, area.selectionStart);
    }

    function numbers() {
      var lines = area.value.split('\n').length;
      var gutter = document.querySelector('.host-gutter');
      if (gutter.childElementCount !== lines) {
        gutter.replaceChildren.apply(gutter, Array.from({ length: lines }, function (unused, i) {
          var line = document.createElement('div');
          line.textContent = String(i + 1);
          return line;
        }));
      }
      gutter.scrollTop = area.scrollTop;
    }

    function placeholder(macro) {
      var text = '{' + macro.name + ':' + Object.keys(macro.params).map(function (name) {
        return name + '=' + macro.params[name];
      }).join('|') + '}';
      var base64 = btoa(String.fromCharCode.apply(null, new TextEncoder().encode(text)));
      return AJS.contextPath() + '/placeholder/macro?definition=' + encodeURIComponent(base64)
        + '&spaceKey=' + encodeURIComponent(AJS.Meta.get('space-key') || '');
    }

    function list() {
      var macros = window.HostStorage.macros(area.value);
      $('#host-macro-list').empty().append(macros.map(function (macro) {
        var button = $('<button type="button" class="host-placeholder"></button>').attr('data-macro-name', macro.name);
        var image = $('<img class="editor-inline-macro">').attr({
          alt: macro.name,
          src: placeholder(macro),
          'data-macro-name': macro.name,
          'data-macro-parameters': window.Confluence.MacroParameterSerializer.serialize(macro.params)
        }).data('macro', macro);
        button.append(image).on('click', function () { panel(image[0], macro); });
        return $('<li>').append(button);
      }));
      if (!macros.length) {
        $('#host-macro-list').append($('<li class="none">').text('None yet.'));
      }
    }

    function panel(node, macro) {
      AJS.MacroBrowser.load().then(function (macros) {
        var metadata = macros.filter(function (m) { return m.macroName === macro.name; })[0];
        window.HostPropertyPanel.open(node, metadata, {
          edit: function () { edit(macro); },
          remove: function () { replace(macro.start, macro.end, ''); }
        });
      });
    }

    var waiting;
    area.addEventListener('input', function () {
      AJS.Confluence.PropertyPanel.destroy();
      remember();
      numbers();
      clearTimeout(waiting);
      waiting = setTimeout(list, 300);
    });
    area.addEventListener('scroll', numbers);
    ['keyup', 'click', 'select', 'focus'].forEach(function (event) {
      area.addEventListener(event, function () {
        remember();
        $('#host-edit-macro').prop('disabled', !under());
      });
    });
    $('#host-edit-macro').on('click', function () {
      var macro = window.HostStorage.around(area.value, at.start);
      if (macro) { edit(macro); }
    });
    $(document).on('click', '#rte-insert-macro', function (event) {
      event.preventDefault();
      AJS.MacroBrowser.browse({ onComplete: insert });
    });
    $('#rte-button-preview').on('click', function () {
      $('#host-preview-panel').prop('hidden', false)[0].scrollIntoView({ block: 'nearest' });
    });
    window.HostAutocomplete.attach(area, function (macro) {
      remember();
      if (macro) {
        AJS.MacroBrowser.open({ macro: macro, onComplete: insert });
      } else {
        AJS.MacroBrowser.browse({ onComplete: insert });
      }
    });
    window.tinymce = { confluence: { MacroUtils: { insertMacro: function (request) {
      var macro = { name: request.macro.name, params: request.macro.params || {}, body: request.macro.body || '' };
      if (bookmark) {
        replace(bookmark.start, bookmark.end, window.HostStorage.write(macro, bookmark));
        bookmark = undefined;
      } else {
        insert(macro);
      }
      clearTimeout(waiting);
      list();
    } } } };
    AJS.Rte = {
      getEditor: function () {
        return { selection: { select: function (node) { selected = $(node).data('macro'); } } };
      },
      BookmarkManager: {
        storeBookmark: function () { bookmark = selected; },
        restoreBookmark: function () { selected = bookmark; }
      }
    };
    numbers();
    list();
  }

  $(function () {
    var area = document.getElementById('wysiwygTextarea');
    if (area) { start(area); }
  });
})(window.jQuery);
