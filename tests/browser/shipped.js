// The shipped scripts in a context of their own, with parts read from disk: the .js twins, as a page would load them.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const THEME = path.join(__dirname, "..", "..", "theme", "search");
// The order in which a page loads them; page.js and loading.js need a document and are left to Chromium.
const SCRIPTS = ["codec", "terms", "number_query", "query", "store", "columns", "texts", "ranking", "filters", "excerpt", "verifying", "sounds", "widening", "search"];

function shipped(folder) {
  const context = vm.createContext({ console, TextDecoder });
  for (const name of SCRIPTS) {
    vm.runInContext(fs.readFileSync(path.join(THEME, name + ".js"), "utf-8"), context, { filename: name + ".js" });
  }
  const { gongkai } = context;
  const loaded = new Map();
  let waiting = [];
  gongkai.loads = []; // every part asked for, once each
  gongkai.rounds = 0; // how often something was waited for
  gongkai.part = (name, content) => loaded.set(name, content);
  gongkai.load = (name) => new Promise((resolve, reject) => {
    if (loaded.has(name)) {
      resolve(loaded.get(name));
      return;
    }
    if (!waiting.length) setImmediate(arrive); // what is asked for without waiting in between arrives together
    waiting.push([name, resolve, reject]);
  });
  function arrive() {
    const asked = waiting;
    waiting = [];
    gongkai.rounds++;
    for (const [name, resolve, reject] of asked) {
      try {
        if (!loaded.has(name)) {
          const file = path.join(folder, name + ".js");
          vm.runInContext(fs.readFileSync(file, "utf-8"), context, { filename: file });
          gongkai.loads.push(name);
        }
        resolve(loaded.get(name));
      } catch (error) {
        reject(error);
      }
    }
  }
  return gongkai;
}

module.exports = { shipped, SCRIPTS };
