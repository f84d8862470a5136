// The part of Confluence's AJS that apps rely on and AUI does not bring.
(function () {
  var AJS = window.AJS;
  AJS.Meta = {
    get: function (name) {
      var tag = document.querySelector('meta[name="ajs-' + name + '"]');
      return tag ? tag.getAttribute('content') : undefined;
    },
    getNumber: function (name) { return Number(AJS.Meta.get(name)); },
    getBoolean: function (name) { return AJS.Meta.get(name) === 'true'; }
  };
  window.Confluence = window.Confluence || {};
  window.Confluence.getContextPath = AJS.contextPath;
  document.addEventListener('DOMContentLoaded', function () {
    var here = location.pathname.substring(AJS.contextPath().length) + location.search;
    document.querySelectorAll('.host-here').forEach(function (field) { field.value = here; });
  });
})();
