import TerraneDriver

/// `-chdir=DIR`: taken out of the arguments before anything reads a path.
enum WorkingDirectory {
  /// Changes the working directory as the arguments say, and removes what said so.
  ///
  /// - Returns: what went wrong, or nil.
  static func change(_ arguments: inout [String]) -> String? {
    var rest: [String] = []
    var position = 0
    while position < arguments.count {
      let argument = arguments[position]
      position += 1
      if argument == "--" {
        rest += [argument] + arguments[position...]
        break
      }
      let directory: String
      if let equals = argument.firstIndex(of: "="), ["-chdir", "--chdir"].contains(argument[..<equals]) {
        directory = String(argument[argument.index(after: equals)...])
      } else if argument == "-chdir" || argument == "--chdir" {
        guard position < arguments.count else { return "\(argument) needs a directory: \(argument)=DIR" }
        directory = arguments[position]
        position += 1
      } else {
        rest.append(argument)
        continue
      }
      do throws(DiskError) {
        try Disk.changeDirectory(directory)
      } catch {
        return "the directory \(directory) cannot be entered: \(error.reason)"
      }
    }
    arguments = rest
    return nil
  }
}
