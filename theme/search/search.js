// gongkai.search(query, {filters, sort, from, to, offset, limit, facets, literal, whole}) → a promise of the JSON of a
// search, the same as `gongkai search --json` gives. Twin of scripts/gongkai/searching/answering.py, which explains rounds.
(function (gongkai) {
  "use strict";

  var SORTS = ["相关度", "日期"];
  var LARGEST_PAGE = 50, LIKELY = 32, FEW = 3, FIRST = 10, MANY = 40;
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
      filters: {}, sort: "相关度", from: "", to: "", offset: 0, limit: 10, facets: true, literal: false, whole: false,
    }, options);
    if (SORTS.indexOf(asked.sort) < 0) throw new Error("没有“" + asked.sort + "”这种排序");
    var store = await gongkai.open(query), plan = gongkai.readQuery(query, store.folding);
    if (asked.literal) plan = gongkai.literally(plan);
    var known = store.index.filters.map(function (filter) { return filter.key; });
    Object.keys(asked.filters).forEach(function (key) {
      if (known.indexOf(key) < 0) throw new Error("没有“" + key + "”这个筛选");
    });
    var rounds = asked.whole || asked.offset || asked.limit > LARGEST_PAGE ? null : new gongkai.Rounds(2);
    var answer = await answerTo(store, plan, asked, rounds, asked.literal);
    if (answer.total || asked.literal || plan.number || !plan.alternatives.length) return answer;
    if (isNarrowed(asked) && gongkai.scores(store, plan).size) return answer;
    var wider = await widened(store, plan, asked, rounds);
    if (!wider && rounds && !rounds.left) answer.partial = true;
    return wider || answer;
  };

  function isNarrowed(asked) { return Boolean(Object.keys(asked.filters).length || asked.from || asked.to); }

  // The answer to what is taken instead of words that are nowhere; null where nothing is, or no round is left.
  async function widened(store, plan, asked, rounds) {
    if (rounds && !rounds.help) rounds.left = rounds.left < 2 ? 0 : 1;
    if (rounds && !rounds.left) return null;
    for await (var way of gongkai.ways(store, plan)) {
      var words = way.alternatives[0];
      var wider = { alternatives: way.alternatives, without: plan.without, title: words.length === 1 ? words[0] : "", number: "", endings: [], widened: true };
      var loads = [store.prepare(wordsOf(wider))];
      if (rounds && gongkai.isOfTitles(way)) {
        rounds.left--;
        gongkai.titleLeads(store, words).forEach(function (part) { rounds.leads.add(part); });
        loads.push(store.leadParts(rounds.leads));
      }
      await Promise.all(loads);
      if (gongkai.scores(store, wider).size) {
        var answer = await answerTo(store, wider, asked, rounds);
        if (answer.total || isNarrowed(asked)) {
          answer.widened = { how: way.how, query: words.join(" "), dropped: way.dropped };
          return answer;
        }
      }
      if (rounds && !rounds.left) return null;
    }
    return null;
  }

  // What the query was read as besides its letters, where that finds something.
  function readAs(store, plan, isFound) {
    if (plan.number) return store.word(plan.number).documents.size ? gongkai.numberQuery.shown(plan.number) : "";
    return plan.alternatives.length > 1 && isFound && !plan.widened ? plan.alternatives[0].join(" ") : "";
  }

  // `literal` is given where the plan is what was typed: whether it is to be answered by nothing else.
  async function answerTo(plain, plan, asked, rounds, literal) {
    var store = plain, known = store.index.filters.map(function (filter) { return filter.key; });
    var codes = (await Promise.all([
      store.codes(asked.facets ? known : Object.keys(asked.filters)),
      store.core(),
      store.prepare(wordsOf(plan)),
      asked.from || asked.to ? store.days() : null,
    ]))[0];
    var found = await foundIn(store, plan, codes, asked);
    if (literal !== undefined && isDoubtful(store, plan, found.ranked)) {
      if (rounds && !literal && found.ranked.length <= MANY) {
        rounds.help = gongkai.help(store, plan);
        rounds.help.catch(function () {}); // who needs it asks again
      }
      if (found.ranked.length > FEW && !wordsIn(plan).every(function (word) { return plain.folding.tellsAll(word); })) {
        store = plain.thorough();
        await Promise.all([store.prepare(wordsOf(plan)), rounds && rounds.help]);
        found = await foundIn(store, plan, codes, asked);
        if (rounds) rounds.left--;
      }
    }
    var page = rounds ? await gongkai.firstPage(store, plan, found.ranked, found.scores, asked.limit, rounds)
      : await gongkai.page(store, plan, found.ranked, found.scores, asked.offset, asked.limit);
    return {
      total: found.ranked.length - page.refuted.size,
      exact: page.decided,
      partial: !page.full,
      read_as: readAs(plain, plan, found.ranked.some(function (document) { return !page.refuted.has(document); })),
      widened: null,
      hits: page.hits,
      facets: asked.facets ? gongkai.facets(store, codes, found.within, found.passing, page.refuted) : {},
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

  // Whether the terms of a word may well stand together without it: _is_doubtful in answering.py.
  function isDoubtful(store, plan, ranked) {
    var first = ranked.slice(0, FIRST), headed = first.filter(function (document) {
      return plan.alternatives.some(function (some) { return gongkai.isHeaded(store, document, some); });
    }).length;
    if (plan.number || headed * 2 >= first.length) return false;
    return wordsIn(plan).some(function (word) {
      var places = store.word(word);
      if (places.settled) return false;
      if (ranked.length > FEW && ranked.length <= MANY) return store.folding.isSparing(word);
      return places.units.size < LIKELY * places.expected;
    });
  }

  function wordsIn(plan) { return [].concat.apply([], plan.alternatives); }

  function wordsOf(plan) {
    var words = wordsIn(plan).concat(plan.without, plan.endings);
    return plan.number ? words.concat(plan.number) : words;
  }
})((this.gongkai = this.gongkai || {}));
