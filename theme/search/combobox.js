// A text field with suggestions, after the combobox pattern of the WAI-ARIA practices: arrows move, Enter takes, Escape
// closes, typing goes on. Focus never leaves the field.
(function (gongkai) {
  "use strict";

  var PAUSE = 150; // milliseconds without a key before anything is looked up

  // `given` is {input, list, status, options(typed) → promise of [{text, marks, label}], choose(option)}.
  gongkai.combobox = function (given) {
    var input = given.input, list = given.list, options = [], active = -1, asked = 0, timer = 0;

    function set(name, value) { input.setAttribute(name, value); }

    function close() {
      asked++;
      window.clearTimeout(timer);
      options = [];
      active = -1;
      list.hidden = true;
      list.textContent = "";
      set("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function draw() {
      var items = options.map(function (option, place) {
        var item = gongkai.draw.make("li", { role: "option", id: list.id + "-" + place, "aria-selected": "false" }, [
          gongkai.draw.make("span", { class: "suggestion-text" }, option.filter ? [gongkai.draw.readable(option.text)] : gongkai.draw.marked(option.text, option.marks)),
          gongkai.draw.make("span", { class: "suggestion-kind" }, [option.label])]);
        item.addEventListener("mousedown", function (event) { event.preventDefault(); });
        item.addEventListener("click", function () { take(place); });
        return item;
      });
      gongkai.draw.fill(list, items);
      list.hidden = !items.length;
      set("aria-expanded", String(items.length > 0));
      given.status.textContent = items.length ? items.length + " 条建议，按上下键选择。" : "";
    }

    function move(to) {
      if (active >= 0) list.children[active].setAttribute("aria-selected", "false");
      active = to;
      if (active < 0) {
        input.removeAttribute("aria-activedescendant");
        return;
      }
      list.children[active].setAttribute("aria-selected", "true");
      list.children[active].scrollIntoView({ block: "nearest" });
      set("aria-activedescendant", list.children[active].id);
    }

    function take(place) {
      var option = options[place];
      close();
      given.status.textContent = "";
      given.choose(option);
    }

    async function look(first) {
      var mine = ++asked, found;
      try {
        found = await given.options(input.value);
      } catch (error) {
        found = []; // a suggestion that cannot be loaded is no suggestion
      }
      if (mine !== asked || document.activeElement !== input) return;
      options = found;
      active = -1;
      input.removeAttribute("aria-activedescendant");
      draw();
      if (first !== undefined && options.length) move(first < 0 ? options.length - 1 : 0);
    }

    function step(by) {
      if (list.hidden) {
        look(by);
        return;
      }
      var places = options.length + 1; // the field itself is one of the stops
      move(((active + 1 + by + places) % places) - 1);
    }

    input.addEventListener("input", function (event) {
      if (event.isComposing) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(look, PAUSE);
    });
    input.addEventListener("compositionend", function () {
      window.clearTimeout(timer);
      timer = window.setTimeout(look, PAUSE);
    });
    input.addEventListener("keydown", function (event) {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        step(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
        given.status.textContent = "";
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        take(active);
      } else if (event.key === "Tab") {
        close();
      }
    });
    input.addEventListener("blur", close);

    set("role", "combobox");
    set("aria-autocomplete", "list");
    set("aria-controls", list.id);
    set("aria-expanded", "false");
    return { close: close };
  };
})((this.gongkai = this.gongkai || {}));
