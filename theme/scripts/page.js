/* What a page can do beyond being read: 打印, 复制引用 of the document and of the article at hand, the address of an
   article, and marks where it was opened from a search. Without this script everything is still there to read. */
(function () {
  'use strict';

  var ARTICLE = /^[\s\u3000]*(第[〇零一二三四五六七八九十百千]+条(?:之[〇零一二三四五六七八九十百千]+)?)/;

  /* By selecting and copying first: the clipboard's own interface may wait for a leave that nobody is asked for, on file://. */
  function copied(text) {
    var focused = document.activeElement;
    var area = document.createElement('textarea');
    area.value = text;
    area.className = 'unseen';
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand('copy');
    area.remove();
    if (focused) { focused.focus({ preventScroll: true }); }
    if (done) { return Promise.resolve(); }
    return navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error('copy'));
  }

  /* From a disk or a mirror of unknown name the place of the reading says nothing: the column's own address does. */
  function ownAddress(button) {
    return button.dataset.address || (/^https?:$/.test(location.protocol) ? location.origin + location.pathname : '');
  }

  /* Copy the citation of a document, `article` (may be null) being the paragraph where a 条 begins; say so in `place`. */
  function cite(button, article, place) {
    var address = ownAddress(button);
    var text = button.dataset.text + (article ? ARTICLE.exec(article.textContent)[1] : '') +
      (address ? '，' + address + (article ? '#' + article.id : '') : '');
    copied(text).then(
      function () { place.textContent = '已复制：' + text; },
      function () { place.textContent = '没有复制成功，请手工复制：' + text; }
    );
  }

  var actions = {
    print: function () { window.print(); },
    cite: function (button) { cite(button, null, button.closest('.actions').querySelector('.said')); }
  };

  /* The 条 a reader is at: the one selected in, else the one with the current mark, else the one in the upper part of the
     window. `articles` are the paragraphs where a 条 begins, in their order down the page. */
  function articleAtHand(articles, text) {
    function last(isBefore) {
      var low = 0, high = articles.length;
      while (low < high) {
        var middle = (low + high) >> 1;
        if (isBefore(articles[middle])) { low = middle + 1; } else { high = middle; }
      }
      return articles[low - 1] || null;
    }
    function holding(node) {
      return last(function (article) {
        return article.contains(node) || article.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
      });
    }
    function visible(element) {
      var box = element.getBoundingClientRect();
      return box.bottom > 0 && box.top < window.innerHeight;
    }
    var selection = document.getSelection();
    if (selection && !selection.isCollapsed && text.contains(selection.anchorNode)) { return holding(selection.anchorNode); }
    var mark = text.querySelector('mark[aria-current]');
    if (mark && visible(mark)) { return holding(mark); }
    var line = window.innerHeight * 0.35, box = text.getBoundingClientRect();
    if (box.top > line || box.bottom < line) { return null; }
    return last(function (article) { return article.getBoundingClientRect().top <= line; });
  }

  /* A button that stays beside the text and cites the article at hand. */
  function offerArticles(button) {
    var text = document.querySelector('.document .text');
    if (!text) { return; }
    var articles = Array.prototype.filter.call(text.querySelectorAll(':scope > [id^="tiao-"]'), function (part) {
      return ARTICLE.test(part.textContent);
    });
    if (!articles.length) { return; }
    var bar = document.createElement('div'), own = document.createElement('button'), said = document.createElement('p');
    var article = null, waiting = false;
    bar.className = 'at-hand';
    bar.hidden = true;
    own.type = 'button';
    said.className = 'said';
    said.setAttribute('role', 'status');
    bar.append(own, said);
    text.after(bar);
    function update() {
      waiting = false;
      var now = articleAtHand(articles, text);
      if (now === article || own === document.activeElement && !now) { return; }
      article = now;
      said.textContent = '';
      bar.hidden = !article;
      if (article) { own.textContent = '引用' + ARTICLE.exec(article.textContent)[1]; }
    }
    function soon() {
      if (!waiting) { waiting = true; window.requestAnimationFrame(update); }
    }
    own.addEventListener('click', function () { cite(button, article, said); });
    text.addEventListener('click', function (event) {
      var anchor = event.target.closest('a.anchor');
      if (!anchor) { return; }
      var address = (ownAddress(button) || location.href.split('#')[0]) + anchor.getAttribute('href');
      copied(address).then(function () {
        bar.hidden = false;
        said.textContent = '已复制' + anchor.textContent + '的网址：' + address;
      }, function () { /* the address bar has it */ });
    });
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    ['selectionchange', 'gongkai-found'].forEach(function (name) { document.addEventListener(name, soon); });
    soon();
  }

  var loaded = {};

  /* Load scripts in their order, none twice. */
  function load(addresses) {
    addresses.split(' ').filter(Boolean).forEach(function (address) {
      if (loaded[address]) { return; }
      loaded[address] = true;
      var script = document.createElement('script');
      script.src = address;
      script.async = false;
      document.head.appendChild(script);
    });
  }

  /* Opened from a search: the scripts that mark what was looked for are loaded now. */
  function mark() {
    var article = document.querySelector('article[data-marking]');
    if (article && /[?&]q=[^&]/.test(location.search)) { load(article.dataset.marking); }
  }

  /* Suggestions are for those who enter a search field. */
  function suggest() {
    document.querySelectorAll('form[data-suggesting]').forEach(function (form) {
      function enter() { load(form.dataset.suggesting); }
      if (form.contains(document.activeElement)) { enter(); }
      form.addEventListener('focusin', enter, { once: true });
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('button[data-action]').forEach(function (button) {
      var action = actions[button.dataset.action];
      if (!action) { return; }
      button.hidden = false;
      if (button.dataset.action === 'cite') { offerArticles(button); }
      button.addEventListener('click', function () { action(button); });
    });
    // Beside the text they stand open; above it, on a narrow screen, they would push it out of sight.
    if (window.matchMedia('(max-width: 59.99em)').matches) {
      document.querySelectorAll('details[data-wide-open]').forEach(function (details) { details.open = false; });
    }
    mark();
    suggest();
  });
}());
