import Diagnostics
import Documents
import Linting
import SourceText

extension SARIFReport {
  /// The places of a finding as the report shows them.
  struct Places {
    /// A file of the repository wherever there is one: what stands elsewhere cannot be shown beside the code.
    var primary: DiagnosticLabel
    var related: [DiagnosticLabel]
    /// The module calls that lead to the code, the root module's first, and the code last; empty for code of the root module.
    var flow: [DiagnosticLabel]

    init(_ finding: Finding, _ paths: ReportPaths) {
      primary = finding.primary
      related = finding.related
      if !Self.isInRepository(primary.range, paths), let index = related.firstIndex(where: { Self.isInRepository($0.range, paths) }) {
        let place = related.remove(at: index)
        related.insert(DiagnosticLabel(primary.range, "in the module's code"), at: 0)
        primary = place
      }
      flow = Self.flow(of: finding)
    }

    /// Fetched modules are not part of the repository, wherever they lie.
    private static func isInRepository(_ range: SourceRange, _ paths: ReportPaths) -> Bool {
      let path = paths.relativeToRepository(range.file.path)
      return !path.hasPrefix("/") && !path.hasPrefix("../") && !path.hasPrefix("<") && !path.split(separator: "/").contains(".terraform")
    }

    /// The way to the first instance; other instances' calls are related locations.
    private static func flow(of finding: Finding) -> [DiagnosticLabel] {
      let names = moduleNames(in: finding.instances.first ?? "")
      guard !names.isEmpty else { return [] }
      var calls = (finding.related + [finding.primary]).filter { $0.range.text.hasPrefix("module") }
      var steps: [DiagnosticLabel] = []
      // The calls of the first instance come first, the innermost before those around it.
      for name in names.reversed() {
        guard let index = calls.firstIndex(where: { $0.range.text.contains("\"\(name)\"") }) else { return [] }
        steps.insert(DiagnosticLabel(calls.remove(at: index).range, "module.\(name) is called here"), at: 0)
      }
      let code = steps.contains { $0.range == finding.primary.range } ? finding.related.first { $0.message == "in the module's code" } : finding.primary
      guard let code else { return [] }
      return steps + [DiagnosticLabel(code.range, finding.message)]
    }

    /// The names of the modules of an address, `a` and `b` for `module.a["x"].module.b[0].aws_vpc.this`.
    private static func moduleNames(in address: String) -> [String] {
      var names: [String] = []
      var rest = Substring(address)
      while rest.hasPrefix("module.") {
        rest = rest.dropFirst("module.".count)
        let name = rest.prefix { $0 != "." && $0 != "[" }
        names.append(String(name))
        rest = rest.dropFirst(name.count)
        if rest.first == "[" { rest = withoutKey(rest) }
        guard rest.first == "." else { return names }
        rest = rest.dropFirst()
      }
      return names
    }

    /// What stands behind an instance key.
    private static func withoutKey(_ text: Substring) -> Substring {
      var isQuoted = false
      var isEscaped = false
      for index in text.indices {
        switch text[index] {
        case _ where isEscaped: isEscaped = false
        case "\\" where isQuoted: isEscaped = true
        case "\"": isQuoted.toggle()
        case "]" where !isQuoted: return text[text.index(after: index)...]
        default: break
        }
      }
      return ""
    }
  }
}
