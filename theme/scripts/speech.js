/* Reading aloud, by the voice that the reader's own system has; where it has none, there is no button.
   What is selected is read, else the title and the text, piece by piece: long pieces fall silent in some browsers. */
(function () {
  'use strict';

  var voice = window.speechSynthesis;
  var LONGEST = 120;
  if (!voice || !window.SpeechSynthesisUtterance) { return; }

  /* Sentences of at most LONGEST characters, as far as the text has stops to part them by. */
  function pieces(text) {
    var found = [];
    (text.match(/[^。！？；\n]+[。！？；\n]*/g) || []).forEach(function (sentence) {
      for (var i = 0; i < sentence.length; i += LONGEST) { found.push(sentence.slice(i, i + LONGEST)); }
    });
    return found.filter(function (piece) { return /\S/.test(piece); });
  }

  function speaker(button) {
    var waiting = [], running = 0, current = null;

    function mark(element) {
      if (current) { current.classList.remove('spoken'); }
      current = element;
      if (current) { current.classList.add('spoken'); }
    }

    function stop() {
      running += 1;
      waiting = [];
      voice.cancel();
      mark(null);
      button.textContent = '朗读';
      button.setAttribute('aria-pressed', 'false');
    }

    function next(run) {
      var one = waiting.shift();
      if (run !== running) { return; }
      if (!one) { stop(); return; }
      var said = new window.SpeechSynthesisUtterance(one.text);
      said.lang = 'zh-CN';
      said.onend = function () { next(run); };
      said.onerror = function () { if (run === running) { stop(); } };
      mark(one.element);
      voice.speak(said);
    }

    function start() {
      var article = document.querySelector('.document'), selected = String(document.getSelection()).trim();
      var parts = selected ? [{ element: null, text: selected }] : Array.prototype.map.call(
        article.querySelectorAll('h1, .text > *'),
        function (element) { return { element: element, text: element.textContent }; }
      );
      parts.forEach(function (part) {
        pieces(part.text).forEach(function (text) { waiting.push({ element: part.element, text: text }); });
      });
      button.textContent = '停止朗读';
      button.setAttribute('aria-pressed', 'true');
      next(running);
    }

    button.hidden = false;
    button.addEventListener('click', function () {
      if (button.getAttribute('aria-pressed') === 'true') { stop(); } else { start(); }
    });
    window.addEventListener('pagehide', stop);
  }

  /* The button comes as soon as there is a voice; some browsers find theirs only after the page is there. */
  function offer() {
    var button = document.querySelector('[data-action="speak"]');
    if (button && button.hidden && voice.getVoices().length) { speaker(button); }
  }

  document.addEventListener('DOMContentLoaded', offer);
  if (voice.addEventListener) { voice.addEventListener('voiceschanged', offer); }
}());
