// The reader's own latest queries, on this device alone; silent where storage is refused.
(function (gongkai) {
  "use strict";

  var KEY = "gongkai-recent", MOST = 8;

  function read() {
    try {
      var stored = JSON.parse(window.localStorage.getItem(KEY) || "[]");
      return Array.isArray(stored) ? stored.filter(function (one) { return typeof one === "string"; }).slice(0, MOST) : [];
    } catch (error) {
      return [];
    }
  }

  function write(queries) {
    try {
      if (queries.length) window.localStorage.setItem(KEY, JSON.stringify(queries));
      else window.localStorage.removeItem(KEY);
    } catch (error) { /* private windows forget */ }
  }

  gongkai.recent = {
    all: read,
    add: function (query) {
      var plain = query.trim();
      if (plain) write([plain].concat(read().filter(function (one) { return one !== plain; })).slice(0, MOST));
    },
    clear: function () { write([]); },
  };
})((this.gongkai = this.gongkai || {}));
