import Foundation
import PackagePlugin

/// Packs the data files of a target (everything below its `Data` folder) into one generated Swift file.
///
/// The target then has `EmbeddedData.files`, a `PackedFiles`. Files are found at each build: none is listed anywhere. A target without
/// such files gets an empty `EmbeddedData.files`.
@main
struct PackData: BuildToolPlugin {
  /// The endings of names of files that are packed, and of those that say what is noted of them.
  static let endings = [".rule.hcl", ".subject.hcl", ".map.hcl", ".txt", "mentions.index"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target.sourceModule else { return [] }
    let folder = target.directoryURL.appendingPathComponent("Data", isDirectory: true).path
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    let inputs = module.sourceFiles.map(\.url).filter { url in
      url.path.hasPrefix(prefix) && Self.endings.contains { url.lastPathComponent.hasSuffix($0) }
    }
    .sorted { $0.path < $1.path }
    let list = context.pluginWorkDirectoryURL.appendingPathComponent("files.txt")
    try write(inputs.map { String($0.path.dropFirst(prefix.count)) + "\n" }.joined(), to: list)
    let output = context.pluginWorkDirectoryURL.appendingPathComponent("EmbeddedData.swift")
    return [
      .buildCommand(
        displayName: "Packing \(inputs.count) data files of \(target.name)",
        executable: try context.tool(named: "pack-data").url,
        arguments: [prefix, list.path, output.path],
        inputFiles: inputs + [list],
        outputFiles: [output])
    ]
  }

  /// Leaves a file that already has this text alone, so that nothing is rebuilt.
  private func write(_ text: String, to file: URL) throws {
    if let present = try? String(contentsOf: file, encoding: .utf8), present == text { return }
    try Data(text.utf8).write(to: file)
  }
}
