/* States that change on a day that is known when the page is made: 尚未施行 becomes 有效, 有效 becomes 失效. The page holds
   each of them with its day; here the one that is true today is shown, so that a copy on an old disk tells the truth.
   What nobody knew when the page was made it cannot tell: after some days it says how old it is. */
(function () {
  'use strict';

  var DAY = 86400000;

  /* Today where the documents hold: China has one time. */
  function today() {
    return new Date(Date.now() + 8 * 3600000).toISOString().slice(0, 10);
  }

  function bringUpToDate(now) {
    document.querySelectorAll('[data-since], [data-until]').forEach(function (element) {
      var since = element.dataset.since, until = element.dataset.until;
      var holds = (!since || since <= now) && (!until || now < until);
      element.hidden = !holds;
      var box = holds && element.dataset.state && element.closest('.standing');
      if (box) { box.className = 'standing ' + element.dataset.state; }
    });
  }

  function tellAge(now) {
    document.querySelectorAll('.aged').forEach(function (note) {
      var days = Math.round((Date.parse(now) - Date.parse(note.dataset.built)) / DAY);
      note.querySelector('.aged-days').textContent = ' ' + days + ' ';
      note.hidden = days < Number(note.dataset.days);
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    var built = document.querySelector('.aged'), now = today();
    if (!built || now < built.dataset.built) { return; } // a clock that is behind the page knows less than the page
    bringUpToDate(now);
    tellAge(now);
  });
}());
