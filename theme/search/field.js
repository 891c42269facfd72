// Suggestions in the search fields of other pages than the search page. theme/scripts/page.js loads this, and what it
// needs of the engine, when such a field is first entered; without it the form is sent to the search page as it is.
(function (gongkai) {
  "use strict";

  var SUGGESTIONS = 8;

  function make(name, attributes) { return gongkai.draw.make(name, attributes, []); }

  // The address of the search page for an option: its words, or the value of a filter.
  function addressOf(form, option) {
    var given = new URLSearchParams();
    given.set(option.filter || "q", option.text);
    return form.getAttribute("action") + "?" + given.toString();
  }

  function offer(form) {
    var input = form.querySelector("input[name=q]"), typed = input.value;
    var list = make("ul", { id: input.id + "-suggestions", class: "suggestions", role: "listbox", "aria-label": "搜索建议" });
    var status = make("p", { class: "unseen", role: "status" });
    list.hidden = true;
    input.type = "text"; // a field of type search may not be a combobox
    (input.closest(".field") || form).append(list, status);
    gongkai.combobox({
      input: input, list: list, status: status,
      choose: function (option) { location.assign(addressOf(form, option)); },
      // The directory under its fixed name: pages do not change with every index.
      options: function (text) { return gongkai.suggest(text, "suggest", SUGGESTIONS); },
    });
    if (typed) input.dispatchEvent(new Event("input")); // what was typed while this was on its way
  }

  var main = document.getElementById("main");
  main.dataset.root = document.documentElement.dataset.root + "search/";
  main.dataset.index = "index.js?day=" + new Date().toISOString().slice(0, 10); // no cache serves it longer than a day
  document.querySelectorAll("form[data-suggesting]").forEach(offer);
})((this.gongkai = this.gongkai || {}));
