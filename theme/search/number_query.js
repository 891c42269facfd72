// A 文号 typed in whatever spelling. Twin of scripts/gongkai/searching/number_query.py; works on folded text.
(function (gongkai) {
  "use strict";

  var ISSUER = "([\u3400-\u9fff][\u3400-\u9fff〇a-z·、]{0,39}?)";
  var YEAR = "((?:19|20)[0-9][0-9])";
  var SEQUENCE = "第?0*([1-9][0-9]{0,4})号?";
  var BRACKETED = new RegExp("^" + ISSUER + " ?\\( ?" + YEAR + "年? ?\\) ?" + SEQUENCE + "$");
  var BARE = new RegExp("^" + ISSUER + " ?" + YEAR + "年?[ -]?" + SEQUENCE + "$");
  var ORDER = new RegExp("^" + ISSUER + "(令|公告|通告) ?\\(?(?:" + YEAR + "年?)?\\)? ?" + SEQUENCE + "$");
  var REVERSED_ORDER = new RegExp("^" + ISSUER + "第0*([1-9][0-9]{0,4})号(令|公告|通告)$");

  function canonical(folded) {
    var match = REVERSED_ORDER.exec(folded);
    if (match) return match[1] + match[3] + "第" + match[2] + "号";
    match = ORDER.exec(folded);
    if (match && match[2] === "令" && match[3]) return match[1] + "令(" + match[3] + ")" + match[4] + "号";
    if (match) return match[1] + match[2] + (match[3] ? match[3] + "年" : "") + "第" + match[4] + "号";
    match = BRACKETED.exec(folded) || BARE.exec(folded);
    return match ? match[1] + "(" + match[2] + ")" + match[3] + "号" : "";
  }

  function shown(number) {
    return number.replace("(", "〔").replace(")", "〕");
  }

  gongkai.numberQuery = { canonical: canonical, shown: shown };
})((this.gongkai = this.gongkai || {}));
