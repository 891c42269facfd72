// What was typed → what is looked for. Twin of scripts/gongkai/searching/query.py.
(function (gongkai) {
  "use strict";

  var LONGEST = 300;
  var MOST_WORDS = 24;
  var QUOTES = '"“”„‟「」『』«»〝〞〟＂';
  var YEARLY = /^((?:19|20)[0-9][0-9]年)([\u3400-\u9fff]{3,})$/;
  var MINUS = "-－−";

  function withPlainOperators(query, folding) {
    var plain = "";
    for (var index = 0; index < query.length; index++) {
      var character = query[index];
      var code = folding.table[query.charCodeAt(index)];
      var kind = folding.kinds[code];
      if (QUOTES.indexOf(character) >= 0) plain += '"';
      else if (kind === gongkai.kinds.SPACE || kind === gongkai.kinds.END) plain += " ";
      else if (MINUS.indexOf(character) >= 0 && (!plain || plain[plain.length - 1] === " ")) plain += "-";
      else if (code) plain += character;
    }
    return plain;
  }

  // {alternatives: [[word, …], …], without: [word, …], title, number, endings: [word, …]}; see Plan in query.py.
  function readQuery(query, folding) {
    var plain = withPlainOperators(String(query).slice(0, LONGEST), folding);
    var pattern = /(-?)(?:"([^"]*)"?|([^ "]+))/g;
    var words = [], without = [], match;
    for (var count = 0; count < MOST_WORDS && (match = pattern.exec(plain)); count++) {
      var word = folding.fold(match[2] !== undefined ? match[2] : match[3] || "").replace(/\n/g, "");
      var kept = match[1] ? without : words;
      if (word && word !== "-" && kept.indexOf(word) < 0) kept.push(word);
    }
    var whole = folding.fold(words.join(" "));
    var number = [whole].concat(words).map(gongkai.numberQuery.canonical).filter(Boolean)[0] || "";
    var ends = words.map(gongkai.numberQuery.endings).filter(function (found) { return found.length; })[0] || [];
    return {
      alternatives: alternatives(words, whole),
      without: without,
      title: words.length === 1 ? words[0] : "",
      number: number,
      endings: number ? [] : ends,
    };
  }

  function alternatives(words, whole) {
    if (!words.length) return [];
    var yearly = YEARLY.exec(whole);
    if (yearly) return [[yearly[2], yearly[1]], words];
    var number = gongkai.numberQuery.canonical(whole);
    var read = Array.from(new Set(words.map(function (word) {
      return gongkai.numberQuery.canonical(word) || gongkai.numberQuery.part(word) || word;
    })));
    // “体育 第559号令” may be one 文号, or two words.
    return (number ? [[number], read, words] : [read, words]).filter(function (one, index, all) {
      return all.findIndex(function (other) { return other.join(" ") === one.join(" "); }) === index;
    });
  }

  // The plan without what it was read as.
  function literally(plan) {
    return { alternatives: plan.alternatives.slice(-1), without: plan.without, title: plan.title, number: "", endings: plan.endings };
  }

  gongkai.readQuery = readQuery;
  gongkai.literally = literally;
})((this.gongkai = this.gongkai || {}));
