import SourceText
import TerraformModel
import Testing

@testable import Linting

/// What the rules over whole modules say where not all of a module is in view.
struct IncompleteModuleTests {
  static let names = RuleSelection(select: ["terraform-undeclared-reference", "terraform-unused-declaration"])

  @Test func `nothing is claimed of a module with a file that cannot be parsed`() {
    let report = lint(["main.tf": "output \"a\" {\n  value = var.region\n}\n", "variables.tf": "../shared/variables.tf\n"], Self.names)
    #expect(report.findings.isEmpty)
    #expect(report.undecided.map(\.address) == ["var.region"])
  }

  @Test func `nothing is claimed of names where a module that is called is missing as well`() {
    let call = "module \"a\" {\n  source = \"./a\"\n  region = var.region\n}\n"
    #expect(lint(call, Self.names).findings.isEmpty)
    #expect(lint(["main.tf": call, "a/main.tf": "variable \"region\" {}\noutput \"r\" {\n  value = var.region\n}\n"], Self.names).findings.count == 1)
  }

  @Test func `what a provider configuration that serves nothing refers to is never looked at`() {
    let provider = "provider \"aws\" {\n  alias  = \"east\"\n  region = var.region\n}\n"
    #expect(lint(provider, RuleSelection(select: ["terraform-undeclared-reference"])).findings.isEmpty)
    let used = provider + "resource \"aws_sqs_queue\" \"q\" {\n  provider = aws.east\n}\n"
    #expect(places(lint(used, RuleSelection(select: ["terraform-undeclared-reference"]))) == ["var.region"])
    let standard = "provider \"aws\" {\n  region = var.region\n}\nresource \"aws_sqs_queue\" \"q\" {}\n"
    #expect(places(lint(standard, RuleSelection(select: ["terraform-undeclared-reference"]))) == ["var.region"])
  }

  @Test func `a folder of declarations is part of the modules that miss them`() {
    let main = "locals {\n  service = \"web\"\n}\noutput \"a\" {\n  value = \"${var.region}-${var.stage}\"\n}\n"
    let files = ["main.tf": main, "shared/common.tf": "variable \"region\" {}\nlocals {\n  prefix = local.service\n}\n"]
    let library = library(files)
    let memory = LintMemory()
    memory.findSharedFiles(among: [".", "shared"].compactMap { library.entry($0).module }, called: [])
    let report = lint(files, Self.names) { $0.memory = memory }
    #expect(report.findings.map(\.address) == ["var.stage"])
    #expect(report.undecided.count == 1)
    #expect(report.undecided.first?.reason.contains("shared/common.tf") == true)
  }

  @Test func `declarations in a linked file are used elsewhere`() {
    let variables = "variable \"region\" {}\nvariable \"stage\" {}\n"
    let access = DirectoryAccess(
      fileNames: { _ in ["common.tf", "main.tf"] },
      read: { $0 == "common.tf" ? Array(variables.utf8) : Array("variable \"own\" {}\n".utf8) }, isLink: { $0 == "common.tf" })
    #expect(lint(access, Self.names, rules: []).findings.map(\.address) == ["var.own"])
  }

  private func library(_ files: [String: String]) -> ModuleLibrary {
    ModuleLibrary(
      access: DirectoryAccess(
        fileNames: { directory in
          let prefix = directory == "." ? "" : directory + "/"
          return files.keys.filter { $0.hasPrefix(prefix) && !$0.dropFirst(prefix.count).contains("/") }
            .map { String($0.dropFirst(prefix.count)) }.sorted()
        },
        read: { files[$0].map { Array($0.utf8) } }))
  }
}
