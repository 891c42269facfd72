// State ↔ address of the search page; nothing here touches the page. The state is the address:
//   ?q=…&有效性=有效&sort=日期&from=2019&to=2020-06&page=2&literal=1&whole=1      a filter may be given several times
// Where the site shows only what is in force unless asked, `有效性=全部` in the address says that the reader asked.
(function (gongkai) {
  "use strict";

  var VALIDITY = "有效性", ALL = "全部";
  var SORTS = ["相关度", "日期"];
  var DAY = /^(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})日?)?)?[月年]?$/;

  // A day, month or year in the usual spellings as 2019, 2019-06 or 2019-06-01; "" for nothing, null for none of these.
  gongkai.readDay = function (text) {
    var plain = text.replace(/[\s\u3000]/g, "").replace(/[０-９．－／]/g, function (wide) {
      return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
    });
    if (!plain) return "";
    if (/^\d{8}$/.test(plain)) plain = plain.slice(0, 4) + "-" + plain.slice(4, 6) + "-" + plain.slice(6);
    var match = DAY.exec(plain);
    if (!match || match[2] > 12 || match[3] > 31 || match[2] === "0" || match[3] === "0") return null;
    return [match[1], match[2], match[3]].filter(Boolean).map(function (part) { return part.padStart(2, "0"); }).join("-");
  };

  function Address(index) {
    this.filters = index.filters;
    this.byDefault = Boolean(index.settings.in_force_only);
    this.inForce = index.settings.in_force_values || ["有效"];
  }

  Address.prototype.read = function (search) {
    var given = new URLSearchParams(search), filters = {};
    this.filters.forEach(function (filter) {
      var values = given.getAll(filter.key).filter(function (value, place, all) {
        return value && all.indexOf(value) === place;
      });
      if (values.length) filters[filter.key] = values;
    });
    if (this.byDefault && !filters[VALIDITY]) filters[VALIDITY] = this.inForce.slice();
    if (filters[VALIDITY] && filters[VALIDITY].indexOf(ALL) >= 0) delete filters[VALIDITY];
    return {
      q: given.get("q") || "",
      filters: filters,
      sort: SORTS.indexOf(given.get("sort")) > 0 ? given.get("sort") : SORTS[0],
      from: gongkai.readDay(given.get("from") || "") || "",
      to: gongkai.readDay(given.get("to") || "") || "",
      page: Math.max(1, parseInt(given.get("page"), 10) || 1),
      literal: given.get("literal") === "1",
      whole: given.get("whole") === "1",
    };
  };

  Address.prototype.write = function (state) {
    var given = new URLSearchParams();
    if (state.q) given.set("q", state.q);
    Object.keys(state.filters).forEach(function (key) {
      state.filters[key].forEach(function (value) { given.append(key, value); });
    });
    if (this.byDefault && !(state.filters[VALIDITY] || []).length) given.set(VALIDITY, ALL);
    if (state.sort !== SORTS[0]) given.set("sort", state.sort);
    if (state.from) given.set("from", state.from);
    if (state.to) given.set("to", state.to);
    if (state.page > 1) given.set("page", state.page);
    if (state.literal) given.set("literal", "1");
    if (state.whole) given.set("whole", "1");
    return "?" + given.toString();
  };

  // The state with changes: on the first page again unless they name one, and literal or whole only where they say so.
  Address.prototype.changed = function (state, changes) {
    return Object.assign({}, state, { page: 1, literal: false, whole: false }, changes);
  };

  // The state with these values of one filter; none of them removes the filter.
  Address.prototype.filtered = function (state, key, values) {
    var filters = Object.assign({}, state.filters);
    delete filters[key];
    if (values.length) filters[key] = values;
    return this.changed(state, { filters: filters });
  };

  Address.prototype.isInForce = function (state) {
    var chosen = state.filters[VALIDITY] || [];
    return chosen.length === this.inForce.length && this.inForce.every(function (value) { return chosen.indexOf(value) >= 0; });
  };

  Address.prototype.withInForce = function (state, only) {
    return this.filtered(state, VALIDITY, only ? this.inForce.slice() : []);
  };

  // What narrows the answer besides the words: the chosen values and the days, without the site's own default.
  Address.prototype.isNarrowed = function (state) {
    var keys = Object.keys(state.filters), own = this.byDefault && this.isInForce(state) ? 1 : 0;
    return keys.length > own || Boolean(state.from || state.to);
  };

  Address.prototype.widest = function (state) {
    var wide = this.changed(state, { filters: {}, from: "", to: "" });
    return wide;
  };

  Address.SORTS = SORTS;
  gongkai.Address = Address;
})((this.gongkai = this.gongkai || {}));
