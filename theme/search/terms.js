// Folding and terms. Twin of scripts/gongkai/searching/terms.py; table and classes come from the index.
(function (gongkai) {
  "use strict";

  var OTHER = 0, PLAIN = 1, HAN = 2, SPACE = 3, END = 4;
  var BRIDGE = 0x2500, OPEN = 0x2d00, BRIDGES_END = 0x2d20; // second halves of keys that no bigram has
  var DROPPED = 0, BREAK = 0x0a, BLANK = 0x20;
  var DIGIT_TERMS_OF_A_WORD = 3, THOROUGH_TERMS = 6, LOW_SURROGATE = 0xdc00;

  function Folding(recipe) {
    this.table = new Uint16Array(0x10000);
    for (var code = 0; code < 0x10000; code++) this.table[code] = code;
    this.add(recipe.fold);
    this.kinds = new Uint8Array(0x10000);
    var kinds = this.kinds;
    recipe.plain.forEach(function (range) { kinds.fill(PLAIN, range[0], range[1] + 1); });
    recipe.han.forEach(function (range) { kinds.fill(HAN, range[0], range[1] + 1); });
    kinds[BLANK] = SPACE;
    kinds[BREAK] = END;
    this.termsOfAWord = recipe.terms_of_a_word;
    this.common = new Map();
    var term = -1, common = this.common;
    gongkai.codec.decode(recipe.common).forEach(function (number) {
      common.set((term += Math.floor(number / 2) + 1), number % 2 === 1);
    });
  }

  // Learn a part of the table: pairs (gap, change).
  Folding.prototype.add = function (told) {
    var numbers = gongkai.codec.decode(told), code = -1;
    for (var at = 0; at < numbers.length; at += 2) {
      code += numbers[at] + 1;
      this.table[code] = code + gongkai.codec.fromZigzag(numbers[at + 1]);
    }
  };

  var gb2312 = null; // the characters of GB 2312, as in terms.py; null where the browser does not know them

  // Whether a query has a character that only the rare part of the table may fold.
  gongkai.isRare = function (query) {
    if (!gb2312 && typeof TextDecoder === "function") {
      var bytes = [];
      for (var row = 0xa1; row < 0xf8; row++) {
        for (var cell = 0xa1; cell < 0xff && (row < 0xaa || row > 0xaf); cell++) bytes.push(row, cell);
      }
      gb2312 = new Set(new TextDecoder("gbk").decode(new Uint8Array(bytes)));
    }
    return Array.from(String(query)).some(function (character) {
      return character.charCodeAt(0) > 0x7f && !(gb2312 && gb2312.has(character));
    });
  };

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

  // [[offset in the word, key], …]: the bigrams and bridges of a folded word; if it has none, its single characters.
  Folding.prototype.terms = function (word) {
    var kinds = this.kinds;
    function isWord(index) {
      var kind = kinds[word.charCodeAt(index)];
      return kind === PLAIN || kind === HAN;
    }
    var found = [];
    for (var index = 0; index + 1 < word.length; index++) {
      if (isWord(index)) {
        found.push([index, word.charCodeAt(index) * 0x10000 + (isWord(index + 1) ? word.charCodeAt(index + 1) : bridge(word, index))]);
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

  // [[offset, length, key], …] of the terms around digits, those of five characters first.
  Folding.prototype.digitTerms = function (word) {
    var kinds = this.kinds, codes = [], found = [];
    for (var index = 0; index < word.length; index++) codes.push(word.charCodeAt(index));
    function isDigit(at) { return codes[at] >= 0x30 && codes[at] <= 0x39; }
    function isSolid(code) { return kinds[code] !== SPACE && kinds[code] !== END; }
    function add(at, length) {
      var stretch = codes.slice(at, at + length);
      if (stretch.every(isSolid)) found.push([at, length, digitKey(stretch)]);
    }
    for (var at = 0; at + 5 <= codes.length; at++) {
      if (isDigit(at + 1) && !isDigit(at + 2) && isDigit(at + 3)) add(at, 5);
    }
    for (at = 0; at + 3 <= codes.length; at++) {
      if (isDigit(at) || isDigit(at + 1) || isDigit(at + 2)) add(at, 3);
    }
    return found;
  };


  function digitKey(codes) {
    var at = codes.length === 5 || codes[0] < 0x30 || codes[0] > 0x39 ? codes.length - 2 : 0;
    var whole = codes.reduce(function (sum, code) { return sum * 31 + code; }, codes.length);
    return (LOW_SURROGATE | highBits(codes[at] * 31 + codes[at + 1], 10)) * 0x10000 + (LOW_SURROGATE | highBits(whole, 10));
  }

  // At most so many of them, the first and the last among them.
  function spread(terms, limit) {
    if (terms.length <= limit || limit < 2) return terms.slice(0, limit);
    var kept = [];
    for (var index = 0; index < limit; index++) kept.push(terms[Math.floor((index * (terms.length - 1)) / (limit - 1))]);
    return kept;
  }

  // [[offset, key], …]: the terms a word is looked up by, the telling ones, evenly spread; with `thorough` more of all.
  Folding.prototype.chosen = function (word, thorough) {
    var around = this.digitTerms(word), covered = new Set(), common = this.common, limit = this.termsOfAWord;
    around.forEach(function (term) {
      for (var step = 0; step < term[1] - 1; step++) covered.add(term[0] + step);
    });
    var bigrams = this.terms(word).filter(function (term) {
      return !around.length || (!covered.has(term[0]) && term[1] % 0x10000);
    });
    if (thorough) {
      var useful = bigrams.filter(function (term) { return !common.get(term[1]); });
      var digital = around.map(function (term) { return [term[0], term[2]]; });
      return spread(useful.length ? useful : bigrams, THOROUGH_TERMS).concat(spread(digital, THOROUGH_TERMS)).sort(byPlace);
    }
    var telling = bigrams.filter(function (term) { return !common.has(term[1]); });
    var least = around.length ? 1 : 2;
    if (telling.length < least) {
      telling = telling.concat(spread(bigrams.filter(function (term) {
        return common.get(term[1]) === false;
      }), least - telling.length));
    }
    if (!telling.length && !around.length) telling = bigrams;
    function ofLength(length) {
      return around.filter(function (term) { return term[1] === length; }).map(function (term) { return [term[0], term[2]]; });
    }
    var fives = ofLength(5), threes = ofLength(3);
    var digits = fives.length ? spread(fives, 2).concat(threes.slice(-1)) : spread(threes, DIGIT_TERMS_OF_A_WORD);
    return spread(telling, digits.length ? limit - 1 : limit).concat(digits).sort(byPlace);
  };

  function byPlace(one, other) { return one[0] - other[0] || one[1] - other[1]; }

  function highBits(code, bits) { return Math.imul(code, -1640531535) >>> (32 - bits); }

  // The second half of the key of the word character at `index`, which none follows: bridge in terms.py.
  function bridge(word, index) {
    var sign = highBits(word.charCodeAt(index + 1), 5);
    return index + 2 < word.length ? BRIDGE + (sign << 6) + highBits(word.charCodeAt(index + 2), 6) : OPEN + sign;
  }

  function isBridge(term) { return term % 0x10000 >= BRIDGE && term % 0x10000 < BRIDGES_END; }

  gongkai.isBigram = function (term) {
    return term % 0x10000 > 0 && !isBridge(term) && Math.floor(term / 0x4000000) !== LOW_SURROGATE >> 10;
  };

  // The first and the last key of the terms that a key stands for: span in terms.py.
  Folding.prototype.span = function (term) {
    var second = term % 0x10000, kind = this.kinds[Math.floor(term / 0x10000)];
    if (!second && (kind === PLAIN || kind === HAN)) return [term, term + 0xffff];
    if (second < OPEN || second >= BRIDGES_END) return [term, term];
    var first = term - second + BRIDGE + ((second - OPEN) << 6);
    return [first, first + 63];
  };

  // Whether looking a word up thoroughly would ask for nothing more.
  Folding.prototype.tellsAll = function (word) {
    var own = new Set(this.chosen(word).map(String));
    return this.chosen(word, true).every(function (term) { return own.has(String(term)); });
  };

  // Whether looking a word up leaves out bigrams that would tell.
  Folding.prototype.isSparing = function (word) {
    var own = new Set(this.chosen(word).map(String)), common = this.common;
    return !this.digitTerms(word).length && this.terms(word).some(function (term) {
      return !common.has(term[1]) && gongkai.isBigram(term[1]) && !own.has(String(term));
    });
  };

  Folding.prototype.settles = function (word) {
    var terms = this.terms(word);
    return terms.length === 1 && !isBridge(terms[0][1]) && word.length === (terms[0][1] % 0x10000 ? 2 : 1);
  };

  gongkai.Folding = Folding;
  gongkai.kinds = { OTHER: OTHER, PLAIN: PLAIN, HAN: HAN, SPACE: SPACE, END: END };
})((this.gongkai = this.gongkai || {}));
