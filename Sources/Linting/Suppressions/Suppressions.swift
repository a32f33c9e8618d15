import Diagnostics
import HCLSyntax
import SourceText
import TerraformModel

/// The suppression comments of a configuration, with what each covers.
struct Suppressions {
  struct Entry: Sendable {
    var comment: SuppressionComment
    /// Everything in it is covered.
    var covered: ByteRange
  }

  private var entriesByFile: [ObjectIdentifier: [Entry]] = [:]
  private(set) var used: Set<SourceRange> = []
  private let policy: SuppressionPolicy
  private let today: String?

  /// - Parameters:
  ///   - policy: what a comment must have to count.
  ///   - today: year-month-day, for comments that expire; nil leaves them in force.
  init(_ configuration: Configuration, _ memory: LintMemory, policy: SuppressionPolicy = SuppressionPolicy(), today: String? = nil) {
    self.policy = policy
    self.today = today
    for module in configuration.modules.values {
      for file in module.files + module.variableFiles {
        let entries = memory.suppressions(in: file) { Self.read(file) }
        if !entries.isEmpty { entriesByFile[ObjectIdentifier(file.source)] = entries }
      }
    }
  }

  private static func read(_ file: ModuleFile) -> [Entry] {
    if file.source.path.hasSuffix(".json") { return JSONSuppressions.read(file.source) }
    let comments = file.tree.comments
    if comments.isEmpty { return [] }
    var entries: [Entry] = []
    for range in comments {
      let place = SourceRange(file: file.source, bytes: range)
      for comment in SuppressionComment.read(place) {
        entries.append(Entry(comment: comment, covered: covered(by: comment, in: file)))
      }
    }
    return entries
  }

  // MARK: Extent

  private static func covered(by comment: SuppressionComment, in file: ModuleFile) -> ByteRange {
    let body = BodySyntax(tree: file.tree, id: file.tree.root)
    let start = comment.range.bytes.start
    switch comment.extent {
    case .file: return file.source.wholeRange.bytes
    case .enclosingBlock:
      if let block = outermostBlock(around: start, in: body) { return block.range.bytes }
      return next(comment, in: file, body)
    case .place:
      let line = line(at: start, in: file.source)
      if isFirstOnLine(start, line, file.source) { return next(comment, in: file, body) }
      // Behind a block's opening brace it is about the block, as above it.
      if let item = item(beginningIn: line, in: body), case .block(let block) = item { return block.range.bytes }
      return line
    }
  }

  /// What begins on the line behind a comment; the line itself when nothing does.
  private static func next(_ comment: SuppressionComment, in file: ModuleFile, _ body: BodySyntax) -> ByteRange {
    let bytes = file.source.bytes
    var position = Int(comment.range.bytes.end)
    // Further comments and empty lines may stand between.
    scan: while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default:
        guard let other = file.tree.comments.first(where: { Int($0.start) == position }) else { break scan }
        position = max(position + 1, Int(other.end))
      }
    }
    let line = line(at: UInt32(min(position, bytes.count)), in: file.source)
    switch item(beginningIn: line, in: body) {
    case .block(let block)?: return block.range.bytes
    case .attribute(let attribute)?: return attribute.range.bytes.union(line)
    case nil: return line
    }
  }

  private static func line(at offset: UInt32, in source: SourceFile) -> ByteRange {
    source.lineIndex.range(ofLine: source.lineIndex.line(at: offset), in: source.bytes)
  }

  private static func isFirstOnLine(_ offset: UInt32, _ line: ByteRange, _ source: SourceFile) -> Bool {
    source.bytes[Int(line.start)..<Int(offset)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func outermostBlock(around offset: UInt32, in body: BodySyntax) -> BlockSyntax? {
    body.blocks.first { $0.range.bytes.contains(offset) }
  }

  private static func item(beginningIn line: ByteRange, in body: BodySyntax) -> BodyItem? {
    for item in body.items {
      switch item {
      case .attribute(let attribute):
        if line.contains(attribute.range.bytes.start) { return item }
      case .block(let block):
        if line.contains(block.range.bytes.start) { return item }
        if block.range.bytes.contains(line.start), let inner = Self.item(beginningIn: line, in: block.body) { return inner }
      }
    }
    return nil
  }

  // MARK: Use

  /// The comment that silences a finding, if one does.
  ///
  /// - Parameters:
  ///   - finding: what would be reported.
  ///   - calls: for each of its instances the module calls that lead there. When all of them are covered, the finding is.
  mutating func comment(silencing finding: Finding, calls: [[SourceRange]]) -> SuppressionComment? {
    if entriesByFile.isEmpty { return nil }
    if let comment = comment(at: finding.primary.range, finding) { return comment }
    guard let first = calls.first, !first.isEmpty else { return nil }
    var found: SuppressionComment?
    for chain in calls {
      guard let comment = chain.compactMap({ peek($0, finding) }).first else { return nil }
      used.insert(comment.range)
      found = found ?? comment
    }
    return found
  }

  private mutating func comment(at range: SourceRange, _ finding: Finding) -> SuppressionComment? {
    guard let comment = peek(range, finding) else { return nil }
    used.insert(comment.range)
    return comment
  }

  private func peek(_ range: SourceRange, _ finding: Finding) -> SuppressionComment? {
    for entry in entriesByFile[ObjectIdentifier(range.file)] ?? [] where entry.covered.contains(range.bytes.start) {
      if hasExpired(entry.comment) || policy.refusal(of: entry.comment, today: today) != nil { continue }
      if entry.comment.names.contains(where: { Self.names($0, finding) }) { return entry.comment }
    }
    return nil
  }

  private static func names(_ name: String, _ finding: Finding) -> Bool {
    name == "*" || name == finding.rule || name == finding.category.rawValue || finding.equivalents.contains(name)
  }

  /// Whether a comment holds no longer.
  func hasExpired(_ comment: SuppressionComment) -> Bool {
    guard let today, let expiry = comment.expiry else { return false }
    return expiry < today
  }

  /// Comments that do not count, with what they lack, in no order.
  func refused() -> [(comment: SuppressionComment, reason: String)] {
    if policy.isEmpty { return [] }
    return entriesByFile.values.joined().compactMap { entry in
      policy.refusal(of: entry.comment, today: today).map { (entry.comment, $0) }
    }
  }

  /// Our comments that silence nothing, in no order, with the names among theirs that no rule has.
  func idle(isKnown: (String) -> Bool) -> [(comment: SuppressionComment, unknownNames: [String])] {
    var result: [(comment: SuppressionComment, unknownNames: [String])] = []
    for entry in entriesByFile.values.joined() where entry.comment.isOurs {
      let unknown = entry.comment.names.filter { $0 != "*" && !isKnown($0) }
      if unknown.isEmpty, used.contains(entry.comment.range) || policy.refusal(of: entry.comment, today: today) != nil { continue }
      result.append((entry.comment, unknown))
    }
    return result
  }
}
