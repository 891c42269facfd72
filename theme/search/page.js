// The search page: reads the address, asks gongkai.search, draws. With loading.js the only script that touches the DOM.
//
// The markup it works on (everything else on the page is free):
//   <main data-root="search/" data-index="index.js?v=…">   data-root: relative address of search/, ending in "/"
//     <form id="search-form" role="search" action="search.html">
//       <input id="q" name="q" type="search">
//       <div id="search-filters"></div>          one <fieldset> per filter of the index is made here
//     </form>
//     <p id="search-status" role="status" aria-live="polite"></p>
//     <ol id="search-results"></ol>
//     <nav id="search-pages" aria-label="分页"></nav>
//   <script defer src="…"> in this order: codec terms number_query query loading store ranking filters excerpt search page
// The state is the address: ?q=…&有效性=有效&sort=日期&from=2019&to=2020-06&page=2; a filter may be given several times.
(function (gongkai) {
  "use strict";

  var SHOWN_VALUES = 8;
  var asked = 0; // the number of the latest question; answers to older ones are dropped

  function byId(id) { return document.getElementById(id); }

  function make(name, attributes, children) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { element.append(child); });
    return element;
  }

  // State and address

  function stateOf(search, filters) {
    var given = new URLSearchParams(search), state = { q: given.get("q") || "", filters: {} };
    state.sort = given.get("sort") === "日期" ? "日期" : "相关度";
    state.from = given.get("from") || "";
    state.to = given.get("to") || "";
    state.page = Math.max(1, parseInt(given.get("page"), 10) || 1);
    filters.forEach(function (filter) {
      var values = given.getAll(filter.key);
      if (values.length) state.filters[filter.key] = values;
    });
    return state;
  }

  function addressOf(state) {
    var given = new URLSearchParams();
    if (state.q) given.set("q", state.q);
    Object.keys(state.filters).forEach(function (key) {
      state.filters[key].forEach(function (value) { given.append(key, value); });
    });
    if (state.sort !== "相关度") given.set("sort", state.sort);
    if (state.from) given.set("from", state.from);
    if (state.to) given.set("to", state.to);
    if (state.page > 1) given.set("page", state.page);
    return "?" + given.toString();
  }

  function changed(state, changes) {
    return Object.assign({}, state, { page: 1 }, changes);
  }

  function go(state) {
    var address = addressOf(state);
    try {
      history.pushState(null, "", address);
    } catch (error) {
      location.assign(address); // some browsers keep the address of a file:// page from changing without a load
      return;
    }
    show();
  }

  // A link that holds a state: works with a click, a new tab and the keyboard.
  function linkTo(state, text, attributes) {
    var link = make("a", Object.assign({ href: addressOf(state) }, attributes), [text]);
    link.addEventListener("click", function (event) {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      go(state);
      byId("search-status").scrollIntoView({ block: "nearest" });
    });
    return link;
  }

  // Drawing

  function marked(text, marks) {
    var pieces = [], at = 0;
    marks.forEach(function (mark) {
      pieces.push(text.slice(at, mark[0]), make("mark", {}, [text.slice(mark[0], mark[1])]));
      at = mark[1];
    });
    return pieces.concat(text.slice(at));
  }

  function drawHit(hit) {
    var root = document.querySelector("main").dataset.root.replace(/search\/$/, "");
    var link = make("a", { href: root + hit.url + (hit.anchor ? "#" + encodeURIComponent(hit.anchor) : "") }, [hit.title]);
    var facts = [hit["文号"], hit.date].filter(Boolean).map(function (fact) {
      return make("span", { class: "search-fact" }, [fact]);
    });
    if (hit["有效性"]) facts.push(make("span", { class: "validity", "data-validity": hit["有效性"] }, [hit["有效性"]]));
    var item = make("li", { class: "search-hit" }, [make("h3", {}, [link]), make("p", { class: "search-facts" }, facts)]);
    var excerpt = make("p", { class: "search-excerpt" }, marked(hit.excerpt, hit.marks));
    if (hit.heading) excerpt.prepend(make("span", { class: "search-heading" }, [hit.heading]), " ");
    item.append(excerpt);
    return item;
  }

  function drawFilters(state, filters, facets) {
    byId("search-filters").replaceChildren.apply(byId("search-filters"), filters.filter(function (filter) {
      return Object.keys(facets[filter.key]).length || state.filters[filter.key];
    }).map(function (filter) { return drawFilter(state, filter, facets[filter.key]); }));
  }

  function drawFilter(state, filter, counts) {
    var chosen = state.filters[filter.key] || [];
    var values = filter.values.filter(function (value) { return counts[value] || chosen.indexOf(value) >= 0; });
    var boxes = values.map(function (value) {
      var box = make("input", { type: "checkbox", name: filter.key, value: value });
      box.checked = chosen.indexOf(value) >= 0;
      return make("label", {}, [box, " " + value.replace(/\\/g, " › ") + " ", make("span", { class: "search-count" },
        ["(" + (counts[value] || 0) + ")"])]);
    });
    var group = make("fieldset", { "data-filter": filter.key }, [make("legend", {}, [filter.label])]);
    group.append.apply(group, boxes.slice(0, SHOWN_VALUES));
    if (boxes.length > SHOWN_VALUES) {
      var rest = make("details", {}, [make("summary", {}, ["其余 " + (boxes.length - SHOWN_VALUES) + " 项"])]);
      rest.append.apply(rest, boxes.slice(SHOWN_VALUES));
      rest.open = boxes.slice(SHOWN_VALUES).some(function (label) { return label.querySelector("input").checked; });
      group.append(rest);
    }
    return group;
  }

  function drawStatus(state, answer) {
    var parts = [];
    if (answer.read_as) parts.push("按 " + answer.read_as + " 查找。");
    var asking = state.q || Object.keys(state.filters).length || state.from || state.to;
    if (answer.total) parts.push((asking ? "找到" : "共") + (answer.exact ? " " : "约 ") + answer.total + " 件。 ");
    var status = byId("search-status");
    status.replaceChildren.apply(status, parts);
    if (!answer.total) status.append.apply(status, helpFor(state));
    else {
      status.append("排序：", sortLink(state, "相关度"), " ", sortLink(state, "日期"));
    }
  }

  function sortLink(state, sort) {
    return linkTo(changed(state, { sort: sort }), sort, state.sort === sort ? { "aria-current": "true" } : {});
  }

  // What to do where nothing was found: undo one thing at a time, each a link.
  function helpFor(state) {
    var help = ["没有找到同时含有这些词的文件。"];
    if (Object.keys(state.filters).length || state.from || state.to) {
      help.push(" ", linkTo(changed(state, { filters: {}, from: "", to: "" }), "去掉筛选条件再找"));
    }
    var words = state.q.trim().split(/\s+/);
    if (words.length > 1) {
      words.slice(0, 5).forEach(function (word) {
        help.push(" ", linkTo(changed(state, { q: word }), "只找“" + word + "”"));
      });
    } else if (state.q) {
      help.push(" 请减少字数，或换一种说法。");
    }
    return help;
  }

  function drawPages(state, total, size) {
    var last = Math.ceil(total / size), links = [];
    if (state.page > 1) links.push(linkTo(Object.assign({}, state, { page: state.page - 1 }), "上一页", { rel: "prev" }));
    if (last > 1) links.push(make("span", {}, [" 第 " + state.page + " / " + last + " 页 "]));
    if (state.page < last) links.push(linkTo(Object.assign({}, state, { page: state.page + 1 }), "下一页", { rel: "next" }));
    byId("search-pages").replaceChildren.apply(byId("search-pages"), links);
  }

  // Asking

  async function show() {
    var mine = ++asked;
    var status = byId("search-status");
    document.querySelector("main").setAttribute("aria-busy", "true");
    try {
      var index = (await gongkai.open()).index, size = index.settings.page_size;
      var state = stateOf(location.search, index.filters);
      if (mine !== asked) return;
      byId("q").value = state.q;
      var answer = await gongkai.search(state.q, {
        filters: state.filters, sort: state.sort, from: state.from, to: state.to,
        offset: (state.page - 1) * size, limit: size,
      });
      if (mine !== asked) return;
      var results = byId("search-results");
      results.start = (state.page - 1) * size + 1;
      results.replaceChildren.apply(results, answer.hits.map(drawHit));
      drawFilters(state, index.filters, answer.facets);
      drawPages(state, answer.total, size);
      drawStatus(state, answer);
      document.title = (state.q ? state.q + " - " : "") + document.title.replace(/^.* - /, "");
    } catch (error) {
      if (mine !== asked) return;
      status.textContent = error.message + "。请刷新页面再试。";
    } finally {
      if (mine === asked) document.querySelector("main").removeAttribute("aria-busy");
    }
  }

  // What the form says now: the words typed and the boxes ticked; sort order and dates stay.
  function fromForm() {
    var state = stateOf(location.search, []);
    state.q = byId("q").value;
    document.querySelectorAll("#search-filters input:checked").forEach(function (box) {
      (state.filters[box.name] = state.filters[box.name] || []).push(box.value);
    });
    return changed(state, {});
  }

  function start() {
    byId("search-form").addEventListener("submit", function (event) {
      event.preventDefault();
      go(fromForm());
    });
    byId("search-filters").addEventListener("change", function () { go(fromForm()); });
    window.addEventListener("popstate", show);
    show();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})((this.gongkai = this.gongkai || {}));
