import Diagnostics
import Foundation
import HCLEvaluation
import SourceText
import TerraformFunctions
import TerraformModel

@testable import Linting

/// Lints source text as if it were files of one directory tree.
///
/// - Parameter configure: changes what is asked of the engine.
func lint(
  _ files: [String: String], _ selection: RuleSelection = RuleSelection(select: ["all"]), rules: [RuleDefinition] = [],
  configure: (inout LintRequest) -> Void = { _ in }
) -> LintReport {
  let access = DirectoryAccess(
    fileNames: { directory in
      let prefix = directory == "." ? "" : directory + "/"
      let names = files.keys.filter { $0.hasPrefix(prefix) && !$0.dropFirst(prefix.count).contains("/") }
      return names.isEmpty ? nil : names.map { String($0.dropFirst(prefix.count)) }.sorted()
    },
    read: { files[$0].map { Array($0.utf8) } })
  return lint(access, selection, rules: rules, configure: configure)
}

func lint(
  _ source: String, _ selection: RuleSelection = RuleSelection(select: ["all"]), rules: [RuleDefinition] = [],
  configure: (inout LintRequest) -> Void = { _ in }
) -> LintReport {
  lint(["main.tf": source], selection, rules: rules, configure: configure)
}

func lint(
  _ access: DirectoryAccess, _ selection: RuleSelection, rules: [RuleDefinition], configure: (inout LintRequest) -> Void = { _ in }
) -> LintReport {
  let library = ModuleLibrary(access: access)
  let configuration = Configuration.load(".", from: library).addingVariableFiles(from: library)
  let graph = ResourceGraph.build(configuration, binding: .lint, functions: RuleLanguage.functions)
  var request = LintRequest(configuration: configuration, graph: graph, selection: selection, catalog: RuleCatalog(rules))
  configure(&request)
  return LintEngine.run(request)
}

/// A rule made of parts, with everything else filled in.
func makeRule(_ parts: String, name: String = "test-rule") -> RuleDefinition? {
  let source = """
    rule "\(name)" {
      summary  = "Test"
      category = "security"
      severity = "high"
    \(parts)
    }
    """
  let (rules, diagnostics) = RuleCatalog.load(SourceFile(path: "test.rule.hcl", text: source))
  for diagnostic in diagnostics where diagnostic.severity == .error { print(diagnostic.summary, diagnostic.detail, diagnostic.subject?.text ?? "") }
  return rules.first
}

/// The covered text of each finding.
func places(_ report: LintReport) -> [String] { report.findings.map { $0.primary.range.text } }

/// Lints one root module of a tree on the disk.
func lintRoot(_ tree: URL, _ directory: String, _ selection: RuleSelection) -> LintReport {
  let access = DirectoryAccess(
    fileNames: { path in try? FileManager.default.contentsOfDirectory(atPath: tree.appendingPathComponent(path).path).sorted() },
    read: { path in (try? Data(contentsOf: tree.appendingPathComponent(path))).map { Array($0) } })
  let configuration = Configuration.load(directory, from: ModuleLibrary(access: access))
  let graph = ResourceGraph.build(configuration, binding: .lint, functions: RuleLanguage.functions)
  return LintEngine.run(LintRequest(configuration: configuration, graph: graph, selection: selection))
}
