// What to suggest for what was typed: latest queries, then titles, 文号 and 主题 from search/suggest/. Reads the directory
// once and at most four parts a query; letters are also taken as sounds (sounds.js), which costs the titles once. Nothing
// here touches the page. Twin: scripts/gongkai/searching/suggesting.py.
(function (gongkai) {
  "use strict";

  var NAME_LENGTH = 8, MOST_PARTS = 4, DEPTH = 16, MOST_RECENT = 3, MOST_SOUNDS = 3;
  var keys = new Map(); // text → its key

  // Folded, word characters only.
  function keyOf(text, folding) {
    if (!keys.has(text)) {
      keys.set(text, Array.from(folding.fold(text)).filter(function (character) {
        var kind = folding.kinds[character.charCodeAt(0)];
        return kind === gongkai.kinds.PLAIN || kind === gongkai.kinds.HAN;
      }).join(""));
    }
    return keys.get(text);
  }

  // How many of the rising `firsts` are not above a place.
  function through(firsts, place) {
    var low = 0, high = firsts.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (firsts[middle] <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function partsFor(directory, key) {
    var two = key.slice(0, 2), wanted = new Set();
    [two + "0", two + "1" + key.slice(2, 4), two + "1" + key.slice(2, DEPTH)].forEach(function (place) {
      var part = Math.max(0, through(directory.firsts, place) - 1);
      wanted.add(part);
      var next = directory.firsts[part + 1];
      if (next && next.slice(0, place.length) === place) wanted.add(part + 1);
    });
    return Array.from(wanted).slice(0, MOST_PARTS).map(function (part) {
      return "suggest/" + directory.names.substr(part * NAME_LENGTH, NAME_LENGTH);
    });
  }

  async function found(directoryName, key, folding) {
    var directory = await gongkai.load(directoryName);
    if (key.length < 2 || !directory.firsts.length) return [];
    var parts = await Promise.all(partsFor(directory, key).map(gongkai.load)), seen = new Set(), all = [];
    parts.forEach(function (part) {
      part.entries.forEach(function (entry, rank) {
        var at = keyOf(entry[0].split("\\").pop(), folding).indexOf(key);
        if (at < 0 && entry[1] === 3) at = keyOf(entry[0], folding).replace(/第/g, "").indexOf(key);
        var name = entry[1] + " " + entry[0];
        if (at < 0 || seen.has(name)) return;
        seen.add(name);
        all.push({ text: entry[0], kind: directory.kinds[entry[1]], begins: at === 0, rank: rank });
      });
    });
    return all.sort(function (one, other) { return other.begins - one.begins || one.rank - other.rank; });
  }

  // What was typed, and what sounds like it: [{word, key}, …].
  async function meantBy(typed, key, folding) {
    var letters = folding.fold(typed).replace(/[ ']/g, "");
    if (!gongkai.isSpelling(letters)) return [{ word: folding.fold(typed), key: key }];
    var words = await gongkai.spelled(await gongkai.open(), letters, MOST_SOUNDS);
    return [letters].concat(words).map(function (word) { return { word: word, key: keyOf(word, folding) }; });
  }

  // A promise of [{text, marks, label, filter}, …]: `filter` names the filter that a 主题 is a value of, "" for words to search.
  gongkai.suggest = async function (typed, directoryName, limit) {
    var folding = (await gongkai.open(typed)).folding, key = keyOf(typed, folding), options = [], seen = new Set();
    function add(text, label, filter, word) {
      if (seen.has(text) || options.length === limit) return;
      seen.add(text);
      options.push({ text: text, label: label, filter: filter, marks: word ? gongkai.rangesOf(text, [word], folding) : [] });
    }
    gongkai.recent.all().filter(function (query) {
      return query !== typed.trim() && (!key || keyOf(query, folding).indexOf(key) >= 0);
    }).slice(0, key ? MOST_RECENT : limit).forEach(function (query) { add(query, "最近", "", key && folding.fold(typed)); });
    var meant = key && directoryName ? await meantBy(typed, key, folding) : [];
    for (var each of meant) {
      (await found(directoryName, each.key, folding)).forEach(function (one) {
        add(one.text, one.kind.label, one.kind.filter || "", each.word);
      });
    }
    return options;
  };
})((this.gongkai = this.gongkai || {}));
