// A document opened from a search: the words of its address (?q=…) are marked, with a bar that leads from one place to
// the next. theme/scripts/page.js loads this, and what it needs of the engine, only where the address asks for it.
(function (gongkai) {
  "use strict";

  var PLACES = "h1, .number, .explains-title, .facts dd, .text"; // where search has looked
  var BLOCKS = /^(P|H[1-6]|LI|TD|TH|DT|DD|DIV|BLOCKQUOTE|PRE|UL|OL|TABLE|TBODY|THEAD|TR|SECTION|FIGURE|FIGCAPTION|HR)$/;
  var MOST = 2000;

  function make(name, attributes, children) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    element.append.apply(element, children || []);
    return element;
  }

  // The text nodes of an element in runs that no block's edge parts: a word is found across <b> and <a>, not across <p>.
  function runsOf(element) {
    var runs = [], run = [];
    function end() {
      if (run.length) runs.push(run);
      run = [];
    }
    (function walk(node) {
      for (var child = node.firstChild; child; child = child.nextSibling) {
        if (child.nodeType === Node.TEXT_NODE) run.push(child);
        else if (child.nodeName === "BR") end();
        else if (child.nodeType === Node.ELEMENT_NODE) {
          var block = BLOCKS.test(child.nodeName);
          if (block) end();
          walk(child);
          if (block) end();
        }
      }
    })(element);
    end();
    return runs;
  }

  // Mark one range of a run; the marks made, one for each text node it touches.
  function markRange(run, starts, range) {
    var marks = [];
    for (var place = run.length - 1; place >= 0; place--) {
      var from = Math.max(range[0] - starts[place], 0), to = Math.min(range[1] - starts[place], starts[place + 1] - starts[place]);
      if (from >= to) continue;
      var node = run[place].splitText(from);
      node.splitText(to - from);
      var mark = make("mark", { class: "found" });
      node.parentNode.replaceChild(mark, node);
      mark.append(node);
      marks.unshift(mark);
    }
    return marks;
  }

  // [[mark, …], …]: each place of the page where a word stands, in reading order.
  function markAll(words, folding) {
    var found = [];
    document.querySelectorAll(PLACES).forEach(function (element) {
      runsOf(element).forEach(function (run) {
        if (found.length >= MOST) return;
        var starts = [0], text = "";
        run.forEach(function (node) {
          text += node.data;
          starts.push(text.length);
        });
        // From the last to the first, so that the places before stay where they are.
        var ranges = gongkai.rangesOf(text, words, folding).reverse();
        found = found.concat(ranges.map(function (range) { return markRange(run, starts, range); }).reverse());
      });
    });
    return found.slice(0, MOST);
  }

  // Where to begin: the first place at or after what the address points at, else the first in the text itself.
  function firstOf(found) {
    var target = null;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (error) { /* a fragment that is no text points at nothing */ }
    var after = found.findIndex(function (marks) {
      return target ? target.compareDocumentPosition(marks[0]) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)
        : marks[0].closest(".text");
    });
    return Math.max(0, after);
  }

  function bar(query, found) {
    var said = make("p", { class: "found-said", role: "status" }), current = -1;
    function show(place, scroll) {
      (found[current] || []).forEach(function (mark) { mark.removeAttribute("aria-current"); });
      current = (place + found.length) % found.length;
      found[current].forEach(function (mark) { mark.setAttribute("aria-current", "true"); });
      for (var box = found[current][0].closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
      if (scroll) found[current][0].scrollIntoView({ block: "center" });
      said.textContent = "第 " + (current + 1) + " 处，共" + (found.length < MOST ? "" : "超过") + " " + found.length + " 处";
      document.dispatchEvent(new CustomEvent("gongkai-found"));
    }
    function button(text, action) {
      var made = make("button", { type: "button" }, [text]);
      made.addEventListener("click", action);
      return made;
    }
    var words = make("p", { class: "found-words" }, ["“" + query + "”"]);
    var section = make("section", { class: "found-bar", "aria-label": "本页查找" }, [words, said]);
    if (found.length) {
      if (found.length > 1) {
        section.append(button("上一处", function () { show(current - 1, true); }), button("下一处", function () { show(current + 1, true); }));
      }
      section.append(button("清除标记", function () { clear(section); }));
    } else {
      said.textContent = "本页正文里没有这些字词。";
      section.append(button("关闭", function () { clear(section); }));
    }
    document.getElementById("main").prepend(section);
    document.documentElement.classList.add("has-found");
    if (found.length) show(firstOf(found), true);
  }

  function clear(section) {
    section.remove();
    document.documentElement.classList.remove("has-found");
    document.querySelectorAll("mark.found").forEach(function (mark) {
      var parent = mark.parentNode;
      while (mark.firstChild) parent.insertBefore(mark.firstChild, mark);
      mark.remove();
      parent.normalize();
    });
    try {
      history.replaceState(history.state, "", location.pathname + location.hash);
    } catch (error) { /* the address may stay */ }
    document.getElementById("main").focus({ preventScroll: true });
  }

  async function start() {
    var query = new URLSearchParams(location.search).get("q") || "", main = document.getElementById("main");
    if (!query.trim() || !main) return;
    main.dataset.root = document.documentElement.dataset.root + "search/";
    main.dataset.index = "index.js"; // as it is now: how characters are folded hardly ever changes
    var folding = new gongkai.Folding((await gongkai.load("index")).recipe);
    if (gongkai.isRare && gongkai.isRare(query)) folding.add((await gongkai.load("rare")).fold);
    bar(query, markAll(gongkai.wordsOf(query, folding), folding));
  }

  start().catch(function () { /* without the index the page is simply read */ });
})((this.gongkai = this.gongkai || {}));
