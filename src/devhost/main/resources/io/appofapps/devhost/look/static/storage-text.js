// Finds and writes macros in the text of a storage format body. No document is needed: it works on
// offsets, so that what surrounds a macro stays as the author wrote it.
(function () {
  var OPEN = '<ac:structured-macro';
  var CLOSE = '</ac:structured-macro>';

  function escapeText(text) {
    return String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  }

  function unescapeText(text) {
    var area = document.createElement('textarea');
    area.innerHTML = text.replace(/</g, '&lt;');
    return area.value;
  }

  function attribute(tag, name) {
    var match = new RegExp('\\s' + name + '\\s*=\\s*("([^"]*)"|\'([^\']*)\')').exec(tag);
    return match ? unescapeText(match[2] === undefined ? match[3] : match[2]) : '';
  }

  /** The offset behind the tag that starts at the offset. */
  function endOfTag(text, from) {
    var end = text.indexOf('>', from);
    return end < 0 ? text.length : end + 1;
  }

  /** Every macro of the text, outer before inner: start, end, open tag and inner range. */
  function macros(text) {
    var found = [];
    var stack = [];
    var token = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<ac:structured-macro\b|<\/ac:structured-macro>/g;
    var match;
    while ((match = token.exec(text))) {
      if (match[0] === OPEN) {
        var innerStart = endOfTag(text, match.index);
        var macro = {
          start: match.index,
          openTag: text.substring(match.index, innerStart),
          innerStart: innerStart
        };
        macro.name = attribute(macro.openTag, 'ac:name');
        macro.depth = stack.length;
        found.push(macro);
        if (/\/>$/.test(macro.openTag)) {
          macro.innerEnd = macro.end = innerStart;
        } else {
          stack.push(macro);
        }
      } else if (match[0] === CLOSE && stack.length) {
        var open = stack.pop();
        open.innerEnd = match.index;
        open.end = match.index + CLOSE.length;
      }
    }
    return found.filter(function (m) { return m.end !== undefined; }).map(function (m) {
      return describe(text, m);
    });
  }

  /** Adds parameters (decoded and as written) and the body as written. */
  function describe(text, macro) {
    var inner = text.substring(macro.innerStart, macro.innerEnd);
    var bodyAt = inner.search(/<ac:(rich-text-body|plain-text-body)\b/);
    var head = bodyAt < 0 ? inner : inner.substring(0, bodyAt);
    var tail = bodyAt < 0 ? '' : inner.substring(bodyAt);
    macro.params = {};
    macro.written = {};
    head.replace(/<ac:parameter\b([^>]*?)(\/>|>([\s\S]*?)<\/ac:parameter>)/g, function (all, tag, rest, value) {
      var name = attribute(' ' + tag, 'ac:name');
      macro.written[name] = all;
      macro.params[name] = decode(value || '');
    });
    macro.body = tail.replace(/<ac:parameter\b[\s\S]*$/, function (after) {
      return tail.lastIndexOf('-body>') > tail.indexOf(after) ? after : '';
    });
    return macro;
  }

  function decode(value) {
    var resource = /<ri:(page|space|user|url)\b([^>]*)>/.exec(value);
    if (!resource) {
      return unescapeText(value.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, function (all, raw) {
        return escapeText(raw);
      }));
    }
    var tag = ' ' + resource[2];
    var space = attribute(tag, 'ri:space-key');
    var title = attribute(tag, 'ri:content-title');
    return title ? (space ? space + ':' + title : title)
      : space || attribute(tag, 'ri:username') || attribute(tag, 'ri:userkey') || attribute(tag, 'ri:value');
  }

  /** The innermost macro around the offset. */
  function around(text, offset) {
    return macros(text).filter(function (m) {
      return m.start <= offset && offset <= m.end;
    }).pop();
  }

  /** Storage format of a macro; what an old macro has and nobody changed stays as written. */
  function write(macro, old) {
    var openTag = old && old.name === macro.name
      ? old.openTag.replace(/\s*\/?>$/, '>')
      : '<ac:structured-macro ac:name="' + escapeText(macro.name).replace(/"/g, '&quot;') + '" ac:schema-version="1">';
    var parameters = Object.keys(macro.params).filter(function (name) {
      return macro.params[name] !== '' && macro.params[name] !== undefined && macro.params[name] !== null;
    }).map(function (name) {
      if (old && old.written[name] && old.params[name] === macro.params[name]) {
        return old.written[name];
      }
      return '<ac:parameter ac:name="' + escapeText(name).replace(/"/g, '&quot;') + '">' + escapeText(macro.params[name]) + '</ac:parameter>';
    }).join('');
    var body = old && old.name === macro.name && old.body ? old.body : macro.body || '';
    return openTag + parameters + body + CLOSE;
  }

  function emptyBody(bodyType) {
    return bodyType === 'RICH_TEXT' ? '<ac:rich-text-body><p></p></ac:rich-text-body>'
      : bodyType === 'PLAIN_TEXT' ? '<ac:plain-text-body><![CDATA[]]></ac:plain-text-body>' : '';
  }

  window.HostStorage = { macros: macros, around: around, write: write, emptyBody: emptyBody };
})();
