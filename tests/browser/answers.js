// node answers.js FOLDER < questions: a JSON list of {query, …options}, answered by the shipped scripts, one JSON a line.
"use strict";
const { shipped } = require("./shipped.js");

async function main() {
  const gongkai = shipped(process.argv[2]);
  const questions = JSON.parse(require("node:fs").readFileSync(0, "utf-8"));
  for (const { query, ...options } of questions) {
    const answer = await gongkai.search(query, options);
    process.stdout.write(JSON.stringify(answer) + "\n");
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
