"use strict";
// The extension in a stand-in for VS Code: what it registers is called as VS Code would, what it shows is printed as JSON.
// node vscode_double.js EXTENSION SITE FILE COMMAND…

const Module = require("module");
const fs = require("fs");
const path = require("path");
const { pathToFileURL, fileURLToPath } = require("url");

const [, , extension, site, file, ...command] = process.argv;
const shown = { diagnostics: {}, warnings: [], errors: [] };
const providers = {};
const events = {};
const on = (name) => (call) => ((events[name] = call), { dispose() {} });
const uriOf = (url) => ({ toString: () => url, fsPath: fileURLToPath(url), scheme: "file" });
const place = (line, character) => ({ line, character });

class Value {
  constructor(...given) { this.given = given; }
}
class Range {
  constructor(a, b, c, d) { this.start = place(a, b); this.end = place(c, d); }
}
class Kind {
  constructor(value) { this.value = value; }
  append(more) { return new Kind(this.value ? this.value + "." + more : more); }
}
class CompletionItem {
  constructor(label, kind) { this.label = label; this.kind = kind; }
}
class WorkspaceEdit {
  constructor() { this.edits = {}; }
  set(uri, edits) { this.edits[uri.toString()] = edits; }
}
const document = {
  uri: uriOf(pathToFileURL(path.join(site, file)).href), languageId: "markdown", version: 1,
  text: fs.readFileSync(path.join(site, file), "utf8"),
  getText() { return this.text; },
};
const vscode = {
  Range, CompletionItem, WorkspaceEdit,
  MarkdownString: Value, Hover: Value,
  Diagnostic: class { constructor(range, message, severity) { Object.assign(this, { range, message, severity }); } },
  CompletionList: class { constructor(items, incomplete) { Object.assign(this, { items, incomplete }); } },
  CodeAction: class { constructor(title, kind) { Object.assign(this, { title, kind: kind.value }); } },
  Location: class { constructor(uri, range) { Object.assign(this, { uri: uri.toString(), range }); } },
  TextEdit: { replace: (range, text) => ({ range, text }) },
  CompletionItemKind: { Property: 9, File: 16, Reference: 17, EnumMember: 19, Text: 0 },
  CodeActionKind: { Empty: new Kind(""), QuickFix: new Kind("quickfix"), SourceFixAll: new Kind("source.fixAll") },
  Uri: { parse: uriOf },
  languages: {
    match: (selector, one) => selector.filter((s) => s.language === one.languageId).length,
    createDiagnosticCollection: () => ({
      set: (uri, found) => { shown.diagnostics[path.relative(site, uri.fsPath)] = found.map((d) => [d.range.start.line + 1, d.severity, d.code, d.message]); },
      clear: () => { shown.diagnostics = {}; }, dispose() {},
    }),
    registerCompletionItemProvider: (s, one) => ((providers.completion = one), { dispose() {} }),
    registerHoverProvider: (s, one) => ((providers.hover = one), { dispose() {} }),
    registerDefinitionProvider: (s, one) => ((providers.definition = one), { dispose() {} }),
    registerReferenceProvider: (s, one) => ((providers.references = one), { dispose() {} }),
    registerCodeActionsProvider: (s, one) => ((providers.actions = one), { dispose() {} }),
  },
  workspace: {
    workspaceFolders: [{ name: "site", uri: uriOf(pathToFileURL(site).href) }],
    textDocuments: [document],
    getConfiguration: () => ({ get: () => command }),
    createFileSystemWatcher: () => ({ onDidChange: on("changed"), onDidCreate: on("created"), onDidDelete: on("deleted"), dispose() {} }),
    onDidOpenTextDocument: on("open"), onDidChangeTextDocument: on("change"), onDidCloseTextDocument: on("close"), onDidSaveTextDocument: on("save"),
  },
  window: {
    showWarningMessage: (words) => { shown.warnings.push(words); },
    showErrorMessage: (words) => { shown.errors.push(words); return Promise.resolve(undefined); },
  },
  commands: { registerCommand: (name, call) => ((events[name] = call), { dispose() {} }), executeCommand: () => undefined },
};
const load = Module._load;
Module._load = function (name, ...rest) { return name === "vscode" ? vscode : load.call(this, name, ...rest); };

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
async function until(test) {
  for (let i = 0; i < 600 && !test(); i++) await wait(100);
}

(async () => {
  const { activate, deactivate } = require(path.join(extension, "extension.js"));
  activate({ subscriptions: [] });
  await until(() => shown.diagnostics[file] || shown.errors.length);
  if (shown.errors.length) return console.log(JSON.stringify(shown));
  const first = shown.diagnostics[file];
  document.text = document.text.replace("有效性: 有效\n", "有效性: 有效\n依据: 甲政发\n") + "\n电话 13800138000。\n";
  document.version = 2;
  events.change({ document });
  await until(() => (shown.diagnostics[file] || []).some((d) => d[2] === "P102"));
  await wait(3000);
  const edited = shown.diagnostics[file];
  const completion = await providers.completion.provideCompletionItems(document, place(6, 7));
  const hover = await providers.hover.provideHover(document, place(5, 1));
  const definition = await providers.definition.provideDefinition(document, place(9, 12));
  const references = await providers.references.provideReferences(document, place(9, 12), { includeDeclaration: true });
  const actions = await providers.actions.provideCodeActions(document, new Range(2, 0, 2, 0), {});
  await events["gongkai.restart"]();
  await until(() => (shown.diagnostics[file] || []).some((d) => d[2] === "P102"));
  const again = shown.diagnostics[file];
  await deactivate();
  console.log(JSON.stringify({ first, edited, completion, hover, definition, references, actions, again, shown }));
  await wait(200);
  process.exit(0);
})();
