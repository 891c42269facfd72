// Folding and terms. Twin of scripts/gongkai/searching/terms.py; table and classes come from the index.
(function (gongkai) {
  "use strict";

  var OTHER = 0, PLAIN = 1, HAN = 2, SPACE = 3, END = 4;
  var DROPPED = 0, BREAK = 0x0a, BLANK = 0x20;

  function Folding(recipe) {
    this.table = new Uint16Array(0x10000);
    for (var code = 0; code < 0x10000; code++) this.table[code] = code;
    var numbers = gongkai.codec.decode(recipe.fold);
    code = -1;
    for (var at = 0; at < numbers.length; at += 2) {
      code += numbers[at] + 1;
      this.table[code] = code + gongkai.codec.fromZigzag(numbers[at + 1]);
    }
    this.kinds = new Uint8Array(0x10000);
    var kinds = this.kinds;
    recipe.plain.forEach(function (range) { kinds.fill(PLAIN, range[0], range[1] + 1); });
    recipe.han.forEach(function (range) { kinds.fill(HAN, range[0], range[1] + 1); });
    kinds[BLANK] = SPACE;
    kinds[BREAK] = END;
    this.termsOfAWord = recipe.terms_of_a_word;
    this.common = new Set();
    var term = -1, common = this.common;
    gongkai.codec.decode(recipe.common).forEach(function (gap) { common.add((term += gap + 1)); });
  }

  // {text, offsets}: the folded text and where in the given text each of its code units came from. A blank stays only
  // between two plain word characters.
  Folding.prototype.foldWithOffsets = function (text) {
    var table = this.table, kinds = this.kinds;
    var folded = new Uint16Array(text.length);
    var offsets = new Int32Array(text.length);
    var size = 0, blank = -1, last = OTHER;
    for (var offset = 0; offset < text.length; offset++) {
      var code = table[text.charCodeAt(offset)];
      if (code === DROPPED) continue;
      if (code === BLANK) {
        if (blank < 0) blank = offset;
        continue;
      }
      var kind = kinds[code];
      if (blank >= 0) {
        if (last === PLAIN && kind === PLAIN) {
          folded[size] = BLANK;
          offsets[size++] = blank;
        }
        blank = -1;
      }
      folded[size] = code;
      offsets[size++] = offset;
      last = kind;
    }
    var pieces = [];
    for (var start = 0; start < size; start += 8192) {
      pieces.push(String.fromCharCode.apply(null, folded.subarray(start, Math.min(size, start + 8192))));
    }
    return { text: pieces.join(""), offsets: offsets };
  };

  Folding.prototype.fold = function (text) {
    return this.foldWithOffsets(text).text;
  };

  // [[offset in the word, key], …]: the bigrams of a folded word; if it has none, its single characters.
  Folding.prototype.terms = function (word) {
    var kinds = this.kinds;
    function isWord(index) {
      var kind = kinds[word.charCodeAt(index)];
      return kind === PLAIN || kind === HAN;
    }
    var found = [];
    for (var index = 0; index + 1 < word.length; index++) {
      if (isWord(index) && isWord(index + 1)) {
        found.push([index, word.charCodeAt(index) * 0x10000 + word.charCodeAt(index + 1)]);
      }
    }
    if (found.length) return found;
    var letters = [], others = [];
    for (index = 0; index < word.length; index++) {
      var single = [index, word.charCodeAt(index) * 0x10000];
      if (isWord(index)) letters.push(single);
      else if (kinds[word.charCodeAt(index)] === OTHER) others.push(single);
    }
    return letters.length ? letters : others;
  };

  // The terms a word is looked up by: the telling ones, evenly spread.
  Folding.prototype.chosen = function (word) {
    var terms = this.terms(word), limit = this.termsOfAWord, common = this.common;
    var telling = terms.filter(function (term) { return !common.has(term[1]); });
    if (telling.length >= 2) terms = telling;
    if (terms.length <= limit) return terms;
    var kept = [];
    for (var index = 0; index < limit; index++) {
      kept.push(terms[Math.floor((index * (terms.length - 1)) / (limit - 1))]);
    }
    return kept;
  };

  Folding.prototype.settles = function (word) {
    var terms = this.terms(word);
    return terms.length === 1 && word.length === (terms[0][1] % 0x10000 ? 2 : 1);
  };

  gongkai.Folding = Folding;
  gongkai.kinds = { OTHER: OTHER, PLAIN: PLAIN, HAN: HAN, SPACE: SPACE, END: END };
})((this.gongkai = this.gongkai || {}));
