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
  // A part is a script that hands over JSON under its name. What is exactly that means what the JSON means, and is read in half
  // the time and memory; anything else is run.
  gongkai.load = async (name) => {
    const script = fs.readFileSync(path.join(process.argv[2], name + ".js"), "utf-8");
    const before = `gongkai.part("${name}",`, after = ");\n";
    if (script.startsWith(before) && script.endsWith(after)) {
      try {
        return JSON.parse(script.slice(before.length, -after.length));
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
    }
    vm.runInContext(script, context);
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

  // What is asked, all in a row: a word with its document and the unit it stands in, `ends` with where the terms end that it
  // is looked up by; of each of those its offset in the word, its key, and the count it will be found with in that unit.
  const asked = { words: [], documents: [], units: [], ends: [], offsets: [], terms: [], counts: null };

  const ask = async (store, documents) => {
    const seed = parseInt(crypto.createHash("sha256").update(store.index.terms.names).digest("hex").slice(0, 8), 16);
    for (let from = 0; from < documents.length; from += AT_ONCE) {
      const some = documents.slice(from, from + AT_ONCE), units = [];
      for (const document of some) {
        for (let unit = store.firstUnits[document]; unit < store.firstUnits[document + 1]; unit++) units.push(unit);
      }
      await store.units(units);
      for (const document of some) {
        for (const [word, unit] of wordsOf(store, document, seed)) {
          asked.words.push(word);
          asked.documents.push(document);
          asked.units.push(unit);
          for (const [offset, term] of store.folding.chosen(word)) {
            asked.offsets.push(offset);
            asked.terms.push(term);
          }
          asked.ends.push(asked.terms.length);
        }
      }
      store._units.clear(); // texts are many
    }
    asked.counts = new Uint8Array(asked.terms.length);
  };

  // Read the postings of all terms, each list once, in the order of parts, and of each note what concerns the units asked for.
  const count = async (store) => {
    const unitOf = new Uint32Array(asked.terms.length);
    asked.ends.forEach((end, place) => unitOf.fill(asked.units[place], place ? asked.ends[place - 1] : 0, end));
    const order = Uint32Array.from(asked.terms.keys()).sort((one, other) => asked.terms[one] - asked.terms[other]);
    let from = 0, parts = new Set();
    const note = async (to) => {
      await store._prepareParts(parts);
      while (from < to) {
        const term = asked.terms[order[from]], units = new Set();
        let end = from;
        while (end < to && asked.terms[order[end]] === term) units.add(unitOf[order[end++]]);
        const counts = store._counts(store._lists(term), units);
        for (; from < end; from++) asked.counts[order[from]] = counts.get(unitOf[order[from]]) || 0;
      }
      store._termParts.clear();
      parts = new Set();
    };
    for (let at = 0; at < order.length; at++) {
      if (at && asked.terms[order[at]] === asked.terms[order[at - 1]]) continue;
      if (parts.size >= PARTS_AT_ONCE) await note(at);
      store._partsOf(asked.terms[order[at]]).forEach((part) => parts.add(part));
    }
    await note(order.length);
  };

  // The places of the words that are not found in their units: by the same store, whose postings hold nothing but the unit asked for.
  const missing = (store) => {
    const narrow = Object.create(store), missed = [];
    narrow.folding = Object.create(store.folding);
    asked.words.forEach((word, place) => {
      let next = place ? asked.ends[place - 1] : 0;
      const chosen = asked.terms.slice(next, asked.ends[place]).map((term, index) => [asked.offsets[next + index], term]);
      narrow.folding.chosen = () => chosen;
      narrow._posting = () => {
        const found = asked.counts[next++];
        return { units: new Map(found ? [[asked.units[place], found]] : []), title: [], number: [] };
      };
      narrow._words = new Map();
      if (!narrow.word(word).units.has(asked.units[place])) missed.push(place);
    });
    return missed;
  };

  const main = async () => {
    const store = await gongkai.Store.open(true);
    await store.core();
    await ask(store, JSON.parse(fs.readFileSync(0, "utf-8")));
    await count(store);
    const missed = missing(store);
    await store.units(missed.map((place) => store.firstUnits[asked.documents[place]]));
    process.stdout.write(JSON.stringify(missed.map((place) => {
      const { kind, slug } = store.unit(store.firstUnits[asked.documents[place]]);
      return { kind, slug, word: asked.words[place] };
    })));
  };
  main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
