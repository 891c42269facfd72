// Numbers as printable ASCII. Twin of scripts/gongkai/searching/codec.py, which explains the code.
(function (gongkai) {
  "use strict";

  var ALPHABET = "";
  for (var code = 32; code < 127; code++) {
    if (code !== 34 && code !== 92) ALPHABET += String.fromCharCode(code);
  }
  var FINALS = 70;
  var LEADS = ALPHABET.length - FINALS;
  var VALUE = new Int8Array(128).fill(-1);
  for (var index = 0; index < ALPHABET.length; index++) VALUE[ALPHABET.charCodeAt(index)] = index;

  // The lowest number of each length; ten characters are far more than an index of this kind can hold.
  var STARTS = [0];
  for (var count = FINALS; STARTS.length < 10; count *= LEADS) STARTS.push(STARTS[STARTS.length - 1] + count);

  function decode(text) {
    var numbers = [];
    var rest = 0;
    var length = 0;
    for (var at = 0; at < text.length; at++) {
      var value = VALUE[text.charCodeAt(at)];
      if (!(value >= 0)) throw new Error("not of the alphabet: " + text[at]);
      if (value >= FINALS) {
        rest = rest * LEADS + value - FINALS;
        length++;
      } else {
        numbers.push(STARTS[length] + rest * FINALS + value);
        rest = length = 0;
      }
    }
    if (length) throw new Error("the last number is cut off");
    return numbers;
  }

  // The number that the character at a place stands for by itself.
  function value(text, at) { return VALUE[text.charCodeAt(at)]; }

  // decode_round in codec.py; numbers may be above what shifts can hold.
  function decodeRound(text) {
    var numbers = decode(text), rising = [], last = 0;
    for (var at = 0; at < numbers.length; at += 2) {
      var unit = Math.pow(2, numbers[at]);
      last = (Math.floor(last / unit) + numbers[at + 1]) * unit;
      rising.push(last);
    }
    return rising;
  }

  function fromZigzag(number) {
    return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
  }

  gongkai.codec = { decode: decode, value: value, decodeRound: decodeRound, fromZigzag: fromZigzag };
})((this.gongkai = this.gongkai || {}));
