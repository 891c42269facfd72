// How characters of titles sound, and what was meant by one who typed that. Twin of scripts/gongkai/searching/sounds.py.
(function (gongkai) {
  "use strict";

  var SPELLING = /^[a-z]{2,40}$/;

  function compare(one, other) { return one < other ? -1 : one > other ? 1 : 0; }

  // {character: its syllables, the commonest first} from what the index tells.
  function read(column) {
    var sounds = new Map(), others = [];
    column.split("\n").forEach(function (line) {
      var parts = line.split(" "), syllable = /^[a-z]*/.exec(parts[0])[0];
      parts[0].slice(syllable.length).split("").forEach(function (character) { sounds.set(character, [syllable]); });
      (parts[1] || "").split("").forEach(function (character) { others.push([character, syllable]); });
    });
    others.forEach(function (one) {
      if (!sounds.has(one[0])) sounds.set(one[0], []);
      sounds.get(one[0]).push(one[1]);
    });
    return sounds;
  }

  // Calls found(how many characters from `at` on, how much of them is guessed) for each way to read all the letters.
  function match(title, at, letters, sounds, length, guessed, found) {
    var syllables = at < title.length && sounds.get(title[at]);
    if (!syllables) return;
    syllables.forEach(function (syllable, place) {
      var initial = syllable.slice(0, syllable[1] === "h" ? 2 : 1), other = place > 0 ? 1 : 0;
      [syllable, initial, syllable[0]].forEach(function (piece, way, all) {
        if (all.indexOf(piece) < way) return;
        var guess = other + (piece === syllable ? 0 : 1);
        if (letters === piece) found(length + 1, guessed + guess);
        else if (letters.length < syllable.length && syllable.slice(0, letters.length) === letters) found(length + 1, guessed + other + 1);
        else if (letters.slice(0, piece.length) === piece) {
          match(title, at + 1, letters.slice(piece.length), sounds, length + 1, guessed + guess, found);
        }
      });
    });
  }

  gongkai.isSpelling = function (word) { return SPELLING.test(word); };

  // A promise of the stretches of titles that sound like these letters, the likeliest first.
  gongkai.spelled = async function (store, letters, limit) {
    await store.columns(["titles", "sounds"]);
    if (!store.readSounds) store.readSounds = read(store.sounds());
    var counts = new Map(), worth = new Map(), sounds = store.readSounds;
    store.titles().forEach(function (title) {
      var here = new Map();
      for (var at = 0; at < title.length; at++) {
        match(title, at, letters, sounds, 0, 0, function (length, guessed) {
          var stretch = title.substr(at, length);
          here.set(stretch, Math.min(guessed, here.has(stretch) ? here.get(stretch) : guessed));
        });
      }
      here.forEach(function (guessed, stretch) {
        counts.set(stretch, (counts.get(stretch) || 0) + 1);
        worth.set(stretch, guessed);
      });
    });
    return Array.from(counts.keys()).sort(function (one, other) {
      return worth.get(one) - worth.get(other) || (one.length === 1) - (other.length === 1) || counts.get(other) - counts.get(one) || compare(one, other);
    }).slice(0, limit);
  };
})((this.gongkai = this.gongkai || {}));
