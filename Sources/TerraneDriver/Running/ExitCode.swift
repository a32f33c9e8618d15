#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the process ends with; an error too, so that a command may stop with it. (docs/cli.md, "Exit codes".)
public enum ExitStatus: Int32, Error, Comparable {
  /// Nothing to say.
  case clean = 0
  /// Findings; also: not formatted, lossy under `--strict`, an invalid configuration.
  case findings = 1
  /// The job could not be done: wrong usage, an unreadable file, an internal error.
  case failure = 2

  public static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }

  /// Throws the status unless all is well.
  public func end() throws {
    if self != .clean { throw self }
  }
}

/// Ends the process.
public func finish(_ status: ExitStatus) -> Never { exit(status.rawValue) }
