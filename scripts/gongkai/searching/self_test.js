// node self_test.js INDEX SCRIPTS < [document, …]: each is asked for by words of its own; [{kind, slug, word}, …] of those
// that the shipped scripts do not find. Twin of the part of self_test.py in Python.
"use strict";
{
  const crypto = require("crypto");
  const fs = require("fs");
  const path = require("path");
  const vm = require("vm");
  const SCRIPTS = ["codec", "terms", "number_query", "query", "store", "columns", "texts", "ranking", "filters", "excerpt", "sounds", "widening", "search"];
  const STRETCHES = 3;
  const LENGTHS = [3, 5, 8];
  const AT_ONCE = 200; // documents whose texts are in memory
  const PARTS_AT_ONCE = 64; // parts of terms that are
  const context = vm.createContext({ TextDecoder });
  SCRIPTS.forEach((name) => vm.runInContext(fs.readFileSync(path.join(process.argv[3], name + ".js"), "utf-8"), context));
  const gongkai = context.gongkai;
  const loaded = new Map();
  gongkai.part = (name, content) => loaded.set(name, content);
  gongkai.load = async (name) => {
    vm.runInContext(fs.readFileSync(path.join(process.argv[2], name + ".js"), "utf-8"), context);
    const content = loaded.get(name);
    loaded.clear(); // the store keeps what it needs
    return content;
  };

  const wordsOf = (store, document, seed) => {
    const first = store.firstUnits[document], end = store.firstUnits[document + 1];
    const head = store.unit(first), fold = (text) => store.folding.fold(text);
    const words = [head.number, head.title].map((line) => [fold(line).replace(/\n/g, ""), first]);
    for (let place = 0; place < STRETCHES; place++) {
      const chance = (seed + document * 40503 + place * 7919) % 2 ** 31;
      const unit = first + (chance % (end - first)), blocks = store.unit(unit).text.split("\n");
      const block = fold(blocks[Math.floor(chance / 7) % blocks.length]);
      const at = Math.floor(chance / 77) % Math.max(1, block.length);
      words.push([block.slice(at, at + LENGTHS[place % LENGTHS.length]).trim(), unit]);
    }
    return words.filter(([word]) => word);
  };

  // The same store, whose postings hold nothing but the units that were asked for; each list is read once, in the order of parts.
  const narrowed = async (store, asked) => {
    const wanted = new Map(), kept = new Map(), narrow = Object.create(store);
    asked.forEach(({ word, unit }) => store.folding.chosen(word).forEach(([, term]) => {
      if (!wanted.has(term)) wanted.set(term, new Set());
      wanted.get(term).add(unit);
    }));
    let terms = [], parts = new Set();
    const keep = async () => {
      await store._prepareParts(parts);
      terms.forEach((term) => kept.set(term, { units: store._counts(store._lists(term), wanted.get(term)), title: [], number: [] }));
      store._termParts.clear();
      [terms, parts] = [[], new Set()];
    };
    for (const term of Array.from(wanted.keys()).sort((one, other) => one - other)) {
      terms.push(term);
      store._partsOf(term).forEach((part) => parts.add(part));
      if (parts.size >= PARTS_AT_ONCE) await keep();
    }
    await keep();
    narrow._posting = (term) => kept.get(term);
    return narrow;
  };

  const main = async () => {
    const store = await gongkai.Store.open(true), asked = [];
    const documents = JSON.parse(fs.readFileSync(0, "utf-8"));
    const seed = parseInt(crypto.createHash("sha256").update(store.index.terms.names).digest("hex").slice(0, 8), 16);
    await store.core();
    for (let from = 0; from < documents.length; from += AT_ONCE) {
      const some = documents.slice(from, from + AT_ONCE), units = [];
      for (const document of some) {
        for (let unit = store.firstUnits[document]; unit < store.firstUnits[document + 1]; unit++) units.push(unit);
      }
      await store.units(units);
      for (const document of some) {
        const { kind, slug } = store.unit(store.firstUnits[document]);
        wordsOf(store, document, seed).forEach(([word, unit]) => asked.push({ kind, slug, word, unit }));
      }
      store._units.clear(); // texts are many
    }
    const narrow = await narrowed(store, asked);
    const missing = asked.filter(({ word, unit }) => !narrow.word(word).units.has(unit));
    process.stdout.write(JSON.stringify(missing.map(({ kind, slug, word }) => ({ kind, slug, word }))));
  };
  main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
