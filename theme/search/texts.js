// The leads and the units of texts of a store: the other half of theme/search/store.js, twin of the same in store.py.
(function (gongkai) {
  "use strict";

  var Store = gongkai.Store;

  // Load these units; afterwards unit(number) answers.
  Store.prototype.units = function (numbers) {
    return this.textParts(numbers.filter(function (unit) { return !this._units.has(unit); }, this).map(this.textPart, this));
  };

  Store.prototype.textParts = async function (parts) {
    var store = this;
    await Promise.all(Array.from(new Set(parts)).map(async function (part) {
      var unit = store._textFirsts[part], document = null;
      if (store._units.has(unit)) return;
      var content = await gongkai.load("texts/" + store._partName(store._textNames, part));
      content.units.forEach(function (line) {
        if (line.slug !== undefined) document = line;
        else store._units.set(unit++, Object.assign({}, document, line, { headings: readHeadings(line) }));
      });
    }));
  };

  // Load the leads of these documents, which are in `heads`; afterwards lead(document) answers.
  Store.prototype.leads = function (documents) {
    return this.leadParts(documents.filter(function (document) { return !this._leads.has(document); }, this).map(this.leadPart, this));
  };

  Store.prototype.leadParts = async function (parts) {
    var store = this;
    await Promise.all(Array.from(new Set(parts)).map(async function (part) {
      var content = await gongkai.load("leads/" + store._partName(store.index.leads, part));
      content.leads.forEach(function (lead) {
        store._leads.set(lead.n, Object.assign({ headings: [[0, lead.heading, lead.anchor]] }, lead));
      });
    }));
  };

  Store.prototype.lead = function (document) { return this._leads.get(document); };

  // [[offset, heading, anchor], …]: read_headings in cutting.py.
  function readHeadings(line) {
    var numbers = gongkai.codec.decode(line.headings || ""), named = line.named || [], found = [];
    var offset = 0, anchor = "", place = 0, heading;
    for (var at = 0; at < numbers.length; at += 2) {
      offset += numbers[at];
      if (numbers[at + 1]) {
        heading = line.text.substr(offset, numbers[at + 1]);
        anchor = nextAnchor(anchor);
      } else {
        heading = named[place][0];
        anchor = named[place++][1];
      }
      found.push([offset, heading, anchor]);
    }
    return found;
  }

  function nextAnchor(anchor) {
    var match = /^(.*)-([1-9][0-9]{0,5})$/.exec(anchor);
    return match ? match[1] + "-" + (Number(match[2]) + 1) : "";
  }

  Store.prototype.leadPart = function (document) { return this.heads.get(document)[1]; };

  Store.prototype.textPart = function (unit) { return gongkai.bisect(this._textFirsts, unit, true) - 1; };

  Store.prototype.has = function (unit) { return this._units.has(unit); };

  Store.prototype.unit = function (unit) { return this._units.get(unit); };
})((this.gongkai = this.gongkai || {}));
