// The parts of an index, read. Twin of scripts/gongkai/searching/store.py. Loading is asynchronous and comes first
// (open, prepare, columns, leads, units); reading what was loaded is not (word, lead, unit).
(function (gongkai) {
  "use strict";

  var VERSION = 4;
  var GROUP_NAME_LENGTH = 6, OVERLAP = 8;
  var LISTS = ["text", "marks", "title", "number"];
  var CORE = ["extent", "standing", "parts", "names"];

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
    this._firsts = gongkai.codec.decodeRound(index.terms.firsts);
    this._termParts = new Map(); // number of part → {content, entries}
    this._units = new Map(); // unit → as stored
    this._leads = new Map(); // document → as stored
    this.heads = new Map(); // of documents in whose title or 文号 a term was found: document → [length of the title, part of the lead]
    this._columns = new Map(); // name → as it stands in the parts, joined
    Object.keys(index.core).forEach(function (name) { this._columns.set(name, index.core[name]); }, this);
    this._words = new Map();
    this._codes = {}; // of filters: key → codes of each document
    this.values = {}; // of filters: key → values; also as `values` of index.filters, empty until they are loaded
    index.filters.forEach(function (filter) { filter.values = []; });
  }

  // The index; with `rare` also the part of the folding table that few queries need, asked for at the same time.
  Store.open = async function (rare) {
    var loaded = await Promise.all([gongkai.load("index"), rare ? gongkai.load("rare") : null]);
    var store = new Store(loaded[0]);
    if (loaded[1]) store.folding.add(loaded[1].fold);
    return store;
  };

  // Load what every query needs of the columns.
  Store.prototype.core = async function () {
    if (this.textLengths) return;
    await this.columns(CORE);
    var recipe = this.index.recipe, lengths = [], units = [];
    this.column("extent").forEach(function (code) {
      units.push(Math.max(1, code - recipe.lengths.length + 2));
      lengths.push(code < recipe.lengths.length ? recipe.lengths[code] : units[units.length - 1] * recipe.unit_length);
    });
    this.firstUnits = [0].concat(accumulate(units));
    this.standings = this.column("standing");
    this._textFirsts = [0].concat(accumulate(this.column("parts")));
    this._textNames = this._columns.get("names") || "";
    this.textLengths = lengths;
  };

  Store.prototype.documentOf = function (unit) {
    return bisect(this.firstUnits, unit, true) - 1;
  };

  // The name of a part of the groups with these names.
  Store.prototype._partName = function (groups, part) {
    var size = this.index.recipe.group, group = Math.floor(part / size);
    return groups.substr(group * GROUP_NAME_LENGTH, GROUP_NAME_LENGTH) + "-" + (part % size);
  };

  // Terms

  Store.prototype._partsOf = function (term) {
    var span = this.folding.span(term), low = bisect(this._firsts, span[0], false), high = bisect(this._firsts, span[1], true);
    if (this._firsts[low] !== span[0]) low = Math.max(0, low - 1);
    var parts = [];
    for (var part = low; part < high; part++) parts.push(part);
    return parts;
  };

  // Load what word() needs for these words.
  Store.prototype.prepare = async function (words) {
    var store = this, wanted = new Set();
    words.forEach(function (word) {
      store.folding.chosen(word, store._isThorough).forEach(function (term) {
        store._partsOf(term[1]).forEach(function (part) { wanted.add(part); });
      });
    });
    await this._prepareParts(wanted);
  };

  // Load these parts of terms.
  Store.prototype._prepareParts = async function (wanted) {
    var store = this;
    await Promise.all(Array.from(wanted).map(async function (part) {
      if (store._termParts.has(part)) return;
      var content = await gongkai.load("terms/" + store._partName(store.index.terms.names, part));
      store._termParts.set(part, { content: content, entries: readEntries(content, store._firsts[part]) });
    }));
  };

  // {places: Map of term → its place, starts: where the lists of the first begin, then of the second …}: of each term four
  // numbers, for text, marks, title and number list; a list ends where that of the next term begins.
  function readEntries(content, first) {
    var numbers = gongkai.codec.decode(content.terms), places = new Map(), starts = [0, 0, 0, 0];
    var term = first - 1, text = 0, marks = 0, title = 0, number = 0;
    for (var at = 0; at < numbers.length; ) {
      term += numbers[at] + 1;
      places.set(term, places.size);
      var postings = Math.floor(numbers[at + 1] / 2) + 1;
      text += postings + numbers[at + 2];
      marks += postings;
      if (numbers[at + 1] % 2 === 1) {
        title += numbers[at + 3];
        number += numbers[at + 4];
        at += 5;
      } else at += 3;
      starts.push(text, marks, title, number);
    }
    return { places: places, starts: starts };
  }

  // [[text, marks, title, number], …]: the lists of a term, or of each that it stands for.
  Store.prototype._lists = function (term) {
    var store = this, span = this.folding.span(term), lists = new Map();
    this._partsOf(term).forEach(function (part) {
      var held = store._termParts.get(part), starts = held.entries.starts;
      function add(place, key) {
        var own = LISTS.map(function (name, list) {
          return held.content[name].slice(starts[4 * place + list], starts[4 * place + 4 + list]);
        });
        var before = lists.get(key);
        lists.set(key, before ? before.map(function (text, list) { return text + own[list]; }) : own);
      }
      if (span[0] < span[1]) {
        held.entries.places.forEach(function (place, key) { if (key >= span[0] && key <= span[1]) add(place, key); });
      } else if (held.entries.places.has(term)) add(held.entries.places.get(term), term);
    });
    return Array.from(lists.values());
  };

  // Map of unit → count, rounded down to a level, of such lists; where `only` is given, of those units alone.
  Store.prototype._counts = function (lists, only) {
    var units = new Map(), levels = this.index.recipe.levels;
    lists.forEach(function (own) {
      var gaps = gongkai.codec.decode(own[0]), marks = own[1], unit = -1;
      for (var place = 0; place < gaps.length; place++) {
        unit += gaps[place] + 1;
        if (!only || only.has(unit)) units.set(unit, (units.get(unit) || 0) + levels[gongkai.codec.value(marks, place)]);
      }
    });
    return units;
  };

  // {units: as _counts, title, number: places}
  Store.prototype._posting = function (term) {
    var store = this, lists = this._lists(term), title = [], number = [];
    lists.forEach(function (own) {
      title = title.concat(store._places(own[2]));
      number = number.concat(store._places(own[3]));
    });
    return { units: this._counts(lists), title: title.sort(rising), number: number.sort(rising) };
  };

  function rising(one, other) { return one - other; }

  // Places of a list of (gap, length of the title, change of the lead's part).
  Store.prototype._places = function (text) {
    var numbers = gongkai.codec.decode(text), stride = this.index.recipe.stride, places = [], place = 0, lead = 0;
    for (var at = 0; at < numbers.length; at += 3) {
      places.push((place += numbers[at]));
      this.heads.set(Math.floor(place / stride), [numbers[at + 1], (lead += gongkai.codec.fromZigzag(numbers[at + 2]))]);
    }
    return places;
  };

  // Words

  // The same store, which looks words up by more of their terms.
  Store.prototype.thorough = function () {
    if (!this._thorough) {
      this._thorough = Object.create(this);
      this._thorough._isThorough = true;
      this._thorough._words = new Map();
    }
    return this._thorough;
  };

  // {units, documents, title, number, settled, expected, breaks} as Places in store.py, with Maps.
  Store.prototype.word = function (word) {
    if (this._words.has(word)) return this._words.get(word);
    var store = this, chosen = this.folding.chosen(word, this._isThorough);
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
    var every = Math.max(1, this.index.units), expected = every, overlaps = 0, breaks = [];
    postings.forEach(function (posting, index) {
      expected *= posting.units.size / every;
      if (index && chosen[index][0] - chosen[index - 1][0] === 1) overlaps++;
      if (!posting.units.size && gongkai.isBigram(chosen[index][1])) breaks.push(chosen[index][0] + 1);
    });
    for (; overlaps; overlaps--) expected /= OVERLAP;
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
      expected: expected,
      breaks: breaks,
    };
    this._words.set(word, places);
    return places;
  };

  Store.prototype._aligned = function (postings, chosen, field) {
    var stride = this.index.recipe.stride, found = new Map();
    if (!postings.length || postings.some(function (posting) { return !posting[field].length; })) return found;
    var common = null;
    postings.forEach(function (posting, index) {
      var offset = chosen[index][0], places = new Set();
      posting[field].forEach(function (place) { if (place % stride >= offset) places.add(place - offset); });
      common = common === null ? places : new Set(Array.from(common).filter(function (place) { return places.has(place); }));
    });
    Array.from(common).sort(function (one, other) { return one - other; }).forEach(function (place) {
      var document = Math.floor(place / stride);
      if (!found.has(document)) found.set(document, []);
      found.get(document).push(place % stride);
    });
    return found;
  };

  gongkai.bisect = bisect;
  gongkai.accumulate = accumulate;
  gongkai.Store = Store;
})((this.gongkai = this.gongkai || {}));
