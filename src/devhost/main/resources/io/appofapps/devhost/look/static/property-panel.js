// The panel that opens when somebody clicks on a macro: Edit, the buttons of the macro's descriptor,
// Remove. AJS.Confluence.PropertyPanel.Macro takes handlers of buttons and init handlers that may
// change the buttons, by name of the macro or for all; a button without a handler does nothing.
(function ($) {
  var AJS = window.AJS;
  var SPACER = '__PROPERTY_PANEL_SPACER';
  var NAMESPACE = '.property-panel';
  var handlers = [];
  var globalInit = [];
  var initOfMacro = {};
  var shown;

  function event(id, macro) {
    return id + '-button-click' + (macro ? macro + '.macro' : '') + NAMESPACE;
  }

  function destroy() {
    $(document).off(NAMESPACE);
    if (shown) {
      shown.remove();
      shown = undefined;
    }
  }

  /** Confluence's model: className, text, tooltip, selected, click; null is a spacer. */
  function createFromButtonModel(type, anchor, buttons) {
    if (shown) { shown.remove(); }
    var panel = $('<div class="aui-property-panel host-property-panel" role="toolbar"></div>').attr('aria-label', type);
    buttons.forEach(function (each) {
      if (!each) {
        panel.append('<span class="host-panel-spacer" aria-hidden="true"></span>');
        return;
      }
      var button = $('<button type="button" class="aui-button aui-button-subtle"></button>').addClass(each.className).text(each.text || '');
      if (each.tooltip) { button.attr('title', each.tooltip); }
      if (each.selected !== undefined) { button.attr('aria-pressed', String(Boolean(each.selected))); }
      button.toggleClass('active', Boolean(each.selected)).on('click', function () { each.click(button[0]); });
      panel.append(button);
    });
    shown = panel.insertAfter($(anchor).closest('button'));
    shown.find('button').first().trigger('focus');
    return { panel: panel, anchor: anchor, destroy: destroy };
  }

  /** Buttons as the descriptor lists them, with spacers around the groups. */
  function model(node, metadata, actions) {
    var buttons = [{ className: 'macro-placeholder-property-panel-edit-button', text: 'Edit', click: function () { destroy(); actions.edit(); } }];
    (metadata ? metadata.buttons : []).forEach(function (item) {
      buttons.push(item.key === SPACER ? null : {
        className: 'macro-property-panel-' + item.key,
        text: item.label,
        parameterName: item.key,
        click: function () {
          $(document).trigger(event(item.key), node);
          $(document).trigger(event(item.key, metadata.macroName), node);
          destroy();
        }
      });
    });
    buttons.push({ className: 'macro-placeholder-property-panel-remove-button', text: 'Remove', click: function () { destroy(); actions.remove(); } });
    return buttons;
  }

  function open(node, metadata, actions) {
    destroy();
    var name = node.getAttribute('data-macro-name');
    var buttons = model(node, metadata, actions);
    handlers.forEach(function (each) {
      if (!each.macroName || each.macroName === name) {
        $(document).on(event(each.id, each.macroName), each.handler);
      }
    });
    globalInit.concat(initOfMacro[name] || []).forEach(function (handler) {
      try {
        handler.call(handler, node, buttons, {});
      } catch (problem) {
        console.error('A property panel handler failed for ' + name, problem);
      }
    });
    createFromButtonModel('macro', node, buttons);
  }

  function escaped(text) {
    return String(text).replace(/[\\|=]/g, '\\$&');
  }

  /** Splits at a character that no backslash escapes. */
  function split(text, divider) {
    var parts = [''];
    for (var i = 0; i < text.length; i++) {
      if (text[i] === '\\' && i + 1 < text.length) {
        parts[parts.length - 1] += text[i] + text[++i];
      } else if (text[i] === divider) {
        parts.push('');
      } else {
        parts[parts.length - 1] += text[i];
      }
    }
    return parts;
  }

  function plain(text) {
    return text.replace(/\\(.)/g, '$1');
  }

  window.Confluence = window.Confluence || {};
  window.Confluence.Editor = { getContentId: function () { return AJS.Meta.get('page-id'); } };
  window.Confluence.MacroParameterSerializer = {
    serialize: function (parameters) {
      return Object.keys(parameters).map(function (name) {
        return escaped(name) + '=' + escaped(parameters[name]);
      }).join('|');
    },
    deserialize: function (text) {
      var parameters = {};
      (text ? split(text, '|') : []).forEach(function (pair) {
        var parts = split(pair, '=');
        parameters[plain(parts[0])] = plain(parts.slice(1).join('='));
      });
      return parameters;
    }
  };
  AJS.Confluence = AJS.Confluence || {};
  AJS.Confluence.PropertyPanel = {
    createFromButtonModel: createFromButtonModel,
    destroy: destroy,
    Macro: {
      name: 'macro',
      registerButtonHandler: function (ids, handler, macroName) {
        [].concat(ids).forEach(function (id) { handlers.push({ id: id, handler: handler, macroName: macroName }); });
      },
      registerInitHandler: function (handler, macroName) {
        if (macroName) {
          (initOfMacro[macroName] = initOfMacro[macroName] || []).push(handler);
        } else {
          globalInit.push(handler);
        }
      }
    }
  };
  window.HostPropertyPanel = { open: open };
})(window.jQuery);
