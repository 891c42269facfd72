// A 文号 typed in whatever spelling. Twin of scripts/gongkai/searching/number_query.py; works on folded text.
(function (gongkai) {
  "use strict";

  var ISSUER = "([\u3400-\u9fff][\u3400-\u9fff〇a-z·、]{0,39}?)";
  var YEAR = "((?:19|20)[0-9][0-9])";
  var SEQUENCE = "第?0*([1-9][0-9]{0,4})号?";
  var BRACKETED = new RegExp("^" + ISSUER + " ?\\( ?" + YEAR + "年? ?\\) ?" + SEQUENCE + "$");
  var BARE = new RegExp("^" + ISSUER + " ?" + YEAR + "年?[ -]?" + SEQUENCE + "$");
  var NUMERALS = "[〇零一二三四五六七八九十百千]{1,7}";
  var FORM = "(令|公告|通告)";
  var FORWARD = FORM + " ?\\(?(?:" + YEAR + "年?)?\\)? ?(?:" + SEQUENCE + "|第?(" + NUMERALS + ")号)$";
  // Han numerals only after 第, for a word may end in one.
  var REVERSED = " ?(?:" + YEAR + "年)?(?:第?0*([1-9][0-9]{0,4})|第(" + NUMERALS + "))号" + FORM + "$";
  var ORDER = new RegExp("^" + ISSUER + FORWARD);
  var REVERSED_ORDER = new RegExp("^" + ISSUER + REVERSED);
  var ORDER_OF_SOMEBODY = new RegExp("^" + FORWARD);
  var REVERSED_ORDER_OF_SOMEBODY = new RegExp("^" + REVERSED);
  var PART = /^第?0*([1-9][0-9]{0,4})号$/;
  var DIGITS = "零一二三四五六七八九", UNITS = { "十": 10, "百": 100, "千": 1000 };

  // As number_of in scripts/gongkai/model/chinese_numerals.py.
  function numberOf(text) {
    var plain = text.replace(/〇/g, "零"), total = 0, digit = 0;
    if (/^[0-9]+$/.test(plain)) return Number(plain);
    if (!/[十百千]/.test(plain)) return Number(plain.split("").map(function (each) { return DIGITS.indexOf(each); }).join(""));
    for (var index = 0; index < plain.length; index++) {
      var unit = UNITS[plain[index]];
      if (unit) total += (digit || 1) * unit;
      digit = unit ? 0 : DIGITS.indexOf(plain[index]);
    }
    return total + digit;
  }

  function order(issuer, form, year, sequence) {
    var number = numberOf(sequence);
    if (!number) return "";
    if (form === "令" && year) return issuer + "令(" + year + ")" + number + "号";
    return issuer + form + (year ? year + "年" : "") + "第" + number + "号";
  }

  function canonical(folded) {
    var match = REVERSED_ORDER.exec(folded);
    if (match && match[1] !== "第") return order(match[1], match[5], match[2], match[3] || match[4]);
    match = ORDER.exec(folded);
    if (match) return order(match[1], match[2], match[3], match[4] || match[5]);
    match = BRACKETED.exec(folded) || BARE.exec(folded);
    return match ? match[1] + "(" + match[2] + ")" + match[3] + "号" : "";
  }

  // What a word gives of a 文号 that names no issuer, or "".
  function part(word) {
    var match = REVERSED_ORDER_OF_SOMEBODY.exec(word);
    if (match) return order("", match[4], match[1], match[2] || match[3]);
    match = ORDER_OF_SOMEBODY.exec(word);
    return match ? order("", match[1], match[2], match[3] || match[4]) : "";
  }

  // How the 文号 ends of which a word gives no more.
  function endings(word) {
    var match = PART.exec(word), given = match ? "" : part(word);
    return match ? [")" + match[1] + "号", "第" + match[1] + "号"] : given ? [given] : [];
  }

  function shown(number) {
    return number.replace("(", "〔").replace(")", "〕");
  }

  gongkai.numberQuery = { canonical: canonical, part: part, endings: endings, shown: shown };
})((this.gongkai = this.gongkai || {}));
