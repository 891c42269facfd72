/* What a page can do beyond being read: 大字, 打印, 复制引用. Without this script everything is still there to read.
   It is loaded in the head, before the page is drawn, so that a reader's 大字 does not jump into view. */
(function () {
  'use strict';

  var root = document.documentElement;
  var KEY = 'gongkai-large';

  function remembered() {
    try { return window.localStorage.getItem(KEY) === '1'; } catch (error) { return false; }
  }

  function remember(on) {
    try { window.localStorage.setItem(KEY, on ? '1' : '0'); } catch (error) { /* private windows forget */ }
  }

  function setLarge(on) {
    root.classList.toggle('large', on);
  }

  function copied(text) {
    if (navigator.clipboard && window.isSecureContext) { return navigator.clipboard.writeText(text); }
    return new Promise(function (resolve, reject) {
      var area = document.createElement('textarea');
      area.value = text;
      area.className = 'unseen';
      document.body.appendChild(area);
      area.select();
      var done = document.execCommand('copy');
      area.remove();
      if (done) { resolve(); } else { reject(new Error('copy')); }
    });
  }

  function say(button, words) {
    var place = button.closest('.actions').querySelector('.said');
    if (place) { place.textContent = words; }
  }

  var actions = {
    large: function (button) {
      var on = !root.classList.contains('large');
      setLarge(on);
      remember(on);
      button.setAttribute('aria-pressed', String(on));
    },
    print: function () { window.print(); },
    cite: function (button) {
      // From a disk or a mirror of unknown name the place of the reading says nothing: the column's own address does.
      var address = button.dataset.address || (/^https?:$/.test(location.protocol) ? location.href.split('#')[0] : '');
      var text = button.dataset.text + (address ? '，' + address : '');
      copied(text).then(
        function () { say(button, '已复制：' + text); },
        function () { say(button, '没有复制成功，请手工复制：' + text); }
      );
    }
  };

  setLarge(remembered());

  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('button[data-action]').forEach(function (button) {
      var action = actions[button.dataset.action];
      if (!action) { return; }
      button.hidden = false;
      if (button.dataset.action === 'large') {
        button.setAttribute('aria-pressed', String(root.classList.contains('large')));
      }
      button.addEventListener('click', function () { action(button); });
    });
    // Beside the text they stand open; above it, on a narrow screen, they would push it out of sight.
    if (window.matchMedia('(max-width: 59.99em)').matches) {
      document.querySelectorAll('details[data-wide-open]').forEach(function (details) { details.open = false; });
    }
  });
}());
