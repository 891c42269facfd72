// gongkai.search(query, {filters, sort, from, to, offset, limit, facets, literal}) → a promise of the JSON of a search, the same as
// `gongkai search --json` gives. Twin of scripts/gongkai/searching/answering.py.
(function (gongkai) {
  "use strict";

  var SORTS = ["相关度", "日期"];
  var PROBE = 4, MISLED = 2;
  var opening = null;

  // A promise of the store. With a query that needs more of the folding table than most, that is loaded too.
  gongkai.open = function (query) {
    var rare = query !== undefined && gongkai.isRare(query);
    if (!opening) {
      opening = gongkai.Store.open(rare);
      opening.catch(function () { opening = null; });
    }
    return rare ? opening.then(async function (store) {
      if (!store.knowsRare) store.folding.add((await gongkai.load("rare")).fold);
      store.knowsRare = true;
      return store;
    }) : opening;
  };

  gongkai.search = async function (query, options) {
    var asked = Object.assign({
      filters: {}, sort: "相关度", from: "", to: "", offset: 0, limit: 10, facets: true, literal: false,
    }, options);
    if (SORTS.indexOf(asked.sort) < 0) throw new Error("没有“" + asked.sort + "”这种排序");
    var store = await gongkai.open(query), plan = gongkai.readQuery(query, store.folding);
    if (asked.literal) plan = gongkai.literally(plan);
    var known = store.index.filters.map(function (filter) { return filter.key; });
    Object.keys(asked.filters).forEach(function (key) {
      if (known.indexOf(key) < 0) throw new Error("没有“" + key + "”这个筛选");
    });
    var answer = await answerTo(store, plan, asked);
    if (answer.total || asked.literal) return answer;
    var bare = Object.assign({}, asked, { filters: {}, from: "", to: "", offset: 0, facets: false });
    var narrowed = Object.keys(asked.filters).length || asked.from || asked.to || asked.offset;
    if (narrowed && (await answerTo(store, plan, bare)).total) return answer;
    for await (var way of gongkai.ways(store, plan)) {
      var words = way.alternatives[0];
      var wider = { alternatives: way.alternatives, without: plan.without, title: words.length === 1 ? words[0] : "", number: "", widened: true };
      if (!(await answerTo(store, wider, bare)).total) continue;
      answer = await answerTo(store, wider, asked);
      answer.widened = { how: way.how, query: words.join(" "), dropped: way.dropped };
      return answer;
    }
    return answer;
  };

  // What the query was read as besides its letters, where that finds something.
  function readAs(store, plan, isFound) {
    if (plan.number) return store.word(plan.number).documents.size ? gongkai.numberQuery.shown(plan.number) : "";
    return plan.alternatives.length > 1 && isFound && !plan.widened ? plan.alternatives[0].join(" ") : "";
  }

  async function answerTo(plain, plan, asked) {
    var store = plain, known = store.index.filters.map(function (filter) { return filter.key; });
    var codes = (await Promise.all([
      store.codes(asked.facets ? known : Object.keys(asked.filters)),
      store.core(),
      store.prepare(wordsOf(plan)),
      asked.from || asked.to ? store.days() : null,
    ]))[0];
    var found = await foundIn(store, plan, codes, asked);
    if (await isMisled(store, plan, found.ranked)) {
      store = plain.thorough();
      await store.prepare(wordsOf(plan));
      found = await foundIn(store, plan, codes, asked);
    }
    var page = await pageOf(store, plan, found.ranked, found.scores, asked.offset, asked.limit);
    var refuted = new Set(page.refuted);
    return {
      total: found.ranked.length - refuted.size,
      exact: isSettled(store, plan) || page.checked === found.ranked.length,
      read_as: readAs(plain, plan, found.ranked.some(function (document) { return !refuted.has(document); })),
      widened: null,
      hits: page.hits,
      facets: asked.facets ? gongkai.facets(store, codes, found.within, found.passing, refuted) : {},
    };
  }

  // What the postings let stand: {scores, within, passing, ranked} as _Found in answering.py.
  async function foundIn(store, plan, codes, asked) {
    var scores = gongkai.scores(store, plan);
    var within = await gongkai.within(store, Array.from(scores.keys()), asked.from, asked.to);
    var passing = gongkai.passing(store, codes, within, asked.filters);
    var chosen = within.filter(function (document) {
      return Object.keys(passing).every(function (key) { return passing[key].has(document); });
    });
    return { scores: scores, within: within, passing: passing, ranked: gongkai.ordered(store, chosen, scores, asked.sort) };
  }

  // Whether the texts refute too many of the first hits, and more terms could tell.
  async function isMisled(store, plan, ranked) {
    var words = [].concat.apply([], plan.alternatives);
    if (isSettled(store, plan) || words.every(function (word) { return store.folding.tellsAll(word); })) return false;
    var evidences = await evidencesOf(store, plan, ranked.slice(0, PROBE));
    return evidences.filter(function (evidence) { return !evidence.stored; }).length >= MISLED;
  }

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
  // a document that the texts refute makes room for the next, and many refuted make it likely that more will be.
  async function pageOf(store, plan, ranked, scores, offset, limit) {
    var hits = [], refuted = [], position = 0, checked = 0;
    var settled = isSettled(store, plan);
    while (position < offset + limit && checked < ranked.length) {
      if (settled && position < offset) {
        position++;
        checked++;
        continue;
      }
      var wanted = Math.max(offset + limit - position, Math.min(refuted.length, PROBE));
      var batch = ranked.slice(checked, checked + wanted);
      var evidences = await evidencesOf(store, plan, batch);
      for (var index = 0; index < batch.length && position < offset + limit; index++) {
        checked++;
        if (!evidences[index].stored) {
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
      var missing = { units: new Set(), leads: new Set() };
      var evidences = documents.map(function (document) { return evidenceOf(store, plan, document, missing); });
      if (!missing.units.size && !missing.leads.size) return evidences;
      await Promise.all([store.units(Array.from(missing.units)), store.leads(Array.from(missing.leads))]);
    }
  }

  // {stored, words}: the lead or unit to quote and the words it is quoted for; stored null where the texts do not bear it
  // out. What must be loaded first is added to `missing`.
  function evidenceOf(store, plan, document, missing) {
    var none = { stored: null, words: [] };
    for (var index = 0; index < plan.without.length; index++) {
      if (standing(store, document, plan.without[index], [plan.without[index]], missing) !== -1) return none;
    }
    if (!plan.alternatives.length) return unitOf(store, store.firstUnits[document], [], missing);
    for (index = 0; index < plan.alternatives.length; index++) {
      var words = plan.alternatives[index];
      if (isHeaded(store, document, words)) {
        var lead = store.lead(document);
        if (!lead) {
          missing.leads.add(document);
          return none;
        }
        var text = textOf(store, lead);
        if (words.every(function (word) { return text.indexOf(word) >= 0; })) return { stored: lead, words: words };
      }
      var units = words.map(function (word) { return standing(store, document, word, words, missing); });
      if (units.indexOf(UNKNOWN) >= 0) return none;
      if (units.indexOf(-1) < 0) {
        var order = candidates(store, document, words);
        var first = units.reduce(function (one, other) {
          return order.indexOf(other) < order.indexOf(one) ? other : one;
        });
        return unitOf(store, first, words, missing);
      }
    }
    return none;
  }

  var UNKNOWN = -2;

  function unitOf(store, unit, words, missing) {
    if (!store.has(unit)) missing.units.add(unit);
    return { stored: store.unit(unit) || null, words: words };
  }

  // Whether every word is likely to stand in what the document's lead tells of its head.
  function isHeaded(store, document, words) {
    return words.every(function (word) {
      var places = store.word(word);
      return places.title.has(document) || places.number.has(document);
    });
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
        missing.units.add(unit);
        return UNKNOWN;
      }
      if (textOf(store, store.unit(unit)).indexOf(word) >= 0) return unit;
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

  function textOf(store, stored) {
    if (stored.folded === undefined) {
      var head = stored.more ? [stored.title, stored.number].concat(stored.more) : [];
      stored.folded = store.folding.fold(head.concat([stored.text]).join("\n"));
    }
    return stored.folded;
  }

  function hitOf(store, evidence, score) {
    var stored = evidence.stored;
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
