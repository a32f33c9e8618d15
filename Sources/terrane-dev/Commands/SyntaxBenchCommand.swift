import ArgumentParser
import Diagnostics
import Documents
import HCLSyntax
import SourceText
import TerraneDriver

struct SyntaxBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-syntax", abstract: "Measure lexing, parsing and formatting beside the Go reference.",
    discussion: """
      All times are processor time of one thread, the median of the rounds, both programs in the same run. Fails when a ratio is below its \
      target, when trees take more than six times their source, when ten times the input takes more than eleven times the time or memory, or \
      when deep nesting is no clear error. Without the reference's program speeds are shown and not judged.
      """)

  @Option(help: "A folder of .tf files.")
  var corpus: String

  @Option(help: "The hclref program to compare with.")
  var reference: String?

  @Option(help: "Where other work slows the machine down: how many times faster than the reference parsing has to be. The other ratios are lowered alike.")
  var leastRatio: Double?

  @Option(help: "How many rounds; the median counts.")
  var rounds = 5

  @Option(help: "The size of the large file, in MB.")
  var largeFile = 200

  /// What the reference calls a stage, what it is here, and how many times faster it has to be. The reference's formatting is layout alone, and
  /// so is `layout`; `fmt` is all of `terrane fmt`, which parses and rewrites besides.
  private struct Stage {
    var name: String
    var referenceMode: String
    var target: Double
    var work: @Sendable (SourceFile) -> Int
  }

  private static let parseTarget = 20.0

  private static let stages = [
    Stage(name: "parse", referenceMode: "bench", target: parseTarget) { parseConfiguration($0).diagnostics.count },
    Stage(name: "layout", referenceMode: "benchfmt", target: 15) { formatLayout($0).count },
    Stage(name: "fmt", referenceMode: "benchfmt", target: 0) { format($0).count },
    Stage(name: "lex", referenceMode: "benchlex", target: 40) { tokenCount($0) },
  ]

  func run() throws {
    let request = self
    let result = Parallel.onLargeStack { Result { try request.measure() } }
    if try !result.get() { throw ExitStatus.findings }
  }

  private func measure() throws -> Bool {
    var files: [SourceFile] = []
    try collect(corpus, &files)
    let size = files.reduce(0) { $0 + $1.bytes.count }
    say("corpus", "\(files.count) files, \(decimal(Double(size) / 1e6)) MB")
    var results = try Self.stages.map { try measure($0, files, size) }
    results.append(measureMemory(files, size))
    results.append(measureGrowth())
    results.append(checkNesting())
    return results.allSatisfy { $0 }
  }

  // MARK: Speed

  private func measure(_ stage: Stage, _ files: [SourceFile], _ size: Int) throws -> Bool {
    var ours: [Double] = []
    var theirs: [Double] = []
    for _ in 0..<max(1, rounds) {
      ours.append(Double(size) / 1e6 / seconds { files.reduce(0) { $0 &+ stage.work($1) } })
      if let reference { theirs.append(try speed(of: reference, stage.referenceMode)) }
    }
    guard !theirs.isEmpty else {
      say(stage.name, "\(decimal(median(ours))) MB/s")
      return true
    }
    let ratio = median(ours) / median(theirs)
    let least = stage.target * (leastRatio ?? Self.parseTarget) / Self.parseTarget
    let verdict = ratio >= least ? "" : ", too slow"
    let target = least > 0 ? " (at least \(decimal(least)))" : ""
    say(
      stage.name,
      "\(decimal(median(ours))) MB/s, reference \(decimal(median(theirs))) MB/s: \(decimal(ratio)) times\(target)\(verdict)")
    return ratio >= least
  }

  /// One round of the reference, on one thread.
  private func speed(of reference: String, _ mode: String) throws -> Double {
    guard let outcome = ChildProcess.run("env", ["GOMAXPROCS=1", reference, mode, corpus, "1"], capturesOutput: true), outcome.exitCode == 0,
      let report = JSONReader.read(text: String(decoding: outcome.output, as: UTF8.self)).validDocument?.document,
      let speed = report["best_MBps"]?.numberText.flatMap(Double.init)
    else { throw failure("\(reference) \(mode) gave no figures") }
    return speed
  }

  private func seconds(_ work: () -> Int) -> Double {
    let start = processorTime()
    // The count is looked at, so that the work is not optimised away.
    guard work() != Int.min else { return 0 }
    return processorTime() - start
  }

  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  // MARK: Size

  private func measureMemory(_ files: [SourceFile], _ size: Int) -> Bool {
    var total = 0
    var above = 0
    for file in files {
      let footprint = parseConfiguration(file).tree.footprint
      total += footprint
      // A small file's tree is mostly what every tree has.
      if file.bytes.count >= 2_000, footprint > 6 * file.bytes.count { above += 1 }
    }
    let ratio = Double(total) / Double(size)
    say("memory", "trees take \(decimal(ratio)) times their source (at most 6); \(above) files of 2 kB and more take more")
    return ratio <= 6
  }

  /// Parses a large file and one of a tenth of its size, which must take about a tenth of time and memory.
  private func measureGrowth() -> Bool {
    let unit = "resource \"aws_instance\" \"web\" {\n  ami  = var.images[local.name]\n  tags = { Name = \"web-${count.index}\" }\n}\n"
    func measure(_ megabytes: Int) -> (seconds: Double, footprint: Int) {
      let file = SourceFile(path: "large.tf", text: String(repeating: unit, count: megabytes * 1_000_000 / unit.utf8.count))
      var footprint = 0
      let times = (0..<3).map { _ in
        seconds {
          footprint = parseConfiguration(file).tree.footprint
          return footprint
        }
      }
      return (median(times), footprint)
    }
    let small = measure(max(1, largeFile / 10))
    let large = measure(largeFile)
    let time = large.seconds / small.seconds
    let memory = Double(large.footprint) / Double(small.footprint)
    say(
      "growth",
      "\(largeFile) MB in \(decimal(large.seconds)) s, a tenth of it in \(decimal(small.seconds)) s: \(decimal(time)) times the time, \(decimal(memory)) times the memory (at most 11)"
    )
    return time <= 11 && memory <= 11
  }

  private func checkNesting() -> Bool {
    let texts = ["[", "(", "{ a = ", "f(", "\"${", "!", "-"].map { "a = " + String(repeating: $0, count: 100_000) }
    let clear = texts.filter { text in
      parseConfiguration(SourceFile(path: "deep.tf", text: text)).diagnostics.contains { $0.id == "nesting-too-deep" }
    }
    say("nesting", "100000 deep is a clear error in \(clear.count) of \(texts.count) forms")
    return clear.count == texts.count
  }

  // MARK: Files and figures

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

  private func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  private func say(_ name: String, _ text: String) {
    OutputStream.standardOutput.write(name + String(repeating: " ", count: max(1, 11 - name.count)) + text + "\n")
  }
}
