/* How a reader wants to see the pages: 长者模式 (large letters, large targets) and the colours. Kept in this browser alone.
   It is loaded in the head, before the page is drawn, so that nothing jumps into view. Without it the colours follow the
   reader's system. */
(function () {
  'use strict';

  var root = document.documentElement;
  var LARGE = 'gongkai-large', COLOURS = 'gongkai-colours';
  var sheets = {};

  function remembered(key) {
    try { return window.localStorage.getItem(key) || ''; } catch (error) { return ''; }
  }

  function remember(key, value) {
    try { window.localStorage.setItem(key, value); } catch (error) { /* private windows forget */ }
  }

  /* "" follows the system: each sheet of colours stands under its own media query. Otherwise just the wanted one holds. */
  function colour(name) {
    Object.keys(sheets).forEach(function (one) {
      sheets[one].link.media = name === '' ? sheets[one].media : one === name ? 'screen' : 'not all';
    });
  }

  function enlarge(on) {
    root.classList.toggle('large', on);
  }

  document.querySelectorAll('link[data-colours]').forEach(function (link) {
    sheets[link.dataset.colours] = { link: link, media: link.media };
  });
  enlarge(remembered(LARGE) === '1');
  colour(remembered(COLOURS));

  document.addEventListener('DOMContentLoaded', function () {
    var button = document.querySelector('[data-action="large"]');
    var choice = document.querySelector('.display');
    if (button) {
      button.hidden = false;
      button.setAttribute('aria-pressed', String(root.classList.contains('large')));
      button.addEventListener('click', function () {
        var on = !root.classList.contains('large');
        enlarge(on);
        remember(LARGE, on ? '1' : '0');
        button.setAttribute('aria-pressed', String(on));
      });
    }
    if (choice) {
      choice.hidden = false;
      choice.querySelectorAll('input').forEach(function (input) {
        input.checked = input.value === remembered(COLOURS);
        input.addEventListener('change', function () {
          colour(input.value);
          remember(COLOURS, input.value);
        });
      });
      choice.addEventListener('keydown', function (event) {
        if (event.key !== 'Escape' || !choice.open) { return; }
        choice.open = false;
        choice.querySelector('summary').focus();
      });
      // who goes on by keyboard must see where: open, it lies over what comes next
      choice.addEventListener('focusout', function (event) {
        if (event.relatedTarget && !choice.contains(event.relatedTarget)) { choice.open = false; }
      });
    }
  });
}());
