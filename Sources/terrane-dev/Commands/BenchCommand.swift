import ArgumentParser
import TerraneDriver

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure schemas, start-up and linting.",
    discussion: "Fails when a time for which a budget is printed exceeds it.")

  @Option(help: "A folder of .tf files to lint.")
  var corpus: String

  @Option(help: "The terrane program to start.")
  var program: String

  @Option(help: "The module for linting one.")
  var module: String

  @Option(help: "Where other work slows the machine down: how many times its budget a time may be.")
  var slack = 1.0

  /// Milliseconds for linting one module.
  private static let moduleBudget = 20.0

  func run() throws {
    let schemas = SchemaBench(slack: max(1, slack))
    for line in schemas.lines { say("schemas", line) }
    try startUp()
    let isModuleFast = try lintModule()
    try lintCorpus()
    for line in ConfigurationBench(corpus: corpus, program: program).run() { say(line.name, line.text) }
    if let size = try? Disk.read(program).count { say("binary", "\(decimal(Double(size) / 1e6)) MB") }
    if !schemas.isKept || !isModuleFast { throw ExitStatus.findings }
  }

  // MARK: Processes

  private func startUp() throws {
    let nothing = try elapsed("/bin/true", [], times: 100)
    let version = try elapsed(program, ["version"], times: 100)
    say("start", "terrane version \(milliseconds(version)), /bin/true \(milliseconds(nothing)): \(milliseconds(version - nothing)) above")
  }

  /// - Returns: whether the budget is kept.
  private func lintModule() throws -> Bool {
    let one = try elapsed(program, ["lint", module, "--format", "concise"], times: 20)
    let most = Self.moduleBudget * max(1, slack)
    let isWithin = one * 1000 <= most
    say("lint one", "\(milliseconds(one)) (at most \(decimal(most))) for \(module)\(isWithin ? "" : ", too slow")")
    return isWithin
  }

  private func lintCorpus() throws {
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
