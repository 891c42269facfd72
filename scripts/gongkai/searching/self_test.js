// node self_test.js INDEX SCRIPTS < [{kind, slug, word}, …]: those of them that the shipped scripts do not find.
"use strict";
{
  const fs = require("fs");
  const path = require("path");
  const vm = require("vm");
  const SCRIPTS = ["codec", "terms", "number_query", "query", "store", "texts", "ranking", "filters", "excerpt", "sounds", "widening", "search"];
  const context = vm.createContext({ TextDecoder });
  SCRIPTS.forEach((name) => vm.runInContext(fs.readFileSync(path.join(process.argv[3], name + ".js"), "utf-8"), context));
  const gongkai = context.gongkai;
  const loaded = new Map();
  gongkai.part = (name, content) => loaded.set(name, content);
  gongkai.load = async (name) => {
    if (!loaded.has(name)) vm.runInContext(fs.readFileSync(path.join(process.argv[2], name + ".js"), "utf-8"), context);
    return loaded.get(name);
  };
  const main = async () => {
    const missing = [];
    for (const asked of JSON.parse(fs.readFileSync(0, "utf-8"))) {
      const store = await gongkai.open(asked.word);
      await store.core();
      await store.prepare([asked.word]);
      const places = store.word(asked.word);
      let found = false;
      for (const unit of places.units.keys()) {
        await store.units([unit]);
        const stored = store.unit(unit);
        if (stored.slug !== asked.slug || stored.kind !== asked.kind) continue;
        const head = stored.more ? [stored.title, stored.number].concat(stored.more) : [];
        if (store.folding.fold(head.concat([stored.text]).join("\n")).includes(asked.word)) found = true;
        if (found) break;
      }
      if (!found) missing.push(asked);
    }
    process.stdout.write(JSON.stringify(missing));
  };
  main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
