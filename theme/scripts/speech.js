/* Reading aloud, by the voice for Chinese that the reader's own system has; where it has none, there is no button.
   What is selected is read, else the title and the text, piece by piece: long pieces fall silent in some browsers. A pause
   ends the piece and begins it again later, as many a phone does not know how to go on. */
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

  /* The voice to read with: Mandarin of the mainland, then any Mandarin, then any Chinese; one of the system before one that
     sends the text away; null where there is none. */
  function chinese() {
    var best = null, mark = 0;
    voice.getVoices().forEach(function (one) {
      var language = String(one.lang || '').replace('_', '-').toLowerCase();
      var fits = /^(zh-cn|zh-hans|cmn)/.test(language) ? 6 : /^zh-(hk|mo)|^yue/.test(language) ? 2 : /^zh/.test(language) ? 4 : 0;
      if (fits && fits + (one.localService ? 1 : 0) > mark) { best = one; mark = fits + (one.localService ? 1 : 0); }
    });
    return best;
  }

  function speaker(button) {
    var waiting = [], running = 0, current = null, said = null;
    var pause = document.createElement('button');
    pause.type = 'button';
    pause.className = 'action';
    pause.hidden = true;
    button.after(pause);

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
      if (document.activeElement === pause) { button.focus(); }
      pause.hidden = true;
      button.textContent = '朗读';
      button.setAttribute('aria-pressed', 'false');
    }

    function next(run) {
      var one = waiting.shift(), utterance;
      if (run !== running) { return; }
      if (!one) { stop(); return; }
      utterance = new window.SpeechSynthesisUtterance(one.text);
      utterance.voice = chinese();
      utterance.lang = utterance.voice ? utterance.voice.lang : 'zh-CN';
      utterance.onend = function () { next(run); };
      utterance.onerror = function () { if (run === running) { stop(); } };
      said = one;
      mark(one.element);
      voice.speak(utterance);
    }

    function hold(on) {
      pause.textContent = on ? '继续朗读' : '暂停朗读';
      if (on) {
        running += 1;
        voice.cancel();
        waiting.unshift(said);
      } else {
        next(running);
      }
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
      pause.hidden = false;
      hold(false);
    }

    button.hidden = false;
    button.addEventListener('click', function () {
      if (button.getAttribute('aria-pressed') === 'true') { stop(); } else { start(); }
    });
    pause.addEventListener('click', function () { hold(pause.textContent === '暂停朗读'); });
    window.addEventListener('pagehide', stop);
  }

  /* The button comes as soon as there is a voice; some browsers find theirs only after the page is there. */
  function offer() {
    var button = document.querySelector('[data-action="speak"]');
    if (button && button.hidden && chinese()) { speaker(button); }
  }

  document.addEventListener('DOMContentLoaded', offer);
  if (voice.addEventListener) { voice.addEventListener('voiceschanged', offer); }
}());
