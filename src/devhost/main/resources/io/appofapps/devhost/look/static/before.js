// The globals of a Confluence page that must stand before AUI starts.
(function () {
  window.WRM = window.WRM || {};
  window.WRM.contextPath = function () {
    var tag = document.querySelector('meta[name="ajs-context-path"]');
    return tag ? tag.getAttribute('content') : '';
  };
  window.AJS = { contextPath: window.WRM.contextPath };
})();
