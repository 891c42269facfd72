// Filters and facets, whatever filters the index has. Twin of the part of scripts/gongkai/searching/answering.py.
(function (gongkai) {
  "use strict";

  var DATE = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?/;

  // A date as in the index; a missing month or day is the first, or with `last` the last. 0 for none.
  gongkai.day = function (date, last) {
    var match = DATE.exec(date || "");
    if (!match) return 0;
    var month = match[2] ? Number(match[2]) : last ? 12 : 1;
    var day = match[3] ? Number(match[3]) : last ? 31 : 1;
    return (Number(match[1]) * 12 + month - 1) * 31 + day;
  };

  gongkai.within = async function (store, documents, from, to) {
    var low = gongkai.day(from, false), high = gongkai.day(to, true);
    if (!low && !high) return documents;
    var dates = await store.days();
    return documents.filter(function (document) {
      var date = dates[document];
      return date >= Math.max(low, 1) && (!high || date <= high);
    });
  };

  // {key: Set of the documents that pass} for each filter that is set.
  gongkai.passing = function (store, codes, documents, chosen) {
    var passing = {};
    Object.keys(chosen).forEach(function (key) {
      var wanted = [].concat(chosen[key]);
      if (!wanted.length) return;
      var wantedCodes = new Set();
      store.values[key].forEach(function (value, code) { if (wanted.indexOf(value) >= 0) wantedCodes.add(code); });
      passing[key] = new Set(documents.filter(function (document) {
        return codes[key][document].some(function (code) { return wantedCodes.has(code); });
      }));
    });
    return passing;
  };

  gongkai.facets = function (store, codes, within, passing, refuted) {
    var facets = {};
    store.index.filters.forEach(function (filter) {
      var others = Object.keys(passing).filter(function (key) { return key !== filter.key; });
      var values = store.values[filter.key], counts = values.map(function () { return 0; });
      within.forEach(function (document) {
        if (refuted.has(document)) return;
        if (!others.every(function (key) { return passing[key].has(document); })) return;
        codes[filter.key][document].forEach(function (code) { counts[code]++; });
      });
      facets[filter.key] = {};
      values.forEach(function (value, code) { if (counts[code]) facets[filter.key][value] = counts[code]; });
    });
    return facets;
  };
})((this.gongkai = this.gongkai || {}));
