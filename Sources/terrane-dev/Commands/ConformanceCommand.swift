import ArgumentParser
import Diagnostics
import HCLSyntax
import SourceText
import TerraformFunctions
import TerraneDriver

struct ConformanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conformance", abstract: "Compare parser and formatter with the Go reference, over a corpus.",
    discussion: """
      Trees and layout of all files are compared by digest. Then files are cut off at 50 random bytes each, and once a token is left out: \
      nothing may crash, every place must lie in its file, and there must be an error where the reference has one.
      """)

  @Option(help: "The hclref program.")
  var reference: String

  @Option(help: "A folder of Terraform files.")
  var corpus: String

  @Flag(help: "Damage every file, not one in twenty.")
  var all = false

  @Option(help: "What the damages are drawn from.")
  var seed: UInt64 = 1

  @Option(help: "Where damaged files are written for the reference.")
  var scratch = ".build/conformance"

  private static let nativeEndings = [".tf", ".tofu", ".tfvars", ".hcl"]
  private static let jsonEndings = [".tf.json", ".tofu.json", ".tfvars.json"]
  /// How many damaged files are given to the reference at once.
  private static let batchSize = 1_000

  func run() throws {
    let request = self
    let result = Parallel.onLargeStack { Result { try request.compare() } }
    if try !result.get() { throw ExitStatus.findings }
  }

  private func compare() throws -> Bool {
    let program = ReferenceProgram(path: reference)
    let files = try program.digests(below: corpus, endings: Self.nativeEndings)
    let isWholeEqual = try compareWhole(files)
    let isJSONEqual = try compareJSON(program)
    return try compareDamaged(files.map(\.path), program) && isJSONEqual && isWholeEqual
  }

  private func load(_ path: String) throws -> SourceFile { SourceFile(path: path, bytes: try Disk.read("\(corpus)/\(path)")) }

  // MARK: Whole files

  private func compareWhole(_ files: [(path: String, digests: ReferenceProgram.Digests?)]) throws -> Bool {
    var trees = Tally("trees equal")
    var layouts = Tally("layouts equal")
    var refused = Tally("refused as well")
    var layoutsAgain = Tally("layout idempotent")
    var formatsAgain = Tally("fmt idempotent")
    for (path, digests) in files {
      let file = try load(path)
      let result = parseConfiguration(file)
      let layout = formatLayout(file)
      if let digests {
        trees.check(result.diagnostics.isEmpty && digest(Array(dumpTree(result.tree).utf8)) == digests.tree, path)
        layouts.check(digest(layout) == digests.layout, path)
      } else if !callsNamespacedFunctions(file) {
        refused.check(!result.diagnostics.isEmpty, path)
      }
      layoutsAgain.check(formatLayout(SourceFile(path: path, bytes: layout)) == layout, path)
      let formatted = format(file)
      formatsAgain.check(format(SourceFile(path: path, bytes: formatted)) == formatted, path)
    }
    return [trees, layouts, refused, layoutsAgain, formatsAgain].map { $0.finish() }.allSatisfy { $0 }
  }

  /// The reference is older than `provider::name::function()`, and refuses it.
  private func callsNamespacedFunctions(_ file: SourceFile) -> Bool { file.text(file.wholeRange.bytes).contains("provider::") }

  private func digest(_ bytes: [UInt8]) -> String {
    sha256Digest(bytes).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  private func compareJSON(_ program: ReferenceProgram) throws -> Bool {
    var tally = Tally("JSON files accepted or refused as well")
    for (path, isAccepted) in try program.acceptance(below: corpus, endings: Self.jsonEndings) {
      let file = SourceFile(path: path, bytes: try Disk.read(path))
      tally.check(parseJSONExpression(file).1.isEmpty == isAccepted, path)
    }
    return tally.finish()
  }

  // MARK: Damaged files

  private struct DamageTallies {
    var places = Tally("damaged files: places in the file")
    var errors = Tally("damaged files: an error where the reference has one")
    var accepted = Tally("damaged files: none where it has none")
    var first = Tally("damaged files: first error at its position")
  }

  private func compareDamaged(_ paths: [String], _ program: ReferenceProgram) throws -> Bool {
    try Disk.makeDirectory(scratch)
    var tallies = DamageTallies()
    var batch: [(name: String, bytes: [UInt8])] = []
    for (index, path) in paths.enumerated() where all || index % 20 == 0 {
      var damage = DamagedFile(seed: seed, index: index)
      for (number, bytes) in damage.variants(of: try load(path).bytes).enumerated() { batch.append(("\(path) variant \(number)", bytes)) }
      if batch.count >= Self.batchSize {
        try compareBatch(batch, program, &tallies)
        batch = []
      }
    }
    if !batch.isEmpty { try compareBatch(batch, program, &tallies) }
    let results = [
      tallies.places.finish(), tallies.errors.finish(), tallies.accepted.finish(atLeast: 0.999), tallies.first.finish(atLeast: 0.95),
    ]
    return results.allSatisfy { $0 }
  }

  private func compareBatch(
    _ batch: [(name: String, bytes: [UInt8])], _ program: ReferenceProgram, _ tallies: inout DamageTallies
  ) throws {
    let files = batch.indices.map { "\(scratch)/\($0).tf" }
    for (path, variant) in zip(files, batch) { try Disk.write(variant.bytes, to: path) }
    for (variant, expected) in zip(batch, try program.errors(of: files)) {
      let file = SourceFile(path: variant.name, bytes: variant.bytes)
      let result = parseConfiguration(file)
      _ = format(file)
      _ = formatLayout(file)
      let places = result.diagnostics.compactMap { $0.subject?.bytes }
      let isWithin = places.allSatisfy { $0.start <= $0.end && Int($0.end) <= file.bytes.count }
      tallies.places.check(isWithin && places.count == result.diagnostics.count && result.tree.isWithinFile, variant.name)
      guard let first = expected.min() else {
        tallies.accepted.check(places.isEmpty, variant.name)
        continue
      }
      if places.isEmpty, callsNamespacedFunctions(file) { continue }
      tallies.errors.check(!places.isEmpty, variant.name)
      tallies.first.check(places.map { Int($0.start) }.min() == first, variant.name)
    }
  }
}
