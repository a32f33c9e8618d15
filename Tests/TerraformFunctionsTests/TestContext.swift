import Foundation
import HCLEvaluation
import HCLValues
import TerraformFunctions
import TestSupport

extension FunctionContext {
  /// Files below a directory, and templates that may call every function.
  static func reading(_ root: URL?) -> FunctionContext {
    guard let root else { return FunctionContext(files: .none, workingDirectory: "", functions: TerraformFunctions.table) }
    let files = FileAccess(
      read: { (path) throws(FileAccess.Failure) in
        if path.hasPrefix("/") || path.hasPrefix("..") { throw .outsideRoot }
        let url = root.appendingPathComponent(path)
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) else { throw .notFound }
        if isDirectory.boolValue { throw .unreadable("it is a directory") }
        guard let data = try? Data(contentsOf: url) else { throw .unreadable("it cannot be read") }
        return Array(data)
      },
      list: { (path) throws(FileAccess.Failure) in
        let url = root.appendingPathComponent(path).standardizedFileURL
        guard let walker = FileManager.default.enumerator(at: url, includingPropertiesForKeys: [.isRegularFileKey]) else {
          throw .notFound
        }
        var names: [String] = []
        for case let file as URL in walker {
          guard (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else { continue }
          names.append(String(file.standardizedFileURL.path.dropFirst(url.path.count + 1)))
        }
        return names.sorted()
      })
    return FunctionContext(files: files, workingDirectory: "", functions: TerraformFunctions.table)
  }

  /// The same context; templates have the stack that the program gives them, in which they may nest to their limit.
  var onLargeStack: FunctionContext {
    let render = renderTemplate
    var copy = self
    copy.renderTemplate = { (source, name, variables, depth) throws(FunctionError) in
      let result = TestSupport.onLargeStack { () -> Result<Value, FunctionError> in
        do throws(FunctionError) {
          return .success(try render(source, name, variables, depth))
        } catch {
          return .failure(error)
        }
      }
      return try result.get()
    }
    return copy
  }
}
