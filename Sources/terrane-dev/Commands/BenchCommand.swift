import ArgumentParser
import Documents
import HCLSyntax
import SourceText
import TerraneDriver

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure parsing, schemas, start-up and linting.",
    discussion: "Parsing is measured in processor time, beside the Go reference when --reference names its program.")

  @Option(help: "A folder of .tf files to parse and lint.")
  var corpus: String

  @Option(help: "The terrane program to start.")
  var program: String

  @Option(help: "The hclref program to compare parsing with.")
  var reference: String?

  @Option(help: "The module for linting one.")
  var module: String

  @Option(help: "How many rounds of parsing; the median counts.")
  var rounds = 5

  @Option(help: "Fail when parsing is not this many times faster than the reference.")
  var leastRatio: Double?

  func run() throws {
    let ratio = try Parallel.onLargeStack { Result { try parse() } }.get()
    for line in SchemaBench.lines(for: ["hashicorp/aws", "hashicorp/azurerm", "hashicorp/google"]) { say("schemas", line) }
    try startUp()
    try lint()
    for line in ConfigurationBench(corpus: corpus, program: program).run() { say(line.name, line.text) }
    if let size = try? Disk.read(program).count { say("binary", "\(decimal(Double(size) / 1e6)) MB") }
    if let leastRatio, let ratio, ratio < leastRatio {
      throw failure("parsing is \(decimal(ratio)) times faster than the reference, not \(decimal(leastRatio))")
    }
  }

  // MARK: Parsing

  private func parse() throws -> Double? {
    var files: [SourceFile] = []
    try collect(corpus, &files)
    let size = files.reduce(0) { $0 + $1.bytes.count }
    var times: [Double] = []
    for _ in 0..<max(1, rounds) {
      let start = processorTime()
      var errors = 0
      for file in files { errors += parseConfiguration(file).diagnostics.isEmpty ? 0 : 1 }
      times.append(processorTime() - start)
      if errors > files.count { break }
    }
    let time = median(times)
    let speed = Double(size) / 1e6 / time
    say("parse", "\(files.count) files, \(decimal(Double(size) / 1e6)) MB in \(decimal(time * 1000)) ms of processor time: \(decimal(speed)) MB/s")
    guard let reference else { return nil }
    guard let outcome = ChildProcess.run(reference, ["bench", corpus, "3"], capturesOutput: true), outcome.exitCode == 0,
      let report = JSONReader.read(text: String(decoding: outcome.output, as: UTF8.self)).validDocument?.document,
      let best = report["best_MBps"]?.numberText.flatMap(Double.init)
    else {
      say("reference", "\(reference) gave no figures")
      return nil
    }
    say("reference", "\(decimal(best)) MB/s of processor time; terrane is \(decimal(speed / best)) times as fast")
    return speed / best
  }

  private func collect(_ directory: String, _ files: inout [SourceFile]) throws {
    for (name, kind) in try Disk.entries(directory) {
      let path = "\(directory)/\(name)"
      switch kind {
      case .directory: try collect(path, &files)
      case .file where name.hasSuffix(".tf"): files.append(SourceFile(path: path, bytes: try Disk.read(path)))
      case .file, .symbolicLink, .other: break
      }
    }
  }

  // MARK: Processes

  private func startUp() throws {
    let nothing = try elapsed("/bin/true", [], times: 100)
    let version = try elapsed(program, ["version"], times: 100)
    say("start", "terrane version \(milliseconds(version)), /bin/true \(milliseconds(nothing)): \(milliseconds(version - nothing)) above")
  }

  private func lint() throws {
    let one = try elapsed(program, ["lint", module, "--format", "concise"], times: 20)
    say("lint one", "\(milliseconds(one)) for \(module)")
    guard let all = ChildProcess.run(program, ["lint", corpus, "--format", "concise"], capturesOutput: true) else {
      throw failure("\(program) cannot be started")
    }
    let lines = String(decoding: all.output, as: UTF8.self).split(separator: "\n")
    say("lint all", "\(decimal(all.elapsed)) s, \(decimal(all.processor)) s of processor time, exit \(all.exitCode)")
    for line in lines.suffix(6) where line.hasPrefix("Looked at") || line.contains(" findings: ") { say("", String(line)) }
  }

  private func elapsed(_ program: String, _ arguments: [String], times: Int) throws -> Double {
    var all: [Double] = []
    for _ in 0..<times {
      guard let outcome = ChildProcess.run(program, arguments) else { throw failure("\(program) cannot be started") }
      all.append(outcome.elapsed)
    }
    return median(all)
  }

  // MARK: Figures

  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private func milliseconds(_ seconds: Double) -> String { "\(decimal(seconds * 1000)) ms" }

  private func decimal(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    return "\(Int(tenths) / 10).\(abs(Int(tenths) % 10))"
  }

  private func say(_ name: String, _ text: String) {
    OutputStream.standardOutput.write(name + String(repeating: " ", count: max(1, 11 - name.count)) + text + "\n")
  }
}
