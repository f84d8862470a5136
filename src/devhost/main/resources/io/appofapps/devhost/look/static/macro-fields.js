// AJS.MacroBrowser's contract for fields: ParameterFields makes a field for a type, an override of
// a macro may make its own for a type or a name.
(function ($) {
  var AJS = window.AJS;
  var overrides = {};

  /** Confluence's field object: paramDiv and input are jQuery objects. */
  function Field(paramDiv, input, options) {
    options = options || {};
    var field = {
      paramDiv: paramDiv,
      input: input,
      setValue: options.setValue || function (value) { input.val(value); },
      getValue: options.getValue || function () { return input.val(); },
      updateDependencies: options.updateDependencies || function () {},
      onselect: options.onselect || function () {}
    };
    input.on('change keyup input', function () {
      if (options.onchange) {
        options.onchange(input);
      }
      AJS.MacroBrowser.paramChanged();
    });
    return field;
  }

  function row(param, control) {
    var id = 'macro-param-' + (param.name || 'default');
    var div = $('<div class="macro-param-div field-group"></div>').attr('id', 'macro-param-div-' + param.name);
    control.attr({ id: id, name: param.name }).addClass('macro-param-input');
    $('<label></label>').attr('for', id).text(param.displayName || param.name).appendTo(div);
    if (param.required) {
      div.addClass('required').find('label').append('<span class="aui-icon icon-required" aria-hidden="true"></span>');
      control.attr('aria-required', 'true');
    }
    control.appendTo(div);
    if (param.description) {
      $('<div class="macro-param-desc description"></div>').attr('id', id + '-desc').text(param.description).appendTo(div);
      control.attr('aria-describedby', id + '-desc');
    }
    return div;
  }

  function text(type, more) {
    return function (param, options) {
      var input = $('<input class="text" autocomplete="off">').attr('type', type).attr(more || {});
      if (param.multiple) {
        input.attr('placeholder', 'Several values, separated by commas');
      }
      return Field(row(param, input), input, options);
    };
  }

  function suggesting(values) {
    return function (param, options) {
      var list = $('<datalist></datalist>').attr('id', 'macro-values-' + param.name);
      var input = $('<input class="text" type="text" autocomplete="off">').attr('list', list.attr('id'));
      var div = row(param, input).append(list);
      values(function (found) {
        found.forEach(function (value) { $('<option>').attr('value', value).appendTo(list); });
      });
      return Field(div, input, options);
    };
  }

  function choice(param, options) {
    var select = $('<select class="select"></select>');
    if (!param.required && !param.defaultValue) {
      $('<option>').attr('value', '').text('').appendTo(select);
    }
    (param.enumValues || []).forEach(function (value, i) {
      $('<option>').attr('value', value).text((param.enumLabels || [])[i] || value).appendTo(select);
    });
    return Field(row(param, select), select, options);
  }

  function checkbox(param, options) {
    var input = $('<input type="checkbox" class="checkbox">');
    var div = row(param, input);
    div.addClass('boolean-param');
    return Field(div, input, $.extend({
      setValue: function (value) {
        input.prop('checked', value === true || /^true$/i.test(String(value)));
      },
      getValue: function () { return input.prop('checked') ? 'true' : 'false'; }
    }, options));
  }

  function hidden(param, options) {
    var input = $('<input type="hidden">').attr('name', param.name);
    return Field($('<div class="macro-param-div hidden-param"></div>').append(input), input, options);
  }

  var spaces = suggesting(function (give) { give([AJS.Meta.get('space-key')].filter(Boolean)); });
  var people = suggesting(function (give) { give([AJS.Meta.get('remote-user')].filter(Boolean)); });

  AJS.MacroBrowser = {
    Field: Field,
    ParameterFields: {
      'string': text('text'), 'int': text('number', { step: 1 }), 'percentage': text('text'),
      'url': text('url'), 'color': text('color'), 'date': text('date'), 'relativedate': text('text'),
      'boolean': checkbox, 'enum': choice, 'spacekey': spaces, 'username': people, 'group': text('text'),
      'label': text('text'), 'cql': text('text'), 'attachment': text('text'),
      'full_attachment': text('text'), 'confluence-content': text('text'), '_hidden': hidden
    },
    setMacroJsOverride: function (name, override) { overrides[name] = override; },
    getMacroJsOverride: function (name) { return overrides[name]; },
    paramChanged: function () {},

    /** The field of a parameter: the macro's own for the name, else for the type, else the usual. */
    makeField: function (param) {
      var own = (overrides[param.macroName] || {}).fields || {};
      var type = param.hidden ? '_hidden' : param.type.name;
      var ownForType = own[param.type.name];
      var make = typeof ownForType === 'function' ? ownForType
        : ownForType && ownForType[param.name] || AJS.MacroBrowser.ParameterFields[type] || AJS.MacroBrowser.ParameterFields.string;
      return make(param, {});
    }
  };
})(window.jQuery);
