/* Reloads the open page after a rebuild, where the reader was; marks the links to what the public does not see.
   Only the preview serves this file. The connection is held by the page one looks at alone: browsers grant a site six. */
(function () {
  'use strict';

  var script = document.currentScript;
  var version = script.dataset.version;
  var KEY = 'gongkai-preview ';
  var here = KEY + window.location.pathname + window.location.search;
  var source = null;
  var reloading = false;

  /* Where the text stands on the screen: the bar above it may be taller after the reload. */
  function top() {
    var main = document.querySelector('main');
    return main ? main.getBoundingClientRect().top : -window.scrollY;
  }

  /* The browser would put back the number of pixels, after us. It is asked before the reload, and told again on leaving. */
  function restore(how) {
    if ('scrollRestoration' in window.history) { window.history.scrollRestoration = how; }
  }

  function remember() {
    var bar = document.querySelector('#gongkai-preview details');
    var state = { top: top(), left: window.scrollX, y: window.scrollY, open: bar ? bar.open : true };
    try { window.sessionStorage.setItem(here, JSON.stringify(state)); } catch (error) { /* then the page begins at its top */ }
  }

  function recall() {
    try {
      var state = JSON.parse(window.sessionStorage.getItem(here));
      window.sessionStorage.removeItem(here);
      return state;
    } catch (error) { return null; }
  }

  function put(state) {
    if (state.y === 0) { window.scrollTo(state.left, 0); return; }
    window.scrollTo(state.left, window.scrollY + top() - state.top);
  }

  function listen() {
    if (document.visibilityState === 'hidden') {
      if (source) { source.close(); source = null; }
      return;
    }
    if (source) { return; }
    source = new window.EventSource('/__gongkai__/events');
    source.onmessage = function (event) {
      if (event.data === version) { return; }
      source.close();
      remember();
      reloading = true;
      restore('manual');
      window.location.reload();
    };
  }

  function mark() {
    window.fetch('/__gongkai__/marks').then(function (answer) { return answer.json(); }).then(function (marks) {
      document.querySelectorAll('main a[href]').forEach(function (link) {
        var words = link.origin === window.location.origin && marks[link.pathname];
        if (!words || link.closest('.gongkai-table')) { return; }
        var badge = document.createElement('span');
        badge.className = 'gongkai-badge';
        badge.textContent = '未公开';
        badge.title = words;
        link.appendChild(badge); // inside: a sibling would be a cell of its own where rows are grids
      });
    }).catch(function () { /* the server is gone; the marks are of no use then */ });
  }

  var state = recall();
  if (state) {
    var bar = document.querySelector('#gongkai-preview details');
    if (bar && !state.open) { bar.open = false; }
    put(state);
    window.addEventListener('load', function () { put(state); });
  }
  mark();
  document.addEventListener('visibilitychange', listen);
  window.addEventListener('pagehide', function () {
    if (source) { source.close(); source = null; }
    if (!reloading) { restore('auto'); }
  });
  window.addEventListener('pageshow', listen);
  listen();
}());
