import Diagnostics
import Documents
import SourceText

/// Findings that are known: a run reports only what is not among them. (docs/configuration.md, "Baseline".)
///
/// A finding is recognised by its fingerprint, which has no line in it. Equal fingerprints are counted: of three equal findings, where two
/// are known, one is new, and it is one in a file that has none that is known.
public struct Baseline: Sendable {
  /// Equal findings of one file.
  public struct Entry: Sendable {
    public var fingerprint: String
    public var rule: String
    /// From the top of the repository.
    public var path: String
    public var count: Int
  }

  /// By path, rule and fingerprint.
  public private(set) var entries: [Entry] = []

  public init() {}

  /// What a run has found.
  ///
  /// - Parameter relativePath: a path as seen from the top of the repository.
  public init(_ findings: [Finding], relativePath: (String) -> String) {
    var counts: [Key: Entry] = [:]
    for finding in findings {
      let key = Key(finding, relativePath)
      counts[key, default: Entry(fingerprint: finding.fingerprint, rule: finding.rule, path: key.path, count: 0)].count += 1
    }
    entries = counts.values.sorted(by: Self.precedes)
  }

  /// Parts findings into those that are new and those that are known, each in the order in which they came.
  ///
  /// - Returns: also how many known findings do not occur any more.
  public func parting(
    _ findings: [Finding], relativePath: (String) -> String
  ) -> (new: [Finding], known: [Finding], goneCount: Int) {
    var here: [Key: Int] = [:]
    for entry in entries { here[Key(fingerprint: entry.fingerprint, path: entry.path), default: 0] += entry.count }
    var isKnown = [Bool](repeating: false, count: findings.count)
    for (position, finding) in findings.enumerated() {
      let key = Key(finding, relativePath)
      guard let count = here[key], count > 0 else { continue }
      here[key] = count - 1
      isKnown[position] = true
    }
    // What is left of a fingerprint has moved to another file.
    var elsewhere: [String: Int] = [:]
    for (key, count) in here { elsewhere[key.fingerprint, default: 0] += count }
    for (position, finding) in findings.enumerated() where !isKnown[position] {
      guard let count = elsewhere[finding.fingerprint], count > 0 else { continue }
      elsewhere[finding.fingerprint] = count - 1
      isKnown[position] = true
    }
    let pairs = zip(findings, isKnown)
    return (pairs.filter { !$1 }.map(\.0), pairs.filter { $1 }.map(\.0), elsewhere.values.reduce(0, +))
  }

  private struct Key: Hashable {
    var fingerprint: String
    var path: String

    init(fingerprint: String, path: String) {
      self.fingerprint = fingerprint
      self.path = path
    }

    init(_ finding: Finding, _ relativePath: (String) -> String) {
      self.init(fingerprint: finding.fingerprint, path: relativePath(finding.primary.range.file.path))
    }
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    (left.path, left.rule, left.fingerprint) < (right.path, right.rule, right.fingerprint)
  }

  // MARK: File

  /// The baseline as a file: JSON with an entry a line, sorted, so that two of them can be compared line by line.
  public var text: String {
    let writer = JSONWriter(.compact)
    let findings = entries.map { entry in
      "    "
        + writer.write(
          .members([
            ("path", .string(entry.path)), ("rule", .string(entry.rule)), ("fingerprint", .string(entry.fingerprint)),
            ("count", .integer(entry.count)),
          ]))
    }
    return "{\n  \"version\": \"1\",\n  \"findings\": [\n\(findings.joined(separator: ",\n"))\n  ]\n}\n"
  }

  /// Reads a baseline's file; nil with an error when it is none.
  public static func read(_ file: SourceFile) -> (baseline: Baseline?, diagnostics: [Diagnostic]) {
    let reading = JSONReader.read(file)
    if reading.diagnostics.hasErrors { return (nil, reading.diagnostics.all) }
    guard let document = reading.documents.first, document["version"]?.stringValue == "1", case .array(let findings)? = document["findings"]?.content
    else { return (nil, [problem("The file is not a baseline", file.wholeRange)]) }
    var result = Baseline()
    for finding in findings {
      guard let fingerprint = finding["fingerprint"]?.stringValue, let rule = finding["rule"]?.stringValue,
        let path = finding["path"]?.stringValue, let count = finding["count"]?.numberText.flatMap({ Int($0) }), count > 0, count < 1 << 30
      else { return (nil, [problem("The baseline holds something that is no finding", finding.range)]) }
      result.entries.append(Entry(fingerprint: fingerprint, rule: rule, path: path, count: count))
    }
    result.entries.sort(by: precedes)
    return (result, [])
  }

  private static func problem(_ summary: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "baseline", summary, detail: "terrane lint --write-baseline FILE writes one.", at: range)
  }
}
