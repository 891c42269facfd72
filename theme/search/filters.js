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

  gongkai.within = function (store, documents, from, to) {
    var low = gongkai.day(from, false), high = gongkai.day(to, true);
    if (!low && !high) return documents;
    return documents.filter(function (document) {
      var date = store.dates[document];
      return date >= Math.max(low, 1) && (!high || date <= high);
    });
  };

  // A promise of {key: codes of each document} for all filters.
  gongkai.codes = async function (store) {
    if (store.codesOfFilters) return store.codesOfFilters;
    var filters = store.index.filters, codes = {};
    var columns = await store.columns(filters.map(function (filter) { return "=" + filter.key; }));
    filters.forEach(function (filter, place) {
      codes[filter.key] = filter.many ? rowsOf(columns[place]) : columns[place].map(function (number) {
        return number ? [number - 1] : [];
      });
    });
    store.codesOfFilters = codes;
    return codes;
  };

  function rowsOf(numbers) {
    var rows = [];
    for (var at = 0; at < numbers.length; at += 1 + numbers[at]) rows.push(numbers.slice(at + 1, at + 1 + numbers[at]));
    return rows;
  }

  // {key: Set of the documents that pass} for each filter that is set.
  gongkai.passing = function (store, codes, documents, chosen) {
    var passing = {};
    Object.keys(chosen).forEach(function (key) {
      var filter = store.index.filters.find(function (each) { return each.key === key; });
      if (!filter) throw new Error("没有“" + key + "”这个筛选");
      var wanted = [].concat(chosen[key]);
      if (!wanted.length) return;
      var wantedCodes = new Set();
      filter.values.forEach(function (value, code) { if (wanted.indexOf(value) >= 0) wantedCodes.add(code); });
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
      var counts = filter.values.map(function () { return 0; });
      within.forEach(function (document) {
        if (refuted.has(document)) return;
        if (!others.every(function (key) { return passing[key].has(document); })) return;
        codes[filter.key][document].forEach(function (code) { counts[code]++; });
      });
      facets[filter.key] = {};
      filter.values.forEach(function (value, code) { if (counts[code]) facets[filter.key][value] = counts[code]; });
    });
    return facets;
  };
})((this.gongkai = this.gongkai || {}));
