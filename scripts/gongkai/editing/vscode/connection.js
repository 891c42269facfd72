"use strict";
// Messages to and from the language server: JSON with a Content-Length before each, over its standard input and output.

class Connection {
  // `answer(method, params)` is called for what the server asks or says.
  constructor(input, output, answer) {
    this.output = output;
    this.answer = answer;
    this.waiting = new Map();
    this.last = 0;
    this.rest = Buffer.alloc(0);
    input.on("data", (chunk) => this.read(chunk));
    output.on("error", () => this.end());
  }

  ask(method, params) {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send({ id, method, params });
    });
  }

  say(method, params) {
    this.send({ method, params });
  }

  // Whoever still waits gets no answer any more.
  end() {
    for (const { resolve } of this.waiting.values()) resolve(null);
    this.waiting.clear();
    this.ended = true;
  }

  send(message) {
    if (this.ended) {
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (waiting) waiting.resolve(null);
      return;
    }
    const body = Buffer.from(JSON.stringify(Object.assign({ jsonrpc: "2.0" }, message)), "utf8");
    this.output.write("Content-Length: " + body.length + "\r\n\r\n");
    this.output.write(body);
  }

  read(chunk) {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const end = this.rest.indexOf("\r\n\r\n");
      if (end < 0) return;
      const found = /Content-Length: *(\d+)/i.exec(this.rest.toString("latin1", 0, end));
      const size = found ? Number(found[1]) : 0;
      if (this.rest.length < end + 4 + size) return;
      const body = this.rest.toString("utf8", end + 4, end + 4 + size);
      this.rest = this.rest.subarray(end + 4 + size);
      if (size) this.receive(JSON.parse(body));
    }
  }

  receive(message) {
    if (message.method === undefined) {
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (!waiting) return;
      if (message.error) waiting.reject(new Error(message.error.message));
      else waiting.resolve(message.result);
      return;
    }
    const result = this.answer(message.method, message.params);
    if (message.id !== undefined) this.send({ id: message.id, result: result === undefined ? null : result });
  }
}

module.exports = { Connection };
