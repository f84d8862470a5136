// The dialog that lists the macros and shows the form of one.
(function ($) {
  var AJS = window.AJS;
  var catalogue;
  var state = {};
  var CATEGORIES = {
    '': 'All', 'admin': 'Administration', 'communication': 'Communication', 'confluence-content': 'Confluence content',
    'development': 'Development', 'external-content': 'External content', 'formatting': 'Formatting', 'media': 'Media',
    'navigation': 'Navigation', 'reporting': 'Reporting', 'visuals': 'Visuals & images'
  };

  function load() {
    catalogue = catalogue || fetch(AJS.contextPath() + '/plugins/macrobrowser/browse-macros.action', {
      headers: { Accept: 'application/json' }, credentials: 'same-origin'
    }).then(function (response) {
      if (!response.ok) { throw new Error('The list of macros cannot be read'); }
      return response.json();
    }).then(function (json) { return json.macros; });
    return catalogue;
  }

  function matches(macro, words) {
    var all = [macro.title, macro.macroName, macro.description].concat(macro.aliases).join(' ').toLowerCase();
    return words.toLowerCase().split(/\s+/).every(function (word) { return all.indexOf(word) >= 0; });
  }

  /** The offered macros that fit, names and titles that begin with the words first. */
  function find(words) {
    return load().then(function (macros) {
      var lower = words.toLowerCase();
      var rank = function (macro) {
        return [macro.macroName, macro.title].concat(macro.aliases).some(function (name) {
          return name.toLowerCase().indexOf(lower) === 0;
        }) ? 0 : 1;
      };
      return macros.filter(function (m) { return !m.hidden && matches(m, words); })
        .sort(function (a, b) { return rank(a) - rank(b); });
    });
  }

  function icon(macro) {
    return macro.icon
      ? $('<img alt="" width="40" height="40">').attr('src', AJS.contextPath() + '/' + macro.icon.replace(/^\//, ''))
      : $('<span class="aui-icon aui-icon-large aui-iconfont-macro-code" aria-hidden="true"></span>');
  }

  function tile(macro) {
    var item = $('<button type="button" class="macro-list-item"></button>').attr('id', 'macro-' + macro.macroName);
    item.append(icon(macro), $('<span class="title"></span>').text(macro.title), $('<span class="macro-desc"></span>').text(macro.description));
    item.on('click', function () { open({ macro: macro, onComplete: state.onComplete }); });
    return $('<div role="listitem"></div>').append(item);
  }

  function showTiles() {
    find($('#macro-browser-search').val() || '').then(function (macros) {
      var shown = macros.filter(function (m) { return !state.category || m.categories.indexOf(state.category) >= 0; });
      $('.macro-list').empty().append(shown.map(tile));
      if (!shown.length) {
        $('.macro-list').append($('<p>').text('No macro fits.'));
      }
    });
  }

  function showCategories(macros) {
    var used = [''].concat(Object.keys(CATEGORIES).filter(function (key) {
      return key && macros.some(function (m) { return !m.hidden && m.categories.indexOf(key) >= 0; });
    }));
    $('.dialog-page-menu').empty().append(used.map(function (key) {
      var button = $('<button type="button"></button>').text(CATEGORIES[key]).attr('aria-pressed', String((state.category || '') === key));
      button.on('click', function () {
        state.category = key;
        showCategories(macros);
        showTiles();
      });
      return $('<li>').append(button);
    }));
  }

  function mode(edit) {
    $('.macro-browse').prop('hidden', edit);
    $('.macro-edit, #macro-browser-insert').prop('hidden', !edit);
    $('#macro-browser-back').prop('hidden', !edit || Boolean(state.old));
    $('#macro-browser-search').prop('hidden', edit);
  }

  function browse(settings) {
    state = { onComplete: settings.onComplete };
    mode(false);
    $('#macro-browser-title').text('Select macro');
    $('#macro-browser-search').val('');
    load().then(function (macros) {
      showCategories(macros);
      showTiles();
      AJS.dialog2('#macro-browser-dialog').show();
      $('#macro-browser-search').trigger('focus');
    }).catch(failed);
  }

  function failed(error) {
    AJS.flag({ type: 'error', title: 'Macro browser', body: AJS.escapeHtml(error.message) });
  }

  /** Opens the form of settings.macro, filled from settings.old; onComplete gets {name, params, bodyType}. */
  function open(settings) {
    var macro = settings.macro;
    var override = AJS.MacroBrowser.getMacroJsOverride(macro.macroName) || {};
    if (override.opener) {
      override.opener({ name: macro.macroName, params: settings.old ? settings.old.params : {}, body: settings.old ? settings.old.body : '' });
      return;
    }
    state = { macro: macro, old: settings.old, onComplete: settings.onComplete, override: override };
    $('#macro-browser-title').text((settings.old ? "Edit '" : "Insert '") + macro.title + "' macro");
    $('#macro-browser-insert').text(settings.old ? 'Save' : 'Insert');
    $('.macro-description').text(macro.description);
    fill(settings.old ? settings.old.params : {});
    mode(true);
    AJS.dialog2('#macro-browser-dialog').show();
    $('.macro-fields :input:visible').first().trigger('focus');
    preview();
  }

  function fill(given) {
    var isNew = !state.old;
    var params = $.extend({}, given);
    if (state.override.beforeParamsSet) {
      params = state.override.beforeParamsSet(params, isNew) || params;
    }
    var holder = $('.macro-fields').empty();
    state.fields = {};
    state.rest = params;
    state.macro.parameters.forEach(function (param) {
      var field = AJS.MacroBrowser.makeField(param);
      state.fields[param.name] = field;
      holder.append(field.paramDiv);
      var value = params[param.name] === undefined ? param.defaultValue : params[param.name];
      field.setValue(value === undefined || value === null ? '' : value, params);
    });
    AJS.MacroBrowser.fields = state.fields;
    if (!state.macro.parameters.length) {
      holder.append($('<p>').text('This macro has no parameters.'));
    }
    valid(false);
  }

  /** The values of the form; a value that is the default is not stored. */
  function values() {
    var params = {};
    Object.keys(state.rest).forEach(function (name) {
      if (!state.fields[name]) { params[name] = state.rest[name]; }
    });
    state.macro.parameters.forEach(function (param) {
      var value = state.fields[param.name].getValue();
      if (value !== undefined && value !== null && String(value) !== '' && String(value) !== (param.defaultValue || (param.type.name === 'boolean' ? 'false' : ''))) {
        params[param.name] = String(value);
      }
    });
    return state.override.beforeParamsRetrieved ? state.override.beforeParamsRetrieved(params) || params : params;
  }

  function valid(showErrors) {
    var missing = state.macro.parameters.filter(function (param) {
      var value = state.fields[param.name].getValue();
      return param.required && (value === undefined || value === null || String(value).trim() === '');
    });
    $('.macro-fields .error').remove();
    if (showErrors) {
      missing.forEach(function (param) {
        state.fields[param.name].paramDiv.append($('<div class="error" role="alert"></div>').text('This field is required.'));
      });
    }
    $('#macro-browser-insert').prop('disabled', missing.length > 0);
    return missing.length === 0;
  }

  function preview() {
    if (!valid(false)) { return; }
    var storage = window.HostStorage.write({
      name: state.macro.macroName, params: values(), body: window.HostStorage.emptyBody(state.macro.bodyType)
    }, state.old);
    var form = document.getElementById('macro-preview-form');
    form.elements.wysiwygContent.value = storage;
    form.submit();
  }

  var waiting;
  AJS.MacroBrowser.paramChanged = function () {
    valid(false);
    clearTimeout(waiting);
    waiting = setTimeout(preview, 400);
  };

  function close() {
    AJS.dialog2('#macro-browser-dialog').hide();
  }

  function complete() {
    if (!valid(true)) { return; }
    var done = state.onComplete;
    var result = { name: state.macro.macroName, params: values(), body: window.HostStorage.emptyBody(state.macro.bodyType) };
    var old = state.old;
    close();
    done(result, old);
  }

  AJS.MacroBrowser.load = load;
  AJS.MacroBrowser.find = find;
  AJS.MacroBrowser.browse = browse;
  AJS.MacroBrowser.open = open;

  $(function () {
    $('#macro-browser-search').on('input', showTiles);
    $('#macro-browser-cancel').on('click', close);
    $('#macro-browser-back').on('click', function () { browse({ onComplete: state.onComplete }); });
    $('#macro-preview-refresh').on('click', preview);
    $('#macro-details-form').on('submit', function (event) {
      event.preventDefault();
      complete();
    });
  });
})(window.jQuery);
