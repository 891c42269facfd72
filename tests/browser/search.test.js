// The shipped scripts against the tables of examples that the Python tests read, and against an index built by Python:
// GONGKAI_INDEX=<folder> node --test tests/browser/ (tests/searching/test_javascript.py does that).
"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const { shipped } = require("./shipped.js");

const INDEX = process.env.GONGKAI_INDEX;
assert.ok(INDEX, "GONGKAI_INDEX names the folder of the index that tests/searching/conftest.py builds");

const gongkai = shipped(INDEX);
const index = JSON.parse(fs.readFileSync(path.join(INDEX, "index.json"), "utf-8"));
const folding = new gongkai.Folding(index.recipe);
folding.add(JSON.parse(fs.readFileSync(path.join(INDEX, "rare.json"), "utf-8")).fold);

function examples(name) {
  return JSON.parse(fs.readFileSync(path.join(__dirname, "..", "searching", name), "utf-8"));
}

function plain(value) {
  return JSON.parse(JSON.stringify(value)); // values of another context have other prototypes
}

test("folding, as in folds.json", () => {
  for (const [text, folded] of examples("folds.json")) assert.equal(folding.fold(text), folded, text);
});

test("文号, as in numbers_read.json", () => {
  for (const [typed, number] of examples("numbers_read.json")) {
    assert.equal(gongkai.numberQuery.canonical(folding.fold(typed)), number, typed);
  }
});

test("queries, as in queries_read.json", () => {
  for (const [query, alternatives, without, title, number, endings] of examples("queries_read.json")) {
    assert.deepEqual(plain(gongkai.readQuery(query, folding)), { alternatives, without, title, number, endings }, query);
  }
});

test("terms around digits, as in digits.json", () => {
  for (const [word, terms] of examples("digits.json")) assert.deepEqual(plain(folding.digitTerms(word)), terms, word);
});

test("only a query with rare characters asks for the rare part of the table", async () => {
  for (const [query, rare] of [["养犬 ipv6 ２０１９（", false], ["養犬", true], ["Ä", true]]) {
    const one = shipped(INDEX);
    await one.search(query, {});
    assert.equal(one.loads.includes("rare"), rare, query);
  }
});

// Stretches of the texts, of one to eight characters.
function stretches(count) {
  const files = fs.readdirSync(path.join(INDEX, "texts")).filter((name) => name.endsWith(".json")), found = [];
  for (let place = 0; found.length < count; place++) {
    const { units } = JSON.parse(fs.readFileSync(path.join(INDEX, "texts", files[(place * 7) % files.length]), "utf-8"));
    const text = units[units.length - 1].text, at = (place * 7919) % text.length;
    found.push(text.slice(at, at + 1 + (place % 8)));
  }
  return found;
}

test("every cold query is answered in three rounds, the index itself not counted", async () => {
  const pieces = stretches(40), asked = ["公积金", "養老服務", "养", "", "温鹿政办2021 3", "养老服务 -罚款", "公积金 补助 办法"];
  pieces.forEach((piece, place) => asked.push(`"${piece}"`, piece.slice(0, 3) + "错" + piece.slice(3), `${piece} ${pieces[(place * 3) % 40]}`));
  asked.push(...examples("widenings.json").map(([query]) => query));
  for (const [place, query] of asked.entries()) {
    const one = shipped(INDEX);
    await one.search(query, place % 3 ? {} : { filters: { 有效性: "有效" }, sort: "日期", from: "2018" });
    assert.ok(one.rounds - 1 <= 3, `${query}: ${one.rounds - 1}`);
  }
});

test("numbers, as in codes.json; damage is noticed", () => {
  for (const [numbers, text] of examples("codes.json")) assert.deepEqual(plain(gongkai.codec.decode(text)), numbers);
  assert.throws(() => gongkai.codec.decode("~"), /cut off/);
  assert.throws(() => gongkai.codec.decode("中"), /alphabet/);
});

test("a search loads no part twice, and few of them", async () => {
  const one = shipped(INDEX);
  await one.search("公积金", {});
  const first = one.loads.length;
  await one.search("公积金", {});
  assert.equal(one.loads.length, first);
  assert.equal(new Set(one.loads).size, first);
});

test("an unknown filter or order is refused", async () => {
  await assert.rejects(gongkai.search("公积金", { filters: { 颜色: "红" } }), /没有“颜色”这个筛选/);
  await assert.rejects(gongkai.search("公积金", { sort: "随机" }), /排序/);
});
