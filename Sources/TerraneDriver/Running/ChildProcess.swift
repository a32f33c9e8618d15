#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs other programs: git, and for measuring and asking a program for its help.
public enum ChildProcess {
  /// What a program has used and said.
  public struct Outcome: Sendable {
    public var exitCode: Int32
    /// Seconds on the clock.
    public var elapsed: Double
    /// Seconds of the processor, user and system.
    public var processor: Double
    public var output: [UInt8]
  }

  /// Runs a program to its end; its standard error is dropped.
  ///
  /// - Parameters:
  ///   - input: its standard input; that of this process when nil.
  ///   - capturesOutput: keeps what it writes to standard output, which is dropped otherwise.
  /// - Returns: nil when it cannot be started.
  public static func run(_ program: String, _ arguments: [String], input: [UInt8]? = nil, capturesOutput: Bool = false) -> Outcome? {
    var ends: [Int32] = [-1, -1]
    let source = input.map { readable($0) } ?? -1
    if input != nil, source < 0 { return nil }
    defer { if source >= 0 { close(source) } }
    if capturesOutput, pipe(&ends) != 0 { return nil }
    let start = clock()
    guard let child = spawn(program, arguments, input: source, output: ends[1]) else {
      ends.filter { $0 >= 0 }.forEach { close($0) }
      return nil
    }
    var output: [UInt8] = []
    if capturesOutput {
      close(ends[1])
      output = (try? Disk.readAll(ends[0], program, expecting: 1 << 16)) ?? []
      close(ends[0])
    }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child else { return nil }
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return Outcome(
      exitCode: code, elapsed: clock() - start, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime), output: output)
  }

  private static func clock() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A descriptor that bytes can be read from: a file without a name, so that neither side waits for the other.
  private static func readable(_ bytes: [UInt8]) -> Int32 {
    var template = Array("/tmp/terrane.XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return -1 }
    unlink(template)
    guard Disk.writeAll(bytes[...], to: descriptor), lseek(descriptor, 0, SEEK_SET) == 0 else {
      close(descriptor)
      return -1
    }
    return descriptor
  }

  /// Starts a program with both output streams going nowhere, or the first one to a descriptor.
  private static func spawn(_ program: String, _ arguments: [String], input: Int32, output: Int32) -> pid_t? {
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { words.forEach { free($0) } }
    let nowhere = open("/dev/null", O_WRONLY)
    guard nowhere >= 0 else { return nil }
    defer { close(nowhere) }
    return withUnsafeTemporaryAllocation(of: posix_spawn_file_actions_t.self, capacity: 1) { buffer in
      guard let actions = buffer.baseAddress, posix_spawn_file_actions_init(actions) == 0 else { return nil }
      defer { posix_spawn_file_actions_destroy(actions) }
      if input >= 0 { posix_spawn_file_actions_adddup2(actions, input, 0) }
      posix_spawn_file_actions_adddup2(actions, output >= 0 ? output : nowhere, 1)
      posix_spawn_file_actions_adddup2(actions, nowhere, 2)
      var child: pid_t = 0
      return posix_spawnp(&child, program, actions, nil, words, environ) == 0 ? child : nil
    }
  }
}
