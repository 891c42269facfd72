// What stands around the results: the sentence's notes, what was chosen, “仅看有效”, the order, the page numbers, the
// latest queries. `link(state, text, attributes)` makes a link that holds a state.
(function (gongkai) {
  "use strict";

  function byId(id) { return document.getElementById(id); }
  function make(name, attributes, children) { return gongkai.draw.make(name, attributes, children); }
  function fill(id, children) { gongkai.draw.fill(byId(id), children); }

  function notes(said, link) {
    fill("search-notes", said.notes.map(function (pieces) {
      return make("li", {}, pieces.map(function (piece) {
        return piece.text ? link(piece.state, piece.text, { "data-key": "note " + piece.text }) : piece;
      }));
    }));
  }

  function chosen(state, address, link) {
    var items = [];
    var inForce = address.isInForce(state);
    if (inForce) items.push(["仅看有效", address.withInForce(state, false)]);
    address.filters.forEach(function (filter) {
      if (inForce && filter.key === "有效性") return;
      (state.filters[filter.key] || []).forEach(function (value) {
        var others = state.filters[filter.key].filter(function (one) { return one !== value; });
        var text = filter.label + "：" + gongkai.draw.readable(value);
        items.push([text, address.filtered(state, filter.key, others)]);
      });
    });
    if (state.from) items.push(["从 " + state.from, address.changed(state, { from: "" })]);
    if (state.to) items.push(["到 " + state.to, address.changed(state, { to: "" })]);
    fill("search-chosen", items.map(function (item) {
      return make("li", {}, [link(item[1], item[0], { "aria-label": "去掉条件：" + item[0], "data-key": "chosen " + item[0] })]);
    }));
    byId("search-chosen").hidden = !items.length;
    byId("search-filters-count").textContent = items.length ? "（已选 " + items.length + " 项）" : "";
  }

  function tools(state, answer, address, link, go) {
    var box = make("input", { type: "checkbox", "data-key": "in force" });
    box.checked = address.isInForce(state);
    box.addEventListener("change", function () { go(address.withInForce(state, box.checked)); });
    var parts = [make("label", { class: "search-choice search-in-force" }, [box, make("span", {}, ["仅看有效"])])];
    if (answer.total > 1) {
      parts.push(make("div", { class: "search-sort", role: "group", "aria-label": "排序" }, [make("span", {}, ["排序"])].concat(
        gongkai.Address.SORTS.map(function (sort) {
          return link(address.changed(state, { sort: sort, literal: state.literal }), sort,
            Object.assign({ "data-key": "sort " + sort }, state.sort === sort ? { "aria-current": "true" } : {}));
        }))));
    }
    fill("search-tools", parts);
  }

  function pageNumbers(page, last) {
    var numbers = [];
    for (var number = 1; number <= last; number++) {
      if (number === 1 || number === last || Math.abs(number - page) <= 2) numbers.push(number);
    }
    return numbers;
  }

  // The numbers of pages; where the first is not filled yet, the way to go on instead.
  function pages(state, answer, size, link) {
    var last = answer.partial ? 1 : Math.ceil(answer.total / size), items = [], before = 0;
    if (answer.partial) {
      items.push(make("li", {}, [link(Object.assign({}, state, { whole: true }), "接着查找其余的", { "data-key": "page whole" })]));
    }
    function to(number, text, attributes) {
      return make("li", {}, [link(Object.assign({}, state, { page: number }), text, attributes)]);
    }
    if (last > 1) {
      if (state.page > 1) items.push(to(Math.min(state.page - 1, last), "上一页", { rel: "prev", "data-key": "page prev" }));
      pageNumbers(state.page, last).forEach(function (number) {
        if (number > before + 1) items.push(make("li", {}, [make("span", { class: "gap" }, ["…"])]));
        before = number;
        items.push(to(number, String(number), number === state.page ? { "aria-current": "page" } : { "aria-label": "第" + number + "页" }));
      });
      if (state.page < last) items.push(to(state.page + 1, "下一页", { rel: "next", "data-key": "page next" }));
    }
    fill("search-pages", items.length ? [make("ul", {}, items)] : []);
    byId("search-pages").hidden = !items.length;
  }

  // The latest queries, where nothing has been asked yet; `empty` is the state of the bare page.
  function recent(queries, empty, address, link, clear) {
    var place = byId("search-recent");
    place.hidden = !queries.length;
    var button = make("button", { type: "button", class: "quiet" }, ["清除最近搜索"]);
    button.addEventListener("click", clear);
    gongkai.draw.fill(place, queries.length ? [
      make("h2", { id: "search-recent-title" }, ["最近搜索"]),
      make("ul", { class: "switches" }, queries.map(function (query) {
        return make("li", {}, [link(address.changed(empty, { q: query }), query, {})]);
      })),
      button] : []);
  }

  // Before anything is asked: how much there is, and the filters only for those who want to begin with them.
  function bare(documents, showFilters) {
    ["search-results", "search-pages", "search-tools", "search-chosen", "search-notes"].forEach(function (id) { fill(id, []); });
    byId("search-pages").hidden = byId("search-chosen").hidden = true;
    byId("search-filters-count").textContent = "";
    var button = make("button", { type: "button", class: "quiet", "data-key": "filters" }, ["不输入字词，先按条件筛选"]);
    button.addEventListener("click", showFilters);
    fill("search-filters", [button]);
    byId("search-elsewhere").hidden = false;
    byId("search-status").textContent = "可以查找 " + documents.toLocaleString("en-US") + " 件文件。";
  }

  gongkai.around = { bare: bare, notes: notes, chosen: chosen, tools: tools, pages: pages, recent: recent };
})((this.gongkai = this.gongkai || {}));
