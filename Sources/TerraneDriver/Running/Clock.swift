#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The date of the run as `YYYY-MM-DD`, in UTC.
public func currentDate() -> String {
  var now = time(nil)
  var parts = tm()
  guard gmtime_r(&now, &parts) != nil else { return "1970-01-01" }
  func padded(_ number: Int32, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
  return "\(padded(parts.tm_year + 1900, 4))-\(padded(parts.tm_mon + 1, 2))-\(padded(parts.tm_mday, 2))"
}

/// Processor time that the process has used, in seconds.
public func processorTime() -> Double {
  var time = timespec()
  guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return 0 }
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The most memory that the process has had at once, in bytes; nil where the system does not say.
public func peakMemory() -> Int? {
  #if canImport(Darwin)
    var usage = rusage()
    guard getrusage(RUSAGE_SELF, &usage) == 0 else { return nil }
    return usage.ru_maxrss
  #else
    // Not getrusage: its figure begins with that of the process that started this one.
    guard let status = try? Disk.read("/proc/self/status") else { return nil }
    let text = String(decoding: status, as: UTF8.self)
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) else { return nil }
    let digits = line.drop { !$0.isNumber }.prefix { $0.isNumber }
    return Int(digits).map { $0 * 1024 }
  #endif
}

/// Seconds on a clock that only goes forward, from an arbitrary start.
public func wallTime() -> Double {
  var time = timespec()
  guard clock_gettime(CLOCK_MONOTONIC, &time) == 0 else { return 0 }
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
