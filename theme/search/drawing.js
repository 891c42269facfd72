// Elements of the search page from data. Text is always text: nothing a document says becomes markup.
(function (gongkai) {
  "use strict";

  function make(name, attributes, children) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    element.append.apply(element, children || []);
    return element;
  }

  function fill(element, children) {
    element.textContent = "";
    element.append.apply(element, children);
  }

  // A 主题 of the second level is written with a sign that readers know.
  function readable(text) { return text.replace(/\\/g, " › "); }

  function marked(text, marks) {
    var pieces = [], at = 0;
    marks.forEach(function (mark) {
      pieces.push(text.slice(at, mark[0]), make("mark", {}, [text.slice(mark[0], mark[1])]));
      at = mark[1];
    });
    return pieces.concat(text.slice(at));
  }

  // Where a hit leads: its page, told what to mark, at the passage that was shown.
  function addressOfHit(hit, query) {
    var path = hit.url.split("/").map(encodeURIComponent).join("/");
    return path + (query ? "?q=" + encodeURIComponent(query) : "") + (hit.anchor ? "#" + encodeURIComponent(hit.anchor) : "");
  }

  // `shown` is {root, query, words, folding}: the way to the column's root, the query that was answered, its words.
  function hit(one, shown) {
    var link = make("a", { href: shown.root + addressOfHit(one, shown.query), "data-key": "hit " + one.kind + " " + one.slug },
      marked(one.title, gongkai.rangesOf(one.title, shown.words, shown.folding)));
    var facts = [];
    if (one["文号"]) facts.push(make("span", { class: "search-fact" }, [one["文号"]]));
    if (one.date) facts.push(make("time", { class: "search-fact", datetime: one.date }, [one.date]));
    if (one["有效性"]) facts.push(make("span", { class: "validity", "data-validity": one["有效性"] }, [one["有效性"]]));
    else if (one.kind === "interpretation") facts.push(make("span", { class: "form" }, ["解读"]));
    else if (one.kind === "answer") facts.push(make("span", { class: "form" }, ["问答"]));
    var excerpt = make("p", { class: "search-excerpt" }, marked(one.excerpt, one.marks));
    if (one.heading) excerpt.prepend(make("span", { class: "search-heading" }, [one.heading]), " ");
    return make("li", { class: "search-hit" }, [make("h3", {}, [link]), make("p", { class: "search-facts" }, facts), excerpt]);
  }

  gongkai.draw = { make: make, fill: fill, marked: marked, readable: readable, hit: hit };
})((this.gongkai = this.gongkai || {}));
