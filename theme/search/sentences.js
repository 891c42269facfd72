// What the search page says about an answer, as data: {status, notes}. A note is a row of words and of links, which are
// {text, state}. Nothing here touches the page.
(function (gongkai) {
  "use strict";

  var MOST_WORDS = 6;

  function quoted(words) {
    return words.map(function (word) { return "“" + word + "”"; }).join("");
  }

  // The words of a query as typed, quotes and what is excluded kept with them.
  function typedWords(query) {
    return query.match(/-?["“„「『«][^"”」』»]*["”」』»]?|[^\s\u3000]+/g) || [];
  }

  gongkai.sentences = function (state, answer, address, folding) {
    var said = { status: "", notes: [] };
    var count = (answer.exact ? "" : "约 ") + answer.total.toLocaleString("en-US") + " 件";
    var asked = state.q || address.isNarrowed(state);
    if (answer.widened && answer.total) {
      said.status = "没有找到" + quoted([state.q]) + "，以下是" + quoted([answer.widened.query]) + "的结果，共 " + count + "。";
      said.notes.push([{ text: "仍要查" + quoted([state.q]), state: address.changed(state, { literal: true }) }]);
    } else if (answer.total) {
      said.status = (answer.read_as ? "按 " + answer.read_as + " 查找。" : "") + (asked ? "找到 " : "共 ") + count + "。";
    } else {
      said.status = (answer.read_as ? "按 " + answer.read_as + " 查找。" : "") + nothing(state, address);
      said.notes = help(state, address, folding);
    }
    if (address.byDefault && address.isInForce(state)) {
      said.notes.push(["这里只列有效的文件。", { text: "包括已失效的", state: address.withInForce(state, false) }]);
    }
    return said;
  };

  function nothing(state, address) {
    if (!state.q) return "没有找到符合条件的文件。";
    return "没有找到" + (typedWords(state.q).length > 1 ? "同时" : "") + "含有" + quoted(typedWords(state.q)) +
      (address.isNarrowed(state) ? "并符合筛选条件" : "") + "的文件。";
  }

  // What to do where nothing was found: what was looked for, then one thing undone at a time.
  function help(state, address, folding) {
    var notes = [], words = typedWords(state.q);
    if (address.isNarrowed(state)) {
      notes.push([{ text: "去掉筛选条件再找", state: address.widest(state) }]);
    }
    var plan = gongkai.readQuery(state.q, folding);
    var read = (plan.alternatives[plan.alternatives.length - 1] || []).join("、");
    if (read && read !== words.join("、")) notes.push(["实际查找的是：" + read + "（不分繁简、大小写、全角半角）"]);
    if (words.length > 1) {
      notes.push(["少用一个词："].concat(words.slice(0, MOST_WORDS).map(function (word, place) {
        var rest = words.filter(function (_, other) { return other !== place; }).join(" ");
        return { text: "不要" + quoted([word]), state: address.changed(state, { q: rest }) };
      })));
    } else if (words.length) {
      notes.push(["请减少字数，或换一种说法。"]);
    }
    return notes;
  }
})((this.gongkai = this.gongkai || {}));
