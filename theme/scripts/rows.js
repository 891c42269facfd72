/* A list of organs over a long table: choosing one leaves its rows alone. Without this script all rows are there. */
(function () {
  'use strict';

  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('.row-filter').forEach(function (filter) {
      var select = filter.querySelector('select'), said = filter.querySelector('[role="status"]');
      var body = document.getElementById(filter.dataset.rows);
      if (!body) { return; }
      filter.hidden = false;
      select.addEventListener('change', function () {
        var shown = 0;
        Array.prototype.forEach.call(body.rows, function (row) {
          row.hidden = Boolean(select.value) && row.dataset.value !== select.value;
          shown += row.hidden ? 0 : 1;
        });
        said.textContent = '共 ' + shown + ' 项';
      });
    });
  });
}());
