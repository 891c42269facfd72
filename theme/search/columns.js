// What the index holds of every document, column by column; twin of scripts/gongkai/searching/columns.py.
(function (gongkai) {
  "use strict";

  var Store = gongkai.Store;

  // Load these columns; afterwards column(name) answers.
  Store.prototype.columns = async function (names) {
    var store = this, missing = new Set(names.filter(function (name) { return !store._columns.has(name); }));
    var pieces = [];
    await Promise.all(this.index.columns.map(async function (column) {
      var keys = column[1].filter(function (key) { return missing.has(key.slice(0, key.lastIndexOf(":"))); });
      if (!keys.length) return;
      var content = await gongkai.load("columns/" + column[0]);
      keys.forEach(function (key) {
        var colon = key.lastIndexOf(":");
        pieces.push([key.slice(0, colon), Number(key.slice(colon + 1)), content[key]]);
      });
    }));
    pieces.sort(function (one, other) { return one[1] - other[1]; });
    missing.forEach(function (name) {
      var own = pieces.filter(function (piece) { return piece[0] === name; });
      store._columns.set(name, own.map(function (piece) { return piece[2]; }).join(""));
    });
  };

  Store.prototype.hasColumn = function (name) { return this._columns.has(name); };

  // The numbers of a column, which may stand as runs: from_runs in columns.py.
  Store.prototype.column = function (name) {
    var text = this._columns.get(name), numbers = gongkai.codec.decode(text.slice(1));
    if (text[0] !== "*") return numbers;
    var all = [];
    for (var at = 0; at < numbers.length; at += 2) {
      for (var more = numbers[at + 1]; more >= 0; more--) all.push(numbers[at]);
    }
    return all;
  };

  // A promise of columns.day of every document.
  Store.prototype.days = async function () {
    if (!this.dates) {
      await this.columns(["date"]);
      this.dates = gongkai.accumulate(this.column("date"));
    }
    return this.dates;
  };

  // A promise of {key: codes of each document} of these filters; afterwards their values stand in `values`.
  Store.prototype.codes = async function (keys) {
    var store = this, names = [];
    keys.forEach(function (key) { names.push("#" + key, "%" + key, "=" + key); });
    await this.columns(names);
    keys.forEach(function (key) {
      if (store._codes[key]) return;
      var joined = store._columns.get("#" + key), numbers = gongkai.codec.decode(store._columns.get("%" + key)), sets = [];
      for (var at = 0; at < numbers.length; at += 1 + numbers[at]) sets.push(numbers.slice(at + 1, at + 1 + numbers[at]));
      var values = (store.values[key] = joined ? joined.split("\n") : []);
      store.index.filters.forEach(function (filter) { if (filter.key === key) filter.values = values; });
      store._codes[key] = store.column("=" + key).map(function (number) { return sets[number]; });
    });
    return this._codes;
  };

  // Folded titles and [[word, other, …], …] of the site's own list, once their columns are loaded.
  Store.prototype.titles = function () { return this._columns.get("titles").split("\n"); };

  // The part of leads of each title.
  Store.prototype.titleParts = function () {
    return gongkai.accumulate(this.column("titled").map(gongkai.codec.fromZigzag));
  };

  // sounds.py's told(), once its column is loaded; an index without titles has none.
  Store.prototype.sounds = function () { return this._columns.get("sounds") || ""; };

  Store.prototype.synonyms = function () {
    return this._columns.get("synonyms").split("\n").filter(Boolean).map(function (line) { return line.split("\t"); });
  };
})((this.gongkai = this.gongkai || {}));
