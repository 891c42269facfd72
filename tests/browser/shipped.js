// The shipped scripts in a context of their own, with parts read from disk: the .js twins, as a page would load them.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const THEME = path.join(__dirname, "..", "..", "theme", "search");
// The order in which a page loads them; page.js and loading.js need a document and are left to Chromium.
const SCRIPTS = ["codec", "terms", "number_query", "query", "store", "ranking", "filters", "excerpt", "search"];

function shipped(folder) {
  const context = vm.createContext({ console });
  for (const name of SCRIPTS) {
    vm.runInContext(fs.readFileSync(path.join(THEME, name + ".js"), "utf-8"), context, { filename: name + ".js" });
  }
  const { gongkai } = context;
  const loaded = new Map();
  gongkai.loads = []; // every part asked for, once each: [name, bytes of JSON]
  gongkai.part = (name, content) => loaded.set(name, content);
  gongkai.load = async (name) => {
    if (!loaded.has(name)) {
      const file = path.join(folder, name + ".js");
      vm.runInContext(fs.readFileSync(file, "utf-8"), context, { filename: file });
      gongkai.loads.push(name);
    }
    return loaded.get(name);
  };
  return gongkai;
}

module.exports = { shipped, SCRIPTS };
