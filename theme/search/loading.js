// Parts of the index arrive as classic scripts that call gongkai.part(name, content): the same on file:// and http.
// The page says where: <main data-root="search/" data-index="index.js?v=…">.
(function (gongkai) {
  "use strict";

  var waiting = new Map(); // name → {promise, resolve}
  var TRIES = 2;

  gongkai.part = function (name, content) {
    var one = waiting.get(name);
    if (one) one.resolve(content);
    else waiting.set(name, { promise: Promise.resolve(content), resolve: function () {} }); // the page brought it by itself
  };

  // A promise of the content of one part. A part is asked for once; after a failure it may be asked for again.
  gongkai.load = function (name) {
    var one = waiting.get(name);
    if (one) return one.promise;
    one = {};
    one.promise = new Promise(function (resolve, reject) {
      one.resolve = resolve;
      fetchScript(name, 1, function () {
        waiting.delete(name);
        reject(new Error("检索数据没有载入：" + name));
      });
    });
    waiting.set(name, one);
    return one.promise;
  };

  function fetchScript(name, attempt, fail) {
    var main = document.querySelector("main[data-index]");
    var script = document.createElement("script");
    var index = main.dataset.index; // "index.js?v=…"; "rare", of a fixed name too, is asked for with the same version
    var file = name === "index" ? index : name === "rare" ? index.replace(/^index/, "rare") : name + ".js";
    script.src = main.dataset.root + file;
    script.onload = function () { script.remove(); };
    script.onerror = function () {
      script.remove();
      if (attempt < TRIES) fetchScript(name, attempt + 1, fail);
      else fail();
    };
    document.head.appendChild(script);
  }
})((this.gongkai = this.gongkai || {}));
