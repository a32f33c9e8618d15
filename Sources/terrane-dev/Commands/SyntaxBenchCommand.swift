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
      target, when trees take more than six times their source, when time grows faster than the file, or when deep nesting is no clear error.
      """)

  @Option(help: "A folder of .tf files.")
  var corpus: String

  @Option(help: "The hclref program.")
  var reference: String

  @Option(help: "How many rounds; the median counts.")
  var rounds = 5

  @Option(help: "The size of the large file, in MB.")
  var largeFile = 200

  /// What the reference calls a stage, what it is here, and how many times faster it has to be. The reference's formatting is layout
  /// alone; what `terraform fmt` does beyond it takes a parser, and is shown beside.
  private struct Stage {
    var name: String
    var referenceMode: String
    var target: Double
    var work: @Sendable (SourceFile) -> Int
  }

  private static let stages = [
    Stage(name: "parse", referenceMode: "bench", target: 20) { parseConfiguration($0).diagnostics.count },
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
      theirs.append(try referenceSpeed(stage.referenceMode))
    }
    let ratio = median(ours) / median(theirs)
    let verdict = ratio >= stage.target ? "" : ", too slow"
    let target = stage.target > 0 ? " (at least \(decimal(stage.target)))" : ""
    say(
      stage.name,
      "\(decimal(median(ours))) MB/s, reference \(decimal(median(theirs))) MB/s: \(decimal(ratio)) times\(target)\(verdict)")
    return ratio >= stage.target
  }

  /// One round of the reference, on one thread.
  private func referenceSpeed(_ mode: String) throws -> Double {
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

  /// Parses a large file and one of an eighth of its size, which must take about an eighth of the time.
  private func measureGrowth() -> Bool {
    let unit = "resource \"aws_instance\" \"web\" {\n  ami  = var.images[local.name]\n  tags = { Name = \"web-${count.index}\" }\n}\n"
    func time(_ megabytes: Int) -> Double {
      let file = SourceFile(path: "large.tf", text: String(repeating: unit, count: megabytes * 1_000_000 / unit.utf8.count))
      return seconds { parseConfiguration(file).diagnostics.count }
    }
    let small = time(max(1, largeFile / 8))
    let large = time(largeFile)
    let growth = large / small / 8
    say(
      "growth",
      "\(largeFile) MB in \(decimal(large)) s, an eighth of it in \(decimal(small)) s: \(decimal(growth)) times as long per MB (at most 1.5)"
    )
    return growth <= 1.5
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
