// The parts of an index, read. Twin of scripts/gongkai/searching/store.py. Loading is asynchronous and comes first
// (open, prepare, columns, units); reading what was loaded is not (word, unit).
(function (gongkai) {
  "use strict";

  var VERSION = 1;
  var NAME_LENGTH = 8;

  function accumulate(numbers) {
    var sum = 0;
    return numbers.map(function (number) { return (sum += number); });
  }

  // The number of members of a rising list that are below a value (or not above it, with `through`).
  function bisect(list, value, through) {
    var low = 0, high = list.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (through ? list[middle] <= value : list[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function Store(index) {
    if (index.version !== VERSION) throw new Error("检索数据的版本是 " + index.version + "，不是 " + VERSION);
    this.index = index;
    this.documents = index.documents;
    this.folding = new gongkai.Folding(index.recipe);
    this._firsts = accumulate(gongkai.codec.decode(index.terms.firsts));
    this._termParts = new Map(); // number of part → {content, entries}
    this._units = new Map(); // unit → as stored
    this._columns = new Map(); // name → numbers
    this._words = new Map();
  }

  Store.open = async function () {
    var store = new Store(await gongkai.load("index"));
    var columns = await store.columns(["shape", "date", "title", "number", "text"]);
    store.inForce = columns[0].map(function (number) { return number % 2 === 1; });
    store.firstUnits = [0].concat(accumulate(columns[0].map(function (number) { return Math.floor(number / 2) + 1; })));
    store.dates = accumulate(columns[1]);
    var lengths = store.index.recipe.lengths;
    store.lengths = {
      title: columns[2],
      number: columns[3],
      text: columns[4].map(function (code) { return lengths[code]; }),
    };
    return store;
  };

  Store.prototype.documentOf = function (unit) {
    return bisect(this.firstUnits, unit, true) - 1;
  };

  // Columns

  // A promise of the numbers of each named column, all documents one after the other.
  Store.prototype.columns = function (names) {
    var store = this;
    return Promise.all(names.map(async function (name) {
      if (store._columns.has(name)) return store._columns.get(name);
      var pieces = [];
      await Promise.all(store.index.columns.map(async function (column) {
        var keys = column[1].filter(function (key) { return key.slice(0, key.lastIndexOf(":")) === name; });
        if (!keys.length) return;
        var content = await gongkai.load("columns/" + column[0]);
        keys.forEach(function (key) { pieces.push([Number(key.slice(key.lastIndexOf(":") + 1)), content[key]]); });
      }));
      pieces.sort(function (one, other) { return one[0] - other[0]; });
      var numbers = gongkai.codec.decode(pieces.map(function (piece) { return piece[1]; }).join(""));
      store._columns.set(name, numbers);
      return numbers;
    }));
  };

  // Terms

  Store.prototype._partsOf = function (term) {
    var low = bisect(this._firsts, term, false), high = bisect(this._firsts, term, true);
    if (low === high) low = Math.max(0, high - 1);
    var parts = [];
    for (var part = low; part < high; part++) parts.push(part);
    return parts;
  };

  // Load what word() needs for these words.
  Store.prototype.prepare = async function (words) {
    var store = this, wanted = new Set();
    words.forEach(function (word) {
      store.folding.chosen(word).forEach(function (term) {
        store._partsOf(term[1]).forEach(function (part) { wanted.add(part); });
      });
    });
    await Promise.all(Array.from(wanted).map(async function (part) {
      if (store._termParts.has(part)) return;
      var name = store.index.terms.names.substr(part * NAME_LENGTH, NAME_LENGTH);
      var content = await gongkai.load("terms/" + name);
      store._termParts.set(part, { content: content, entries: readEntries(content, store._firsts[part]) });
    }));
  };

  function readEntries(content, first) {
    var numbers = gongkai.codec.decode(content.terms), entries = new Map();
    var term = first - 1, text = 0, title = 0, number = 0;
    for (var at = 0; at < numbers.length; ) {
      term += numbers[at] + 1;
      var size = Math.floor(numbers[at + 1] / 2), hasHead = numbers[at + 1] % 2 === 1;
      var inTitle = hasHead ? numbers[at + 2] : 0, inNumber = hasHead ? numbers[at + 3] : 0;
      at += hasHead ? 4 : 2;
      entries.set(term, [text, text + size, title, title + inTitle, number, number + inNumber]);
      text += size;
      title += inTitle;
      number += inNumber;
    }
    return entries;
  }

  Store.prototype._posting = function (term) {
    var text = "", title = "", number = "", store = this;
    this._partsOf(term).forEach(function (part) {
      var held = store._termParts.get(part), found = held.entries.get(term);
      if (!found) return;
      text += held.content.text.slice(found[0], found[1]);
      title += held.content.title.slice(found[2], found[3]);
      number += held.content.number.slice(found[4], found[5]);
    });
    var units = new Map(), unit = -1, levels = this.index.recipe.levels;
    gongkai.codec.decode(text).forEach(function (value) {
      unit += Math.floor(value / levels.length) + 1;
      units.set(unit, levels[value % levels.length]);
    });
    return {
      units: units,
      title: accumulate(gongkai.codec.decode(title)),
      number: accumulate(gongkai.codec.decode(number)),
    };
  };

  // Words

  // {units, documents, title, number, settled} as Places in store.py, with Maps.
  Store.prototype.word = function (word) {
    if (this._words.has(word)) return this._words.get(word);
    var store = this, chosen = this.folding.chosen(word);
    var postings = chosen.map(function (term) { return store._posting(term[1]); });
    var units = new Map(), documents = new Map();
    if (postings.length) {
      var rarest = postings.reduce(function (one, other) { return other.units.size < one.units.size ? other : one; });
      rarest.units.forEach(function (_, unit) {
        var least = Infinity;
        for (var index = 0; index < postings.length; index++) {
          least = Math.min(least, postings[index].units.get(unit) || 0);
        }
        if (least) units.set(unit, least);
      });
    }
    units.forEach(function (count, unit) {
      var document = store.documentOf(unit);
      documents.set(document, (documents.get(document) || 0) + count);
    });
    var places = {
      units: units,
      documents: documents,
      title: this._aligned(postings, chosen, "title"),
      number: this._aligned(postings, chosen, "number"),
      settled: this.folding.settles(word),
    };
    this._words.set(word, places);
    return places;
  };

  Store.prototype._aligned = function (postings, chosen, field) {
    var stride = this.index.recipe.stride, found = new Map();
    if (!postings.length) return found;
    var common = null;
    postings.forEach(function (posting, index) {
      var places = new Set(posting[field].map(function (place) { return place - chosen[index][0]; }));
      common = common === null ? places : new Set(Array.from(common).filter(function (place) { return places.has(place); }));
    });
    Array.from(common).sort(function (one, other) { return one - other; }).forEach(function (place) {
      if (place < 0) return;
      var document = Math.floor(place / stride);
      if (!found.has(document)) found.set(document, []);
      found.get(document).push(place % stride);
    });
    return found;
  };

  // Units

  // Load these units; afterwards unit(number) answers.
  Store.prototype.units = async function (numbers) {
    var store = this, pages = this.index.texts;
    var starts = pages.map(function (page) { return page[0]; });
    var wanted = numbers.filter(function (unit) { return !store._units.has(unit); });
    await Promise.all(wanted.map(async function (unit) {
      var page = pages[bisect(starts, unit, true) - 1];
      var place = await gongkai.load("places/" + page[1]);
      var counts = gongkai.codec.decode(place.counts), first = page[0], part = 0;
      while (first + counts[part] <= unit) first += counts[part++];
      var content = await gongkai.load("texts/" + place.names.substr(part * NAME_LENGTH, NAME_LENGTH));
      content.units.forEach(function (stored, index) { store._units.set(first + index, stored); });
    }));
  };

  Store.prototype.has = function (unit) { return this._units.has(unit); };

  Store.prototype.unit = function (unit) { return this._units.get(unit); };

  gongkai.Store = Store;
})((this.gongkai = this.gongkai || {}));
