// The search page: reads the address, asks gongkai.search, has the answer drawn. It starts everything and comes last.
//
// The markup it works on is theme/templates/search.html:
//   <main data-root="search/" data-index="index.js?v=…" data-suggest="suggest/…">   data-suggest may be empty
//     #search-form with #q, #suggestions (a listbox), #suggest-status
//     #search-filters, #search-filters-count, #found (the heading of the results), #search-status, #search-notes,
//     #search-chosen, #search-tools, #search-results, #search-pages, #search-recent, #search-elsewhere
// Beside the engine (see search.js) it wants: address sentences recent suggest marking · drawing facets_page around_page
// combobox. The first line computes, the second draws.
(function (gongkai) {
  "use strict";

  var SUGGESTIONS = 8, SLOW = 400; // milliseconds after which a reader is told that something is being done
  var asked = 0; // the number of the latest question; answers to older ones are dropped
  var address = null, current = null, title = "", box = null; // `current` is the state that is shown or about to be

  function byId(id) { return document.getElementById(id); }
  function main() { return document.querySelector("main"); }

  // Going from state to state

  function go(state, toTop) {
    var search = address.write(state);
    try {
      if (search !== location.search) history.pushState(null, "", search);
    } catch (error) {
      location.assign(search); // some browsers keep the address of a file:// page from changing without a load
      return;
    }
    show().then(function () { if (toTop) arrive(); });
  }

  function arrive() {
    byId("found").focus({ preventScroll: true });
    byId("found").scrollIntoView();
  }

  // A link that holds a state: works with a click, a new tab and the keyboard.
  function link(state, text, attributes) {
    var made = gongkai.draw.make("a", Object.assign({ href: "search.html" + address.write(state) }, attributes), [text]);
    made.addEventListener("click", function (event) {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      go(state, !attributes["data-key"] || attributes["data-key"].indexOf("page") === 0);
    });
    return made;
  }

  // What had the focus has it again after everything is drawn anew; where it is gone, the results have.
  function focused() {
    var element = document.activeElement;
    return element && element.closest(".search") ? element.dataset.key || "gone" : "";
  }

  function refocus(key) {
    if (!key) return;
    var same = Array.from(document.querySelectorAll(".search [data-key]")).filter(function (element) {
      return element.dataset.key === key;
    })[0];
    (same || byId("found")).focus({ preventScroll: true });
  }

  // Where the reader was, kept with the entry of the history, for the way back from a document.
  function keepPlace(key) {
    try {
      history.replaceState({ top: window.scrollY, key: key }, "");
    } catch (error) { /* then the way back begins at the top */ }
  }

  function backToPlace() {
    var place = history.state;
    if (!place || !place.key) return;
    refocus(place.key);
    window.scrollTo(0, place.top);
  }

  // Asking and showing

  // Results come first, then the counts of the filters, which cost more to load and are read later.
  async function show() {
    var mine = ++asked, waiting = window.setTimeout(function () { byId("search-status").textContent = "正在查找…"; }, SLOW);
    byId("q").value = new URLSearchParams(location.search).get("q") || "";
    main().setAttribute("aria-busy", "true");
    byId("search-filters").setAttribute("aria-busy", "true");
    try {
      var store = await gongkai.open(), size = store.index.settings.page_size;
      address = new gongkai.Address(store.index);
      current = explicit(address.read(location.search));
      var state = current, wanted = options(state, size);
      if (isBare(state)) {
        window.clearTimeout(waiting);
        if (mine === asked) drawBare(state, store);
        return;
      }
      var answer = await gongkai.search(state.q, Object.assign({}, wanted, { facets: false }));
      if (mine !== asked) return;
      if (answer.partial && !answer.hits.length) { // three rounds told nothing yet
        wanted.whole = true;
        answer = await gongkai.search(state.q, Object.assign({}, wanted, { facets: false }));
        if (mine !== asked) return;
      }
      window.clearTimeout(waiting);
      if (!answer.hits.length && answer.total && state.page > 1) {
        go(address.changed(state, { page: Math.max(1, Math.min(state.page - 1, Math.ceil(answer.total / size))), literal: state.literal }));
        return;
      }
      draw(state, answer, store, size);
      main().removeAttribute("aria-busy");
      await count(state, wanted, mine);
    } catch (error) {
      if (mine === asked) fail(error);
    } finally {
      window.clearTimeout(waiting);
      if (mine === asked) {
        main().removeAttribute("aria-busy");
        byId("search-filters").removeAttribute("aria-busy");
      }
    }
  }

  // Without their counts the results stand all the same.
  async function count(state, wanted, mine) {
    try {
      var facets = (await gongkai.search(state.q, wanted)).facets;
      if (mine === asked) drawFilters(state, facets);
    } catch (error) {
      if (mine !== asked) return;
      var again = gongkai.draw.make("button", { type: "button", class: "quiet", "data-key": "filters" }, ["再试一次"]);
      again.addEventListener("click", function () { count(current, wanted, asked); });
      gongkai.draw.fill(byId("search-filters"), [gongkai.draw.make("p", { role: "alert" }, ["筛选条件没有载入。" + whatToDo()]), again]);
    }
  }

  function options(state, size) {
    return {
      filters: state.filters, sort: state.sort, from: state.from, to: state.to, literal: state.literal, whole: state.whole,
      offset: (state.page - 1) * size, limit: size,
    };
  }

  // Nothing is asked yet: nothing but the index itself need be loaded.
  function isBare(state) {
    return !state.q && !address.isNarrowed(state) && state.page === 1 && !new URLSearchParams(location.search).has("sort");
  }

  function drawBare(state, store) {
    var key = focused();
    gongkai.around.bare(store.documents, function () { count(state, options(state, 0), asked); });
    drawRecent(state);
    document.title = title;
    refocus(key);
  }

  // The site's default, once applied, stands in the address like any choice.
  function explicit(state) {
    if (address.byDefault && !new URLSearchParams(location.search).has("有效性")) {
      try {
        history.replaceState(history.state, "", address.write(state));
      } catch (error) { /* the page still says it in words */ }
    }
    return state;
  }

  function draw(state, answer, store, size) {
    var key = focused(), around = gongkai.around;
    var query = answer.widened ? answer.widened.query : state.q;
    var shown = {
      root: main().dataset.root.replace(/search\/$/, ""), query: query,
      words: gongkai.wordsOf(query, store.folding), folding: store.folding,
    };
    var said = gongkai.sentences(state, answer, address, store.folding);
    var results = byId("search-results");
    results.start = (state.page - 1) * size + 1;
    gongkai.draw.fill(results, answer.hits.map(function (hit) { return gongkai.draw.hit(hit, shown); }));
    around.notes(said, link);
    around.chosen(state, address, link);
    around.tools(state, answer, address, link, go);
    around.pages(state, answer, size, link);
    drawRecent(state);
    byId("search-elsewhere").hidden = answer.total > 0;
    byId("search-status").textContent = said.status;
    document.title = (state.q ? state.q + " - " : "") + title;
    refocus(key);
    if (state.q && answer.total) gongkai.recent.add(state.q);
  }

  // A choice is made of what is shown now, which may be newer than these counts.
  function drawFilters(state, facets) {
    var key = focused();
    gongkai.drawFilters(byId("search-filters"), address.filters, state, facets, {
      values: function (filter, values) { go(address.filtered(current, filter, values)); },
      days: function (days) { go(address.changed(current, days)); },
    });
    refocus(key);
  }

  function drawRecent(state) {
    gongkai.around.recent(isBare(state) ? gongkai.recent.all() : [], state, address, link, function () {
      gongkai.recent.clear();
      drawRecent(state);
      byId("q").focus();
    });
  }

  function fail(error) {
    ["search-results", "search-pages", "search-tools", "search-chosen", "search-notes"].forEach(function (id) {
      gongkai.draw.fill(byId(id), []);
    });
    var again = gongkai.draw.make("button", { type: "button" }, ["再试一次"]);
    again.addEventListener("click", show);
    byId("search-notes").append(gongkai.draw.make("li", {}, [again]));
    byId("search-elsewhere").hidden = false;
    byId("search-status").textContent = error.message.replace(/。$/, "") + "。" + whatToDo() + "也可以用下面的办法查找。";
  }

  // A column on a disk is a copy, and a copy may lack files.
  function whatToDo() {
    return location.protocol === "file:" ? "请看看 search 文件夹拷贝全了没有，再试一次。" : "请看看网络，再试一次。";
  }

  function choose(option) {
    byId("q").value = option.filter ? "" : option.text;
    var state = address.changed(address.read(location.search), { q: byId("q").value });
    go(option.filter ? address.filtered(state, option.filter, [option.text]) : state);
  }

  function start() {
    title = document.title;
    byId("search-form").addEventListener("submit", function (event) {
      if (!address) return; // nothing is loaded: the browser sends the form, which is the same address
      event.preventDefault();
      box.close();
      go(address.changed(address.read(location.search), { q: byId("q").value }));
    });
    byId("search-results").addEventListener("click", function (event) {
      var opened = event.target.closest("a[data-key]");
      if (opened) keepPlace(opened.dataset.key);
    });
    box = gongkai.combobox({
      input: byId("q"), list: byId("suggestions"), status: byId("suggest-status"), choose: choose,
      options: function (typed) { return gongkai.suggest(typed, main().dataset.suggest || "", SUGGESTIONS); },
    });
    window.addEventListener("popstate", show);
    show().then(backToPlace);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})((this.gongkai = this.gongkai || {}));
