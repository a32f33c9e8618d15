#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// When output has colours.
public enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never

  /// Whether to write colours to a stream: `auto` wants a terminal that is not dumb and no `NO_COLOR`.
  public func usesColor(on stream: OutputStream, environment: [String: String]) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb" { return false }
      return stream.isTerminal
    }
  }
}

/// Where text goes to: results to standard output, messages to standard error.
public enum OutputStream: Int32, Sendable {
  case standardOutput = 1
  case standardError = 2

  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// How many columns a line may have: the terminal's width, or nil when it is no terminal.
  public var width: Int? {
    var size = winsize()
    guard isTerminal, ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes text as it is.
  ///
  /// - Returns: false when the stream is closed or full.
  @discardableResult
  public func write(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { buffer in Disk.writeAll(Array(buffer)[...], to: rawValue) }
  }

  /// Writes bytes as they are.
  @discardableResult
  public func write(_ bytes: [UInt8]) -> Bool { Disk.writeAll(bytes[...], to: rawValue) }
}

/// Whether someone types what standard input gives.
public func standardInputIsTerminal() -> Bool { isatty(STDIN_FILENO) == 1 }

/// Lets a write to a closed pipe fail instead of ending the process with a signal.
public func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

/// The environment variables of the process.
public func processEnvironment() -> [String: String] {
  var variables: [String: String] = [:]
  var position = environ
  while let entry = position.pointee {
    let text = String(cString: entry)
    if let equals = text.firstIndex(of: "=") {
      variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
    }
    position += 1
  }
  return variables
}
