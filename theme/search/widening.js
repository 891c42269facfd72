// Nothing found → what else may have been meant. Twin of scripts/gongkai/searching/widening.py, which explains the ways.
(function (gongkai) {
  "use strict";

  var LONGEST = 24, LONGEST_APART = 6, MOST_LEADS = 8, NEAR = 60, FAR = 9;
  var LEVEL_1 = 3755;
  var places = null; // character → its place among the Han characters of GB 2312

  function compare(one, other) { return one < other ? -1 : one > other ? 1 : 0; }

  // Load, in one wave, what tells which way to take.
  gongkai.help = async function (store, plan) {
    var words = wordsOf(plan), others = [], columns = ["titles", "titled", "synonyms"];
    if (words.some(gongkai.isSpelling)) columns.push("sounds");
    if (store.hasColumn("synonyms")) {
      Array.from(bySynonyms(words, store.synonyms())).forEach(function (way) {
        way.alternatives.forEach(function (some) { others = others.concat(some); });
      });
    }
    words.forEach(function (word) { halves(word, store).forEach(function (pair) { others.push(pair[0], pair[1]); }); });
    await Promise.all([store.columns(columns), store.prepare(others)]);
  };

  function wordsOf(plan) { return plan.alternatives.length ? plan.alternatives[plan.alternatives.length - 1] : []; }

  gongkai.isOfTitles = function (way) { return way.how === "拼音" || way.how === "改字"; };

  // The parts of leads in which most titles that hold all the words have theirs.
  gongkai.titleLeads = function (store, words) {
    var counts = new Map(), parts = store.titleParts();
    store.titles().forEach(function (title, place) {
      if (words.every(function (word) { return title.indexOf(word) >= 0; })) count(counts, parts[place]);
    });
    return Array.from(counts.keys()).sort(function (one, other) {
      return counts.get(other) - counts.get(one) || one - other;
    }).slice(0, MOST_LEADS);
  };

  // Yields {how, alternatives, dropped}, the likeliest first.
  gongkai.ways = async function* (store, plan) {
    var words = wordsOf(plan);
    if (!words.length || plan.number) return;
    await gongkai.help(store, plan);
    yield* bySynonyms(words, store.synonyms());
    var titles = store.titles();
    var nowhere = words.filter(function (word) { return !store.word(word).documents.size; });
    var suspects = nowhere.length ? nowhere : words;
    for (var spelled of await spellings(words, suspects, store)) yield way("拼音", spelled);
    var mended = words.map(function (word) { return (suspects.indexOf(word) >= 0 && mend(word, titles)) || word; });
    if (differ(mended, words)) yield way("改字", mended);
    var left = words.filter(function (word) { return nowhere.indexOf(word) < 0; });
    if (nowhere.length && left.length) yield way("漏词", left, nowhere);
    else if (words.length > 1) {
      var rarest = words.slice().sort(function (one, other) {
        return store.word(one).documents.size - store.word(other).documents.size || compare(one, other);
      })[0];
      yield way("漏词", words.filter(function (word) { return word !== rarest; }), [rarest]);
    }
    var apart = [];
    for (var word of words) apart = apart.concat((await takenApart(word, store)) || [word]);
    if (differ(apart, words)) yield way("拆词", apart);
  };

  function way(how, words, dropped) { return { how: how, alternatives: [words], dropped: dropped || [] }; }

  function differ(one, other) {
    return one.length !== other.length || one.some(function (word, index) { return word !== other[index]; });
  }

  function* bySynonyms(words, synonyms) {
    for (var place = 0; place < words.length; place++) {
      for (var entry of synonyms) {
        if (words[place].indexOf(entry[0]) < 0) continue;
        yield {
          how: "同义词",
          alternatives: entry.slice(1).map(function (other) {
            var changed = words.slice();
            changed[place] = words[place].split(entry[0]).join(other);
            return changed;
          }),
          dropped: [],
        };
      }
    }
  }

  function count(counts, key) { counts.set(key, (counts.get(key) || 0) + 1); }

  // The words as characters that sound so: all letters together first, for blanks may part syllables or words.
  async function spellings(words, suspects, store) {
    var whole = words.join(""), found = [];
    if (!suspects.some(gongkai.isSpelling)) return found;
    if (words.length > 1 && words.concat(whole).every(gongkai.isSpelling)) {
      (await gongkai.spelled(store, whole, 1)).forEach(function (word) { found.push([word]); });
    }
    var meant = await Promise.all(words.map(async function (word) {
      if (suspects.indexOf(word) < 0 || !gongkai.isSpelling(word)) return word;
      return (await gongkai.spelled(store, word, 1))[0] || "";
    }));
    return meant.every(Boolean) ? found.concat([meant]) : found;
  }

  function placeInGb2312(character) {
    if (!places) {
      places = new Map();
      if (typeof TextDecoder !== "function") return -1;
      var bytes = new Uint8Array(LEVEL_1 * 2);
      for (var place = 0; place < LEVEL_1; place++) {
        bytes[place * 2] = 0xb0 + Math.floor(place / 94);
        bytes[place * 2 + 1] = 0xa1 + (place % 94);
      }
      Array.from(new TextDecoder("gbk").decode(bytes)).forEach(function (each, index) { places.set(each, index); });
    }
    return places.has(character) ? places.get(character) : -1;
  }

  function mend(word, titles) {
    if (word.length < 3 || word.length > LONGEST) return "";
    var counts = new Map();
    titles.forEach(function (title) {
      new Set(close(word, title)).forEach(function (found) { count(counts, found); });
    });
    return Array.from(counts.keys()).sort(function (one, other) {
      return change(word, one) - change(word, other) || counts.get(other) - counts.get(one) || compare(one, other);
    })[0] || "";
  }

  // The stretches of a title that are one change away from the word: one half of them is the word's.
  function close(word, title) {
    var half = word.length >> 1, found = [];
    [[word.slice(0, half), 0, word.length - half], [word.slice(half), half, 0],
      [word.slice(half + 1), half + 1, 0]].forEach(function (side) {
      var part = side[0], before = side[1], after = side[2];
      for (var at = title.indexOf(part); at >= 0; at = title.indexOf(part, at + 1)) {
        for (var more = -1; more <= 1; more++) {
          var low = before ? at - before - more : at;
          var high = before ? at + part.length : at + part.length + after + more;
          if (low < 0 || high > title.length) continue;
          var stretch = title.slice(low, high);
          if (change(word, stretch) < FAR) found.push(stretch);
        }
      }
    });
    return found;
  }

  // How unlikely it is that `other` was meant and `one` typed: _change in widening.py.
  function change(one, other) {
    if (one === other) return FAR;
    var least = Math.min(one.length, other.length), low = 0, high = 0;
    while (low < least && one[low] === other[low]) low++;
    while (high < least - low && one[one.length - 1 - high] === other[other.length - 1 - high]) high++;
    var typed = one.slice(low, one.length - high), meant = other.slice(low, other.length - high);
    if (typed.length === 1 && meant.length === 1) {
      var first = placeInGb2312(typed), second = placeInGb2312(meant);
      return first >= 0 && second >= 0 && Math.abs(first - second) <= NEAR ? 0 : 3;
    }
    if (typed.length === 2 && meant.length === 2 && typed[0] === meant[1] && typed[1] === meant[0]) return 1;
    if (typed.length + meant.length === 1) {
      var whole = typed ? one : other, extra = typed || meant;
      var inside = (low > 0 && low < whole.length - 1) || whole.length === 1;
      return whole.indexOf(extra + extra) >= 0 ? 2 : inside ? 4 : FAR;
    }
    return FAR;
  }

  // The two words it is most likely made of: those that most documents have both of.
  async function takenApart(word, store) {
    var pairs = halves(word, store), best = null, most = 0;
    await store.prepare([].concat.apply([], pairs));
    pairs.forEach(function (pair) {
      var one = store.word(pair[0]).documents, other = store.word(pair[1]).documents, both = 0;
      one.forEach(function (_, document) { if (other.has(document)) both++; });
      if (both > most) {
        best = pair;
        most = both;
      }
    });
    return best;
  }

  // The ways to take a word as two: halves in widening.py.
  function halves(word, store) {
    var breaks = new Set(store.word(word).breaks), pairs = [];
    if (breaks.size > 1 || (!breaks.size && word.length > LONGEST_APART)) return pairs;
    for (var at = 2; at < word.length - 1; at++) {
      if (!breaks.size || breaks.has(at)) pairs.push([word.slice(0, at), word.slice(at)]);
    }
    return pairs;
  }
})((this.gongkai = this.gongkai || {}));
