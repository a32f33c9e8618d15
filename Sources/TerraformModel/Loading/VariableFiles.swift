import HCLSyntax
import SourceText

/// The files of variable values among the names of a directory, sorted: those that Terraform reads by itself, and those that a command line may name.
/// (Terraform language, "Variable Definitions (.tfvars) Files".)
public func variableFileNames(_ names: [String]) -> [String] {
  names.filter { !$0.hasPrefix(".") && ($0.hasSuffix(".tfvars") || $0.hasSuffix(".tfvars.json")) }.sorted()
}

extension Configuration {
  /// The same with the files of variable values that stand beside its modules; a root directory with such files alone becomes a module without a declaration.
  ///
  /// What is wrong with the files is not reported: who takes values from them does so.
  public func addingVariableFiles(from library: ModuleLibrary) -> Configuration {
    var result = self
    for directory in modules.keys { result.modules[directory]?.variableFiles = library.variableFiles(in: directory) }
    if root == nil {
      let files = library.variableFiles(in: rootDirectory)
      if !files.isEmpty {
        var module = Module(directory: rootDirectory, files: [])
        module.variableFiles = files
        result.modules[rootDirectory] = module
      }
    }
    return result
  }
}

extension ModuleLibrary {
  static func readVariableFiles(in directory: String, _ access: DirectoryAccess) -> [ModuleFile] {
    variableFileNames(access.fileNames(directory) ?? []).compactMap { name in
      let path = joinedPath(directory, name)
      guard let bytes = access.read(path) else { return nil }
      let source = SourceFile(path: path, bytes: bytes)
      if name.hasSuffix(".json") {
        let (expression, _) = parseJSONExpression(source)
        return ModuleFile(source: source, tree: expression.tree)
      }
      return ModuleFile(source: source, tree: parseConfiguration(source).tree)
    }
  }
}
