// What the postings let stand, held against the texts. Twin of scripts/gongkai/searching/verifying.py, which explains it.
(function (gongkai) {
  "use strict";

  var REACH = 4, MOST_PARTS = 16, SPARE = 2, LEAST_RATE = 0.25, UNITS_AT_ONCE = 2;
  var UNKNOWN = -2;
  var UNDECIDED = { stored: null, words: [] };

  // How many rounds are left, the parts of leads and texts that were loaded so far, and a promise of what tells how to
  // widen the question, where that was asked for in time.
  gongkai.Rounds = function (left) {
    this.left = left;
    this.leads = new Set();
    this.texts = new Set();
    this.help = null;
  };

  function knowsUnit(store, unit, known) {
    return known ? known.texts.has(store.textPart(unit)) : store.has(unit);
  }

  function knowsLead(store, document, known) {
    return known ? known.leads.has(store.leadPart(document)) : Boolean(store.lead(document));
  }

  // The hits [offset, offset + limit), to the end: {hits, refuted, decided, full}. Texts are asked for together, for as many
  // documents as are still wanted; many refuted make it likely that more will be.
  gongkai.page = async function (store, plan, ranked, scores, offset, limit) {
    var hits = [], refuted = [], position = 0, checked = 0, settled = gongkai.isSettled(store, plan);
    while (position < offset + limit && checked < ranked.length) {
      if (settled && position < offset) {
        position++;
        checked++;
        continue;
      }
      var wanted = Math.max(offset + limit - position, Math.min(refuted.length, MOST_PARTS));
      var batch = ranked.slice(checked, checked + wanted), evidences = await evidencesOf(store, plan, batch);
      for (var index = 0; index < batch.length && position < offset + limit; index++) {
        checked++;
        if (!evidences[index]) {
          refuted.push(batch[index]);
          continue;
        }
        if (position >= offset) hits.push(hitOf(store, evidences[index], scores.get(batch[index])));
        position++;
      }
    }
    return { hits: hits, refuted: new Set(refuted), decided: settled || checked === ranked.length, full: true };
  };

  async function evidencesOf(store, plan, documents) {
    for (;;) {
      var missing = { units: new Set(), leads: new Set() };
      var evidences = documents.map(function (document) { return evidenceOf(store, plan, document, null, missing); });
      if (!missing.units.size && !missing.leads.size) return evidences;
      await Promise.all([store.units(Array.from(missing.units)), store.leads(Array.from(missing.leads))]);
    }
  }

  // As many of the first hits as the rounds that are left allow.
  gongkai.firstPage = async function (store, plan, ranked, scores, limit, rounds) {
    var within = ranked.slice(0, REACH * limit), settled = gongkai.isSettled(store, plan), found, hits;
    for (;;) {
      found = decided(store, plan, within, limit, rounds);
      hits = Array.from(found).filter(function (each) { return each[1] && each[1] !== UNDECIDED; });
      var passed = Array.from(found.values()).filter(function (each) { return each === UNDECIDED; }).length;
      var full = !passed && (hits.length === limit || found.size === ranked.length);
      if (full || !rounds.left) break;
      rounds.left--;
      var missing = Math.max(limit - hits.length, hits.length === limit ? passed : 0), told = found.size - passed;
      var open = within.filter(function (document) { return !found.has(document) || found.get(document) === UNDECIDED; });
      var wanted = rounds.left || settled ? missing
        : told ? Math.ceil(missing / Math.max(LEAST_RATE, hits.length / told)) : missing + SPARE;
      await loadFor(store, plan, open.slice(0, wanted), rounds);
    }
    var refuted = new Set();
    found.forEach(function (each, document) { if (!each) refuted.add(document); });
    return {
      hits: hits.map(function (each) { return hitOf(store, each[1], scores.get(each[0])); }),
      refuted: refuted,
      decided: settled || hits.length + refuted.size === ranked.length,
      full: full,
    };
  };

  // What the parts loaded so far tell of documents, until they bear enough of them out: document → evidence, null where
  // the texts refute it, or UNDECIDED.
  function decided(store, plan, documents, limit, rounds) {
    var found = new Map(), hits = 0;
    for (var index = 0; index < documents.length && hits < limit; index++) {
      var evidence = evidenceOf(store, plan, documents[index], rounds);
      found.set(documents[index], evidence);
      if (evidence && evidence !== UNDECIDED) hits++;
    }
    return found;
  }

  async function loadFor(store, plan, documents, rounds) {
    var leads = new Set(), texts = new Set();
    for (var index = 0; index < documents.length; index++) {
      var needs = needsOf(store, plan, documents[index], rounds);
      var allLeads = new Set([...leads, ...needs.leads]), allTexts = new Set([...texts, ...needs.texts]);
      if (leads.size + texts.size && allLeads.size + allTexts.size > MOST_PARTS) break;
      leads = allLeads;
      texts = allTexts;
    }
    leads.forEach(function (part) { rounds.leads.add(part); });
    texts.forEach(function (part) { rounds.texts.add(part); });
    await Promise.all([store.leadParts(leads), store.textParts(texts)]);
  }

  // The parts most likely to decide a document, without those already known.
  function needsOf(store, plan, document, rounds) {
    var leads = [], texts = [];
    plan.without.forEach(function (word) {
      if (store.word(word).settled) return;
      candidates(store, document, [word]).forEach(function (unit) { texts.push(store.textPart(unit)); });
    });
    if (!plan.alternatives.length) texts.push(store.textPart(store.firstUnits[document]));
    for (var index = 0; index < plan.alternatives.length; index++) {
      var words = plan.alternatives[index];
      if (gongkai.isHeaded(store, document, words) && !knowsLead(store, document, rounds)) {
        leads.push(store.leadPart(document));
        break;
      }
      var order = candidates(store, document, words);
      if (words.every(function (word) { return store.word(word).settled; })) {
        texts.push(...order.slice(0, 1).map(store.textPart, store));
        continue;
      }
      words.forEach(function (word) {
        var places = order.filter(function (unit) { return store.word(word).units.has(unit); });
        var fresh = places.map(store.textPart, store).filter(isNew);
        texts.push(...fresh.slice(0, fresh.length === places.length ? 1 : UNITS_AT_ONCE));
      });
    }
    function isNew(part) { return !rounds.texts.has(part); }
    return { leads: leads, texts: texts.filter(isNew) };
  }

  // {stored, words}: the lead or unit to quote and the words it is quoted for; null where the texts do not bear it out;
  // UNDECIDED where what is known does not tell, which is what the parts in `known` hold, or without it all that was
  // ever loaded; what must be loaded to tell is then added to `missing`.
  function evidenceOf(store, plan, document, known, missing) {
    for (var index = 0; index < plan.without.length; index++) {
      var at = standing(store, document, plan.without[index], [plan.without[index]], known, missing);
      if (at !== -1) return at === UNKNOWN ? UNDECIDED : null;
    }
    if (!plan.alternatives.length) return unitOf(store, store.firstUnits[document], [], known, missing);
    var undecided = false;
    for (index = 0; index < plan.alternatives.length; index++) {
      var words = plan.alternatives[index];
      if (gongkai.isHeaded(store, document, words)) {
        if (knowsLead(store, document, known)) {
          var lead = store.lead(document), text = textOf(store, lead);
          if (words.every(function (word) { return text.indexOf(word) >= 0; })) return { stored: lead, words: words };
        } else if (missing) {
          missing.leads.add(document);
          return UNDECIDED;
        } else undecided = true;
      }
      var units = words.map(function (word) { return standing(store, document, word, words, known, missing); });
      if (units.every(function (unit) { return unit >= 0; })) {
        var order = candidates(store, document, words);
        var first = units.reduce(function (one, other) { return order.indexOf(other) < order.indexOf(one) ? other : one; });
        return unitOf(store, first, words, known, missing);
      }
      if (units.indexOf(UNKNOWN) >= 0) {
        if (missing) return UNDECIDED;
        undecided = true;
      }
    }
    return undecided ? UNDECIDED : null;
  }

  function unitOf(store, unit, words, known, missing) {
    if (knowsUnit(store, unit, known)) return { stored: store.unit(unit), words: words };
    if (missing) missing.units.add(unit);
    return UNDECIDED;
  }

  // Whether every word is likely to stand in what the document's lead tells of its head.
  gongkai.isHeaded = function (store, document, words) {
    return words.every(function (word) {
      var places = store.word(word);
      return places.title.has(document) || places.number.has(document);
    });
  };

  // The first unit of the document, in the order of candidates, whose text holds the word; −1 for none, UNKNOWN where
  // one that may is not known.
  function standing(store, document, word, words, known, missing) {
    var places = store.word(word), order = candidates(store, document, words), none = -1;
    for (var index = 0; index < order.length; index++) {
      var unit = order[index];
      if (!places.units.has(unit)) continue;
      if (places.settled) return unit;
      if (!knowsUnit(store, unit, known)) {
        none = UNKNOWN;
        if (missing) {
          missing.units.add(unit);
          return UNKNOWN;
        }
      } else if (textOf(store, store.unit(unit)).indexOf(word) >= 0) return unit;
    }
    return none;
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

  gongkai.isSettled = function (store, plan) {
    return [].concat.apply([], plan.alternatives).concat(plan.without).every(function (word) {
      return store.folding.settles(word);
    });
  };

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
