"use strict";
// Starts `gongkai lsp` for the folder that is open and shows what it says. No packages: it must install without a network.

const { spawn } = require("child_process");
const vscode = require("vscode");
const { Connection } = require("./connection");

const SELECTOR = [{ scheme: "file", language: "markdown" }, { scheme: "file", language: "yaml" }];
const TRIGGERS = [":", "：", " ", "-", "、", "(", "《", "〔", "[", "\\"];
const KINDS = { 10: "Property", 17: "File", 18: "Reference", 20: "EnumMember" };

let client = null;

class Client {
  constructor(folder, diagnostics) {
    this.folder = folder;
    this.diagnostics = diagnostics;
    this.stopping = false;
    const [command, ...words] = vscode.workspace.getConfiguration("gongkai", folder.uri).get("command");
    const environment = Object.assign({}, process.env, { PYTHONUTF8: "1" });
    this.process = spawn(command, [...words, "lsp"], { cwd: folder.uri.fsPath, env: environment, windowsHide: true });
    this.errors = "";
    this.process.stderr.on("data", (chunk) => { this.errors = (this.errors + chunk).slice(-2000); });
    this.process.on("error", (error) => this.lost(command + "：" + error.message));
    this.process.on("exit", (status) => this.lost(this.errors.trim().split("\n").pop() || "状态 " + status));
    this.connection = new Connection(this.process.stdout, this.process.stdin, (method, params) => this.heard(method, params));
    this.ready = this.begin();
  }

  async begin() {
    const uri = this.folder.uri.toString();
    await this.connection.ask("initialize", {
      processId: process.pid, rootUri: uri, workspaceFolders: [{ uri, name: this.folder.name }],
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceEdit: { documentChanges: true } } },
    });
    this.connection.say("initialized", {});
    for (const document of vscode.workspace.textDocuments) this.opened(document);
  }

  heard(method, params) {
    if (method === "textDocument/publishDiagnostics") {
      const uri = vscode.Uri.parse(params.uri);
      this.diagnostics.set(uri, params.diagnostics.map(diagnosticOf));
    } else if (method === "window/showMessage") {
      vscode.window.showWarningMessage(params.message);
    }
    return null;
  }

  lost(why) {
    this.connection.end();
    if (this.stopping) return;
    this.stopping = true;
    this.diagnostics.clear();
    vscode.window.showErrorMessage("gongkai lsp 没有在运行：" + why + "。装好 gongkai[editor]，在设置 gongkai.command 里写明怎样运行它。", "重新启动")
      .then((chosen) => chosen && vscode.commands.executeCommand("gongkai.restart"));
  }

  concerns(document) {
    return vscode.languages.match(SELECTOR, document) > 0;
  }

  opened(document) {
    if (!this.concerns(document)) return;
    const textDocument = { uri: document.uri.toString(), languageId: document.languageId, version: document.version, text: document.getText() };
    this.connection.say("textDocument/didOpen", { textDocument });
  }

  changed(document) {
    if (!this.concerns(document)) return;
    const textDocument = { uri: document.uri.toString(), version: document.version };
    this.connection.say("textDocument/didChange", { textDocument, contentChanges: [{ text: document.getText() }] });
  }

  saw(what, document) {
    if (this.concerns(document)) this.connection.say("textDocument/" + what, { textDocument: { uri: document.uri.toString() } });
  }

  async ask(method, document, position, more) {
    await this.ready;
    const place = position ? { position: { line: position.line, character: position.character } } : {};
    return this.connection.ask("textDocument/" + method, Object.assign({ textDocument: { uri: document.uri.toString() } }, place, more));
  }

  async stop() {
    this.stopping = true;
    this.diagnostics.clear();
    await this.ready.catch(() => null);
    await this.connection.ask("shutdown", null);
    this.connection.say("exit", null);
    this.connection.end();
  }
}

function rangeOf(range) {
  return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

function diagnosticOf(said) {
  const found = new vscode.Diagnostic(rangeOf(said.range), said.message, said.severity - 1);
  found.code = said.code;
  found.source = said.source;
  return found;
}

function itemOf(said) {
  const item = new vscode.CompletionItem(said.label, vscode.CompletionItemKind[KINDS[said.kind] || "Text"]);
  item.detail = said.detail;
  if (said.documentation) item.documentation = new vscode.MarkdownString(said.documentation.value);
  item.sortText = said.sortText;
  item.filterText = said.filterText;
  item.range = rangeOf(said.textEdit.range);
  item.insertText = said.textEdit.newText;
  return item;
}

function actionOf(said) {
  const action = new vscode.CodeAction(said.title, vscode.CodeActionKind.Empty.append(said.kind));
  action.diagnostics = (said.diagnostics || []).map(diagnosticOf);
  action.edit = new vscode.WorkspaceEdit();
  for (const change of said.edit.documentChanges) {
    const edits = change.edits.map((edit) => vscode.TextEdit.replace(rangeOf(edit.range), edit.newText));
    action.edit.set(vscode.Uri.parse(change.textDocument.uri), edits);
  }
  return action;
}

function locationOf(said) {
  return new vscode.Location(vscode.Uri.parse(said.uri), rangeOf(said.range));
}

const providers = {
  async provideCompletionItems(document, position) {
    const found = client && (await client.ask("completion", document, position, {}));
    return found && new vscode.CompletionList(found.items.map(itemOf), found.isIncomplete);
  },
  async provideHover(document, position) {
    const found = client && (await client.ask("hover", document, position, {}));
    return found && new vscode.Hover(new vscode.MarkdownString(found.contents.value), rangeOf(found.range));
  },
  async provideDefinition(document, position) {
    const found = client && (await client.ask("definition", document, position, {}));
    return (found || []).map(locationOf);
  },
  async provideReferences(document, position, context) {
    const found = client && (await client.ask("references", document, position, { context }));
    return (found || []).map(locationOf);
  },
  async provideCodeActions(document, range, context) {
    const asked = { range: { start: range.start, end: range.end }, context: { diagnostics: [], only: context.only ? [context.only.value] : undefined } };
    const found = client && (await client.ask("codeAction", document, null, asked));
    return (found || []).map(actionOf);
  },
};

function activate(context) {
  const diagnostics = vscode.languages.createDiagnosticCollection("gongkai");
  const start = () => {
    const folder = (vscode.workspace.workspaceFolders || [])[0];
    client = folder ? new Client(folder, diagnostics) : null;
  };
  const watcher = vscode.workspace.createFileSystemWatcher("**/*");
  const touched = (uri) => client && client.connection.say("workspace/didChangeWatchedFiles", { changes: [{ uri: uri.toString(), type: 2 }] });
  const actions = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.SourceFixAll] };
  context.subscriptions.push(
    diagnostics, watcher, watcher.onDidChange(touched), watcher.onDidCreate(touched), watcher.onDidDelete(touched),
    vscode.workspace.onDidOpenTextDocument((document) => client && client.ready.then(() => client.opened(document))),
    vscode.workspace.onDidChangeTextDocument((event) => client && client.ready.then(() => client.changed(event.document))),
    vscode.workspace.onDidCloseTextDocument((document) => client && client.saw("didClose", document)),
    vscode.workspace.onDidSaveTextDocument((document) => client && client.saw("didSave", document)),
    vscode.languages.registerCompletionItemProvider(SELECTOR, providers, ...TRIGGERS),
    vscode.languages.registerHoverProvider(SELECTOR, providers),
    vscode.languages.registerDefinitionProvider(SELECTOR, providers),
    vscode.languages.registerReferenceProvider(SELECTOR, providers),
    vscode.languages.registerCodeActionsProvider(SELECTOR, providers, actions),
    vscode.commands.registerCommand("gongkai.restart", async () => {
      if (client && !client.stopping) await client.stop();
      start();
    }),
  );
  start();
}

function deactivate() {
  return client && !client.stopping ? client.stop() : undefined;
}

module.exports = { activate, deactivate };
