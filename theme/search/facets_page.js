// The filters of the search page: whatever filters the index has, with counts, and the days from … to.
// A filter takes several values; one that says `"choice": "one"` in the index takes a single one.
(function (gongkai) {
  "use strict";

  var SHOWN = 8; // values of a filter before “其余”
  var MANY = 30; // hidden values from which on they can be looked for
  var YEAR = /^\d{4}$/;

  function make(name, attributes, children) { return gongkai.draw.make(name, attributes, children); }

  // The values in the order of the answer. Years are an exception: an object lists numbers rising, readers want the latest.
  function inOrder(counts, chosen) {
    var values = Object.keys(counts);
    values = values.concat(chosen.filter(function (value) { return values.indexOf(value) < 0; }));
    return values.every(YEAR.test.bind(YEAR)) ? values.sort().reverse() : values;
  }

  // [first values, other values]: what was chosen, then the most frequent; of years the latest.
  function parted(counts, chosen) {
    var values = inOrder(counts, chosen);
    if (values.length <= SHOWN + 1) return [values, []];
    var ranked = YEAR.test(values[0]) ? values : values.slice().sort(function (one, other) {
      return (counts[other] || 0) - (counts[one] || 0);
    });
    var first = new Set(chosen.concat(ranked.slice(0, SHOWN)));
    return [values.filter(first.has.bind(first)), values.filter(function (value) { return !first.has(value); })];
  }

  function choice(filter, value, counts, chosen, change) {
    var box = make("input", { type: filter.choice === "one" ? "radio" : "checkbox", name: filter.key, value: value,
      "data-key": filter.key + "=" + value });
    box.checked = chosen.indexOf(value) >= 0;
    box.addEventListener("change", function () {
      var others = filter.choice === "one" ? [] : chosen.filter(function (one) { return one !== value; });
      change(filter.key, box.checked ? others.concat(value) : others);
    });
    return make("label", { class: "search-choice" }, [box, make("span", { class: "search-value" }, [gongkai.draw.readable(value)]),
      make("span", { class: "search-count" }, [make("span", { class: "unseen" }, ["，"]), (counts[value] || 0).toLocaleString("en-US"),
        make("span", { class: "unseen" }, [" 件"])])]);
  }

  function noChoice(filter, chosen, change) {
    var box = make("input", { type: "radio", name: filter.key, value: "", "data-key": filter.key + "=" });
    box.checked = !chosen.length;
    box.addEventListener("change", function () { change(filter.key, []); });
    return make("label", { class: "search-choice" }, [box, make("span", { class: "search-value" }, ["不限"])]);
  }

  // The values behind “其余”, made when they are first wanted.
  function others(filter, values, draw, wasOpen) {
    var rest = make("details", { class: "rest", "data-rest": filter.key }, [
      make("summary", { "data-key": "rest " + filter.key }, ["其余 " + values.length + " 项"])]);
    function open() {
      if (!rest.open || rest.childElementCount > 1) return;
      var labels = values.map(draw);
      if (values.length >= MANY) {
        var field = make("input", { type: "text", class: "search-within", "aria-label": "在" + filter.label + "中找", placeholder: "在" + filter.label + "中找", autocomplete: "off" });
        field.addEventListener("input", function () {
          values.forEach(function (value, place) { labels[place].hidden = value.indexOf(field.value.trim()) < 0; });
        });
        rest.append(field);
      }
      rest.append.apply(rest, labels);
    }
    rest.addEventListener("toggle", open);
    rest.open = wasOpen;
    open();
    return rest;
  }

  function group(filter, counts, chosen, change, wasOpen) {
    function draw(value) { return choice(filter, value, counts, chosen, change); }
    var values = parted(counts, chosen);
    var fieldset = make("fieldset", { "data-filter": filter.key }, [make("legend", {}, [filter.label])]);
    if (filter.choice === "one") fieldset.append(noChoice(filter, chosen, change));
    fieldset.append.apply(fieldset, values[0].map(draw));
    if (values[1].length) fieldset.append(others(filter, values[1], draw, wasOpen));
    return fieldset;
  }

  function days(state, change) {
    var said = make("p", { class: "search-days-said", id: "search-days-said", role: "alert" });
    function field(key, label) {
      var input = make("input", { type: "text", id: "search-" + key, inputmode: "numeric", placeholder: "2020-01-01", autocomplete: "off",
        "aria-describedby": "search-days-said", "data-key": "day " + key });
      input.value = state[key];
      return [make("label", { for: input.id }, [label]), input];
    }
    var from = field("from", "从"), to = field("to", "到");
    function apply() {
      var low = gongkai.readDay(from[1].value), high = gongkai.readDay(to[1].value);
      from[1].setAttribute("aria-invalid", String(low === null));
      to[1].setAttribute("aria-invalid", String(high === null));
      if (low === null || high === null) said.textContent = "日期请写作 2020、2020-06 或 2020-06-01。";
      else change({ from: low, to: high });
    }
    [from[1], to[1]].forEach(function (input) {
      input.addEventListener("keydown", function (event) { if (event.key === "Enter") apply(); });
    });
    var button = make("button", { type: "button", "data-key": "day apply" }, ["确定"]);
    button.addEventListener("click", apply);
    return make("fieldset", { class: "search-days" }, [make("legend", {}, ["日期"]),
      make("div", { class: "search-day" }, from), make("div", { class: "search-day" }, to), button, said]);
  }

  // Draw all filters into `place`. `on` is {values(key, chosen values), days({from, to})}.
  gongkai.drawFilters = function (place, filters, state, facets, on) {
    var open = Array.from(place.querySelectorAll("details[open][data-rest]"), function (one) { return one.dataset.rest; });
    var groups = filters.filter(function (filter) {
      return Object.keys(facets[filter.key] || {}).length || state.filters[filter.key];
    }).map(function (filter) {
      return group(filter, facets[filter.key] || {}, state.filters[filter.key] || [], on.values, open.indexOf(filter.key) >= 0);
    });
    gongkai.draw.fill(place, groups.concat(days(state, on.days)));
  };
})((this.gongkai = this.gongkai || {}));
