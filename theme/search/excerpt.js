// The passage that shows why a document was found. Twin of scripts/gongkai/searching/excerpts.py.
(function (gongkai) {
  "use strict";

  var WIDTH = 80;
  var LEAD = 20;

  function occurrences(folded, words) {
    var found = [];
    words.forEach(function (word, index) {
      var at = folded.text.indexOf(word);
      while (at >= 0) {
        found.push([folded.offsets[at], folded.offsets[at + word.length - 1] + 1, index]);
        at = folded.text.indexOf(word, at + word.length);
      }
    });
    return found.sort(function (one, other) { return one[0] - other[0] || one[1] - other[1] || one[2] - other[2]; });
  }

  function best(found) {
    var most = 0, merit = 0, start = found.length ? found[0][0] : 0, last = 0;
    for (var first = 0; first < found.length; first++) {
      last = Math.max(last, first);
      while (last < found.length && found[last][1] <= found[first][0] - LEAD + WIDTH) last++;
      var different = new Set();
      for (var index = first; index < last; index++) different.add(found[index][2]);
      if (different.size > most || (different.size === most && last - first > merit)) {
        most = different.size;
        merit = last - first;
        start = found[first][0];
      }
    }
    return start;
  }

  function joined(marks) {
    var kept = [];
    marks.forEach(function (mark) {
      var before = kept[kept.length - 1];
      if (before && mark[0] <= before[1]) before[1] = Math.max(before[1], mark[1]);
      else kept.push(mark);
    });
    return kept;
  }

  function isLow(text, index) {
    var code = text.charCodeAt(index);
    return code >= 0xdc00 && code <= 0xdfff;
  }

  // {text, marks: [[start, end], …], heading, anchor}
  gongkai.excerpt = function (unit, words, folding) {
    var text = unit.text;
    var found = occurrences(folding.foldWithOffsets(text), words);
    var start = Math.max(0, best(found) - LEAD);
    var end = Math.min(text.length, start + WIDTH);
    if (start && isLow(text, start)) start--;
    if (end < text.length && isLow(text, end)) end--;
    var before = start ? "…" : "", after = end < text.length ? "…" : "";
    var shift = before.length - start;
    var marks = found.filter(function (one) { return one[0] >= start && one[1] <= end; })
      .map(function (one) { return [one[0] + shift, one[1] + shift]; });
    var under = ["", ""], offset = found.length ? best(found) : 0;
    unit.headings.forEach(function (heading) { if (heading[0] <= offset) under = [heading[1], heading[2]]; });
    return {
      text: before + text.slice(start, end).replace(/\n/g, " ") + after,
      marks: joined(marks),
      heading: under[0],
      anchor: under[1],
    };
  };
})((this.gongkai = this.gongkai || {}));
