// gongkai.search(query, {filters, sort, from, to, offset, limit}) → a promise of the JSON of a search, the same as
// `gongkai search --json` gives. Twin of scripts/gongkai/searching/answering.py.
(function (gongkai) {
  "use strict";

  var SORTS = ["相关度", "日期"];
  var opening = null;

  gongkai.open = function () {
    if (!opening) {
      opening = gongkai.Store.open();
      opening.catch(function () { opening = null; });
    }
    return opening;
  };

  gongkai.search = async function (query, options) {
    var asked = Object.assign({ filters: {}, sort: "相关度", from: "", to: "", offset: 0, limit: 10 }, options);
    if (SORTS.indexOf(asked.sort) < 0) throw new Error("没有“" + asked.sort + "”这种排序");
    var store = await gongkai.open();
    var plan = gongkai.readQuery(query, store.folding);
    var loaded = await Promise.all([gongkai.codes(store), store.prepare(wordsOf(plan))]);
    var scores = gongkai.scores(store, plan);
    var within = gongkai.within(store, Array.from(scores.keys()), asked.from, asked.to);
    var passing = gongkai.passing(store, loaded[0], within, asked.filters);
    var found = within.filter(function (document) {
      return Object.keys(passing).every(function (key) { return passing[key].has(document); });
    });
    var ranked = gongkai.ordered(store, found, scores, asked.sort);
    var page = await pageOf(store, plan, ranked, scores, asked.offset, asked.limit);
    var refuted = new Set(page.refuted);
    return {
      total: ranked.length - refuted.size,
      exact: isSettled(store, plan) || page.checked === ranked.length,
      read_as: plan.number && store.word(plan.number).documents.size ? gongkai.numberQuery.shown(plan.number) : "",
      hits: page.hits,
      facets: gongkai.facets(store, loaded[0], within, passing, refuted),
    };
  };

  function wordsOf(plan) {
    var words = [].concat.apply([], plan.alternatives).concat(plan.without);
    return plan.number ? words.concat(plan.number) : words;
  }

  function isSettled(store, plan) {
    return [].concat.apply([], plan.alternatives).concat(plan.without).every(function (word) {
      return store.folding.settles(word);
    });
  }

  // Walk the ranking until the page is full. Texts are asked for together, for as many documents as are still wanted;
  // a document that the texts refute makes room for the next.
  async function pageOf(store, plan, ranked, scores, offset, limit) {
    var hits = [], refuted = [], position = 0, checked = 0;
    var settled = isSettled(store, plan);
    while (position < offset + limit && checked < ranked.length) {
      if (settled && position < offset) {
        position++;
        checked++;
        continue;
      }
      var batch = ranked.slice(checked, checked + offset + limit - position);
      var evidences = await evidencesOf(store, plan, batch);
      for (var index = 0; index < batch.length; index++) {
        checked++;
        if (evidences[index].unit < 0) {
          refuted.push(batch[index]);
          continue;
        }
        if (position >= offset) hits.push(hitOf(store, evidences[index], scores.get(batch[index])));
        position++;
      }
    }
    return { hits: hits, refuted: refuted, checked: checked };
  }

  async function evidencesOf(store, plan, documents) {
    for (;;) {
      var missing = new Set();
      var evidences = documents.map(function (document) { return evidenceOf(store, plan, document, missing); });
      if (!missing.size) return evidences;
      await store.units(Array.from(missing));
    }
  }

  // {unit, words}: the unit to quote and the words it is quoted for; unit −1 where the texts do not bear it out. Units
  // that must be loaded first are added to `missing`.
  function evidenceOf(store, plan, document, missing) {
    var none = { unit: -1, words: [] };
    for (var index = 0; index < plan.without.length; index++) {
      if (standing(store, document, plan.without[index], [plan.without[index]], missing) !== -1) return none;
    }
    if (!plan.alternatives.length) return wanting(store, { unit: store.firstUnits[document], words: [] }, missing);
    for (index = 0; index < plan.alternatives.length; index++) {
      var words = plan.alternatives[index];
      var units = words.map(function (word) { return standing(store, document, word, words, missing); });
      if (units.indexOf(UNKNOWN) >= 0) return none;
      if (units.indexOf(-1) < 0) {
        var order = candidates(store, document, words);
        var first = units.reduce(function (one, other) {
          return order.indexOf(other) < order.indexOf(one) ? other : one;
        });
        return wanting(store, { unit: first, words: words }, missing);
      }
    }
    return none;
  }

  var UNKNOWN = -2;

  function wanting(store, evidence, missing) {
    if (!store.has(evidence.unit)) missing.add(evidence.unit);
    return evidence;
  }

  // The first unit of the document, in the order of candidates, whose text holds the word; −1 for none, UNKNOWN where
  // a text is missing.
  function standing(store, document, word, words, missing) {
    var places = store.word(word), order = candidates(store, document, words);
    for (var index = 0; index < order.length; index++) {
      var unit = order[index];
      if (!places.units.has(unit)) continue;
      if (places.settled) return unit;
      if (!store.has(unit)) {
        missing.add(unit);
        return UNKNOWN;
      }
      if (textOf(store, unit).indexOf(word) >= 0) return unit;
    }
    return -1;
  }

  function candidates(store, document, words) {
    var found = [];
    for (var unit = store.firstUnits[document]; unit < store.firstUnits[document + 1]; unit++) {
      var count = words.filter(function (word) { return store.word(word).units.has(unit); }).length;
      if (count) found.push([unit, count]);
    }
    found.sort(function (one, other) { return other[1] - one[1] || one[0] - other[0]; });
    return found.map(function (one) { return one[0]; });
  }

  function textOf(store, unit) {
    var stored = store.unit(unit);
    if (stored.folded === undefined) {
      var head = stored.more ? [stored.title, stored.number].concat(stored.more) : [];
      stored.folded = store.folding.fold(head.concat([stored.text]).join("\n"));
    }
    return stored.folded;
  }

  function hitOf(store, evidence, score) {
    var stored = store.unit(evidence.unit);
    var passage = gongkai.excerpt(stored, evidence.words, store.folding);
    return {
      slug: stored.slug,
      kind: stored.kind,
      title: stored.title,
      文号: stored.number,
      url: stored.url,
      date: stored.date,
      有效性: stored.validity,
      score: gongkai.rounded(store, score) / store.index.ranking.precision,
      excerpt: passage.text,
      marks: passage.marks,
      heading: passage.heading,
      anchor: passage.anchor,
    };
  }
})((this.gongkai = this.gongkai || {}));
