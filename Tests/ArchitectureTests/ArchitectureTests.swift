import Foundation
import TestSupport
import Testing

/// The targets bottom up: each may import only what stands before it.
private let order = [
  "CLibYAML", "CLibXML2", "CRE2", "PackedData", "SourceText", "Diagnostics", "Documents", "HCLSyntax", "HCLValues", "HCLEvaluation", "TerraformFunctions",
  "Schemas", "TerraformModel", "Linting", "Conversion", "Reporting", "TerraneDriver", "terrane", "terrane-dev",
]
/// Programs that only the build runs.
private let tools = ["pack-data"]
/// The most lines that a file may have.
private let lineLimit = 600

private struct SwiftFile {
  var target: String
  var path: String
  var lines: [Substring]

  var isGenerated: Bool { false }

  /// The modules that it imports.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ").filter { !$0.hasPrefix("@") && !["public", "internal", "package", "private"].contains($0) }
      return words.count >= 2 && words[0] == "import" ? String(words[words.count - 1]) : nil
    }
  }
}

private let sources: [SwiftFile] = {
  let folder = ProjectRoot.url.appendingPathComponent("Sources")
  let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
  return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
    guard let text = try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) else { return nil }
    return SwiftFile(
      target: String(path.prefix { $0 != "/" }), path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
  }
}()

@Test func `every target has its place in the order`() {
  let targets = Set(sources.map(\.target))
  #expect(targets.subtracting(order + tools) == [])
  #expect(!sources.isEmpty)
}

@Test func `a target imports only what stands below it`() {
  for file in sources {
    guard let place = order.firstIndex(of: file.target) else { continue }
    for name in file.imports {
      guard let imported = order.firstIndex(of: name) else { continue }
      #expect(imported < place, "\(file.path) imports \(name)")
    }
  }
}

@Test func `no product target imports Foundation`() {
  for file in sources where !tools.contains(file.target) {
    let found = file.imports.filter { $0.hasPrefix("Foundation") }
    #expect(found == [], "\(file.path)")
  }
}

@Test func `only the driver talks to the system`() {
  let system: Set<String> = ["Glibc", "Musl", "Darwin"]
  for file in sources where !["TerraneDriver", "terrane", "terrane-dev"].contains(file.target) && !tools.contains(file.target) {
    #expect(system.isDisjoint(with: file.imports) || isAllowedToCompute(file), "\(file.path)")
  }
}

/// Functions of the C library that compute and touch nothing are welcome below the driver.
private func isAllowedToCompute(_ file: SwiftFile) -> Bool {
  let calls = ["open(", "fopen(", "read(", "write(", "getenv(", "stat(", "time(", "gettimeofday", "clock_gettime", "isatty"]
  return !file.lines.contains { line in calls.contains { line.contains(" \($0)") || line.contains("Glibc.\($0)") } }
}

@Test func `files stay short`() {
  for file in sources { #expect(file.lines.count <= lineLimit, "\(file.path) has \(file.lines.count) lines") }
}

@Test func `product code does not force, trap or leave work undone`() {
  let forbidden = ["try!", "fatalError(", "TODO", "FIXME", "as! ", "nonisolated(unsafe)", "@unchecked Sendable"]
  for file in sources where !tools.contains(file.target) {
    for (number, line) in file.lines.enumerated() {
      let found = forbidden.filter { line.contains($0) }
      #expect(found == [], "\(file.path):\(number + 1)")
    }
  }
}

@Test func `public types are documented`() throws {
  let pattern = try Regex(#"^\s*public (final |indirect )*(struct|enum|class|protocol|actor) "#)
  for file in sources {
    for (number, line) in file.lines.enumerated() where line.prefixMatch(of: pattern) != nil {
      var above = number - 1
      while above >= 0, file.lines[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
      let isDocumented = above >= 0 && file.lines[above].drop { $0 == " " }.hasPrefix("///")
      #expect(isDocumented, "\(file.path):\(number + 1): \(line)")
    }
  }
}
