// Where the words of a query stand in a text; for the marks on a page. Nothing here touches the page.
(function (gongkai) {
  "use strict";

  // Every word that may be marked for a query: those of all its readings, not the excluded ones.
  gongkai.wordsOf = function (query, folding) {
    var words = [].concat.apply([], gongkai.readQuery(query, folding).alternatives);
    return words.filter(function (word, place) { return words.indexOf(word) === place; });
  };

  // [[start, end], …] in the text as written, rising, those that touch or overlap joined.
  gongkai.rangesOf = function (text, words, folding) {
    var folded = folding.foldWithOffsets(text), found = [], joined = [];
    words.forEach(function (word) {
      for (var at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
        found.push([folded.offsets[at], folded.offsets[at + word.length - 1] + 1]);
      }
    });
    found.sort(function (one, other) { return one[0] - other[0] || one[1] - other[1]; });
    found.forEach(function (range) {
      var last = joined[joined.length - 1];
      if (last && range[0] < last[1]) last[1] = Math.max(last[1], range[1]);
      else joined.push(range);
    });
    return joined;
  };
})((this.gongkai = this.gongkai || {}));
