import Diagnostics
import HCLSyntax
import SourceText

/// The test files of a root module, with the mock files and the modules that they lead to. (Terraform language, "Tests".)
public struct ModuleTests: Sendable {
  /// In order of their paths: those of the module's directory, then those of its test directory.
  public var files: [ModuleFile] = []
  /// The files of directories that mock providers name as their source.
  public var mockFiles: [ModuleFile] = []
  /// The modules that `run` blocks name as theirs, by their source as it is written.
  public var modules: [String: Configuration] = [:]
  public var diagnostics: [Diagnostic] = []

  /// Where test files lie unless another directory is named.
  public static let standardDirectory = "tests"

  /// Loads the tests of a configuration.
  ///
  /// - Parameters:
  ///   - directory: relative to the root module.
  ///   - installed: leads the source of a remote call to a directory with its code.
  public static func load(
    for configuration: Configuration, from library: ModuleLibrary, directory: String = standardDirectory,
    installed: @escaping @Sendable (_ callPath: [String], _ source: String) -> String? = { _, _ in nil }
  ) -> ModuleTests {
    var tests = ModuleTests()
    let root = configuration.rootDirectory
    for place in Set([root, joinedPath(root, directory)]).sorted() {
      let names = testFileNames(library.access.fileNames(place) ?? [], library.dialect)
      tests.files += tests.parse(names, in: place, library.access, .testFile)
    }
    for place in tests.mockSources.map({ joinedPath(root, $0) }).sorted() {
      let names = (library.access.fileNames(place) ?? []).filter { name in
        !name.hasPrefix(".") && [".tfmock.hcl", ".tfmock.json", ".tofumock.hcl", ".tofumock.json"].contains { name.hasSuffix($0) }
      }
      tests.mockFiles += tests.parse(names.sorted(), in: place, library.access, .mockFile)
    }
    for file in tests.files {
      for run in file.tree.rootBody.blocks(ofType: "run") {
        guard let source = runModuleSource(run), tests.modules[source] == nil else { continue }
        let path = callPath(of: run, in: file, root)
        let isLocal = source.hasPrefix("./") || source.hasPrefix("../")
        guard let target = isLocal ? joinedPath(root, source) : installed(path, source) else { continue }
        tests.modules[source] = Configuration.load(
          target, from: library, catalog: configuration.catalog, installed: { installed(path + $0, $1) })
      }
    }
    return tests
  }

  /// What `init` calls the module of a run: `test.tests.main.setup`.
  private static func callPath(of run: BlockSyntax, in file: ModuleFile, _ root: String) -> [String] {
    let path = file.source.path
    let relative = root == "." ? path[...] : path.dropFirst(root.count + 1)
    var parts = relative.split(separator: "/").map(String.init)
    let stem = parts.popLast().map { String($0.prefix { $0 != "." }) }
    return ["test"] + parts + [stem, run.labels.first?.value].compactMap { $0 }
  }

  private mutating func parse(_ names: [String], in directory: String, _ access: DirectoryAccess, _ schema: JSONBlockSchema) -> [ModuleFile] {
    names.compactMap { name in
      let path = joinedPath(directory, name)
      guard let bytes = access.read(path) else { return nil }
      let source = SourceFile(path: path, bytes: bytes)
      let result = name.hasSuffix(".json") ? parseJSONConfiguration(source, schema: schema) : parseConfiguration(source)
      diagnostics += result.diagnostics
      return ModuleFile(source: source, tree: result.tree)
    }
  }

  private var mockSources: Set<String> {
    let providers = files.flatMap { $0.tree.rootBody.blocks(ofType: "mock_provider") }
    return Set(providers.compactMap { $0.body.attribute("source").flatMap { literalString($0.expression) } })
  }

  /// The source of the module that a run uses in place of the one under test.
  static func runModuleSource(_ run: BlockSyntax) -> String? {
    run.body.blocks(ofType: "module").first?.body.attribute("source").flatMap { literalString($0.expression) }
  }
}

/// The test files among the names of a directory, sorted: `.tofutest` hides a `.tftest` of the same stem. (OpenTofu, "Command: test".)
public func testFileNames(_ names: [String], _ dialect: Dialect? = nil) -> [String] {
  let endings = [".tftest.hcl", ".tftest.json"] + (dialect == .terraform ? [] : [".tofutest.hcl", ".tofutest.json"])
  let candidates = names.filter { name in !name.hasPrefix(".") && endings.contains { name.hasSuffix($0) } }
  let all = Set(candidates)
  return candidates.filter { name in
    for form in ["hcl", "json"] where name.hasSuffix(".tftest.\(form)") {
      return !all.contains("\(name.dropLast(".tftest.\(form)".count)).tofutest.\(form)")
    }
    return true
  }.sorted()
}
