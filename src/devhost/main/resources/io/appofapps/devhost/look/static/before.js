// The WRM globals of a Confluence page, before AUI starts.
(function () {
  var meta = function (name) {
    var tag = document.querySelector('meta[name="ajs-' + name + '"]');
    return tag ? tag.getAttribute('content') : undefined;
  };
  window.WRM = window.WRM || {};
  window.WRM.contextPath = function () { return meta('context-path') || ''; };
})();
