/// Functions on files and paths. Files are read through the context only. (Terraform language, "Filesystem functions".)

import HCLEvaluation
import HCLValues

enum FilesystemFunctions {
  static let all = [abspath, basename, dirname, file, filebase64, fileexists, fileset, pathexpand]

  static let path = FunctionParameter("path", .string)

  static let abspath = Function(
    "abspath", "Makes a path absolute; a relative one depends on where the project lies, so it is not known.", [path],
    isImpure: true,
    returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let path = try arguments.string(0)
    return path.utf8.first == UInt8(ascii: "/") ? .string(cleanPath(path)) : .unknown(.string)
  }

  static let pathexpand = Function(
    "pathexpand", "Puts the home directory in place of a leading ~, which is not known here.", [path],
    example: ("pathexpand(\"/etc/resolv.conf\")", "\"/etc/resolv.conf\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let path = try arguments.string(0)
    guard path.utf8.first == UInt8(ascii: "~") else { return .string(path) }
    let next = path.utf8.dropFirst().first
    guard next == nil || next == UInt8(ascii: "/") else {
      throw FunctionError("the home directory of another user cannot be expanded", argument: 0)
    }
    return .unknown(.string)
  }

  static let basename = Function(
    "basename", "Gives the last part of a path.", [path], example: ("basename(\"foo/bar/baz.txt\")", "\"baz.txt\""),
    returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let path = try arguments.string(0)
    if path.isEmpty { return .string(".") }
    return .string(path.split(separator: "/").last.map(String.init) ?? "/")
  }

  static let dirname = Function(
    "dirname", "Gives a path without its last part.", [path], example: ("dirname(\"foo/bar/baz.txt\")", "\"foo/bar\""),
    returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let bytes = Array(try arguments.string(0).utf8)
    let end = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return .string(cleanPath(String(decoding: bytes[..<end], as: UTF8.self)))
  }

  static let file = Function(
    "file", "Gives the content of a file, which must be UTF-8.", [path], example: ("file(\"hello.txt\")", "\"Hello\""), returns: .string
  ) {
    (arguments, context) throws(FunctionError) in
    try withContent(arguments, context) { (bytes) throws(FunctionError) in
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw FunctionError("the content of \(shown(arguments)) is not valid UTF-8; filebase64 reads any file", argument: 0)
      }
      return .string(text)
    }
  }

  static let filebase64 = Function(
    "filebase64", "Gives the content of a file in base64.", [path], example: ("filebase64(\"hello.txt\")", "\"SGVsbG8=\""),
    returns: .string
  ) {
    (arguments, context) throws(FunctionError) in
    try withContent(arguments, context) { bytes in .string(base64Encoded(bytes)) }
  }

  static let fileexists = Function(
    "fileexists", "Tells whether a file exists.", [path], example: ("fileexists(\"hello.txt\")", "true"), returns: .bool
  ) {
    (arguments, context) throws(FunctionError) in
    let path = resolved(try arguments.string(0), context)
    do throws(FileAccess.Failure) {
      _ = try context.files.read(path)
      return .bool(true)
    } catch {
      switch error {
      case .notFound: return .bool(false)
      case .outsideRoot: return .unknown(.bool)
      case .unreadable(let reason): throw FunctionError("\(shown(arguments)) is no regular file: \(reason)", argument: 0)
      }
    }
  }

  static let fileset = Function(
    "fileset", "Gives the names of the files below a directory that match a pattern.", [path, .init("pattern", .string)],
    example: ("fileset(\".\", \"*.txt\")", "toset([\"hello.txt\"])"), returns: .set(.string)
  ) { (arguments, context) throws(FunctionError) in
    let glob: Glob
    let pattern = try arguments.string(1)
    do throws(GlobFailure) {
      glob = try Glob(pattern)
    } catch {
      throw FunctionError("failed to use the pattern \(quotedHCL(pattern)): \(error.message)", argument: 1)
    }
    // A pattern that climbs may leave the project; what it matches is not known.
    if pattern.hasPrefix("../") { return .unknown(.set(.string)) }
    let directory = resolved(try arguments.string(0), context)
    do throws(FileAccess.Failure) {
      let names = try context.files.list(directory)
      return .set(of: .string, names.filter(glob.matches).map { .string($0) })
    } catch {
      switch error {
      case .notFound: return .set(of: .string, [])
      case .outsideRoot: return .unknown(.set(.string))
      case .unreadable(let reason): throw FunctionError("the directory cannot be listed: \(reason)", argument: 0)
      }
    }
  }

  /// Gives the content of the file that the first argument names to a function, or an unknown string when it lies out of bounds.
  static func withContent(
    _ arguments: [Value], _ context: FunctionContext, _ body: ([UInt8]) throws(FunctionError) -> Value
  ) throws(FunctionError) -> Value {
    guard let content = try content(arguments, context) else { return .unknown(.string) }
    guard content.count <= FunctionLimit.stringBytes else {
      throw FunctionError("\(shown(arguments)) is larger than the limit of \(FunctionLimit.stringBytes) bytes", argument: 0)
    }
    return try body(content)
  }

  /// The content of the file that the first argument names; nil when it lies out of bounds.
  static func content(_ arguments: [Value], _ context: FunctionContext) throws(FunctionError) -> [UInt8]? {
    let path = try arguments.string(0)
    if path.utf8.first == UInt8(ascii: "~") { return nil }
    do throws(FileAccess.Failure) {
      return try context.files.read(resolved(path, context))
    } catch {
      switch error {
      case .notFound:
        throw FunctionError(
          "no file exists at \(shown(arguments)); functions read files that are part of the configuration, not files that a run makes",
          argument: 0)
      case .outsideRoot: return nil
      case .unreadable(let reason): throw FunctionError("failed to read \(shown(arguments)): \(reason)", argument: 0)
      }
    }
  }

  /// A path relative to the project root.
  static func resolved(_ path: String, _ context: FunctionContext) -> String {
    if path.utf8.first == UInt8(ascii: "/") || context.workingDirectory.isEmpty || context.workingDirectory == "." {
      return cleanPath(path)
    }
    return cleanPath(context.workingDirectory + "/" + path)
  }

  private static func shown(_ arguments: [Value]) -> String {
    arguments.first?.stringValue.map(quotedHCL) ?? "the file"
  }
}

/// A path without `.`, without empty parts, and with `..` taken back where it can be. (Go, `path.Clean`.)
func cleanPath(_ path: String) -> String {
  let isAbsolute = path.utf8.first == UInt8(ascii: "/")
  var parts: [Substring] = []
  for part in path.split(separator: "/") {
    switch part {
    case ".": continue
    case "..":
      if let last = parts.last, last != ".." {
        parts.removeLast()
      } else if !isAbsolute {
        parts.append(part)
      }
    default: parts.append(part)
    }
  }
  let joined = parts.joined(separator: "/")
  return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
}
