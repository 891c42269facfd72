// Scores and order. Computes what Whoosh's BM25F computes (scripts/gongkai/searching/whoosh_reader.py) from the same
// postings; weights come from the index.
(function (gongkai) {
  "use strict";

  function weightsIn(field, places) {
    if (field === "text") return places.documents;
    var weights = new Map();
    places[field].forEach(function (positions, document) { weights.set(document, positions.length); });
    return weights;
  }

  function lengthOf(store, field, document) {
    return field === "text" ? store.textLengths[document] : store.heads.get(document)[0];
  }

  function add(scores, document, score) {
    scores.set(document, (scores.get(document) || 0) + score);
  }

  // {document: BM25F} of one word: where it stands in the text, with what its title and 文号 add.
  function scoresOfWord(store, word) {
    var places = store.word(word), recipe = store.index.ranking, scores = new Map();
    recipe.fields.forEach(function (field) {
      var weights = weightsIn(field.name, places);
      var idf = Math.log(store.documents / (weights.size + 1)) + 1;
      var average = store.index.total_lengths[field.name] / store.documents || 1;
      weights.forEach(function (weight, document) {
        if (!places.documents.has(document)) return;
        var length = field.B ? lengthOf(store, field.name, document) : 0;
        var norm = recipe.K1 * (1 - field.B + (field.B * length) / average);
        add(scores, document, field.weight * idf * ((weight * (recipe.K1 + 1)) / (weight + norm)));
      });
    });
    return scores;
  }

  // {document: sum} of the documents that every list holds.
  function sumOfAll(lists) {
    var sums = new Map();
    lists[0].forEach(function (_, document) {
      var sum = 0;
      for (var index = 0; index < lists.length; index++) {
        if (!lists[index].has(document)) return;
        sum += lists[index].get(document);
      }
      sums.set(document, sum);
    });
    return sums;
  }

  function exactly(store, field, text) {
    var found = [];
    store.word(text)[field].forEach(function (positions, document) {
      if (positions[0]) return;
      if (field === "number" || store.heads.get(document)[0] === text.length) found.push(document);
    });
    return found;
  }

  // The documents whose number ends so.
  function ending(store, endings) {
    var found = new Set();
    endings.forEach(function (word) {
      store.word(word).number.forEach(function (_, document) { found.add(document); });
    });
    return found;
  }

  // The documents one unit of which holds all words of an alternative.
  function together(store, plan) {
    var found = new Set();
    plan.alternatives.forEach(function (words) {
      if (words.length < 2) return;
      sumOfAll(words.map(function (word) { return store.word(word).units; })).forEach(function (_, unit) {
        found.add(store.documentOf(unit));
      });
    });
    return found;
  }

  // {document: score} of what the postings let stand, as Ranked.scores in whoosh_reader.py.
  gongkai.scores = function (store, plan) {
    var scores = new Map(), recipe = store.index.ranking;
    if (!plan.alternatives.length) {
      for (var document = 0; document < store.documents; document++) scores.set(document, 0);
    }
    plan.alternatives.forEach(function (words) {
      sumOfAll(words.map(function (word) { return scoresOfWord(store, word); })).forEach(function (score, document) {
        add(scores, document, score);
      });
    });
    function bonus(documents, amount) {
      documents.forEach(function (document) {
        if (scores.has(document)) add(scores, document, amount);
      });
    }
    plan.alternatives.forEach(function (words) {
      var inTitle = sumOfAll(words.map(function (word) { return weightsIn("title", store.word(word)); }));
      bonus(Array.from(inTitle.keys()), recipe.all_words_in_title);
    });
    if (plan.title) bonus(exactly(store, "title", plan.title), recipe.exact_title);
    bonus(ending(store, plan.endings), recipe.ending_of_number);
    if (plan.number) bonus(exactly(store, "number", plan.number), recipe.exact_number);
    if (plan.alternatives.length) {
      bonus(together(store, plan), recipe.all_words_in_unit);
      scores.forEach(function (score, document) {
        scores.set(document, score + recipe.standings[store.standings[document]]);
      });
    }
    plan.without.forEach(function (word) {
      if (!store.folding.settles(word)) return;
      store.word(word).documents.forEach(function (_, document) { scores.delete(document); });
    });
    return scores;
  };

  gongkai.rounded = function (store, score) {
    return Math.floor(score * store.index.ranking.precision + 0.5);
  };

  // The documents in the order of ranking.order in ranking.py, or newest first.
  gongkai.ordered = function (store, found, scores, sort) {
    if (sort === "日期") return found.slice().sort(function (one, other) { return other - one; });
    var keys = new Map(found.map(function (document) {
      return [document, gongkai.rounded(store, scores.get(document))];
    }));
    return found.slice().sort(function (one, other) {
      return keys.get(other) - keys.get(one) || other - one;
    });
  };
})((this.gongkai = this.gongkai || {}));
