import Diagnostics
import Linting
import SourceText

/// Keeps secrets out of reports: what a finding about a secret covers is shown with its first characters only.
struct SecretMask {
  private var maskedFiles: [ObjectIdentifier: SourceFile] = [:]

  /// - Parameter findings: those of the category `secrets` say what is masked, in all excerpts of their files.
  init(_ findings: [Finding]) {
    var rangesByFile: [ObjectIdentifier: (file: SourceFile, ranges: [ByteRange])] = [:]
    for finding in findings where finding.category == .secrets {
      for range in [finding.primary.range] + finding.related.map(\.range) {
        rangesByFile[ObjectIdentifier(range.file), default: (range.file, [])].ranges.append(range.bytes)
      }
    }
    for (id, entry) in rangesByFile {
      var bytes = entry.file.bytes
      for range in entry.ranges {
        let end = min(Int(range.end), bytes.count)
        Self.mask(&bytes, min(Int(range.start), end)..<end)
      }
      maskedFiles[id] = SourceFile(path: entry.file.path, bytes: bytes)
    }
  }

  /// The same range in the file as it may be shown.
  func masked(_ range: SourceRange) -> SourceRange {
    guard let file = maskedFiles[ObjectIdentifier(range.file)] else { return range }
    return SourceRange(file: file, bytes: range.bytes)
  }

  func masked(_ label: DiagnosticLabel) -> DiagnosticLabel { DiagnosticLabel(masked(label.range), label.message) }

  /// The values that explain a finding, as they may be shown.
  static func values(of finding: Finding) -> [String] {
    guard finding.category == .secrets else { return finding.values }
    return finding.values.map { text in
      var bytes = Array(text.utf8)
      mask(&bytes, bytes.startIndex..<bytes.endIndex)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Replaces what stands in quotes, and long words with digits outside of them, behind the first four characters. The length stays, so
  /// that every range stays where it is.
  private static func mask(_ bytes: inout [UInt8], _ range: Range<Int>) {
    var position = range.lowerBound
    while position < range.upperBound {
      if bytes[position] == UInt8(ascii: "\"") {
        let start = position + 1
        let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\"")) ?? range.upperBound
        hide(&bytes, start..<end)
        position = end + 1
        continue
      }
      let end = bytes[position..<range.upperBound].firstIndex { !isWordByte($0) } ?? range.upperBound
      let hasDigit = bytes[position..<end].contains { $0 >= 0x30 && $0 <= 0x39 }
      if end - position >= 12, hasDigit { hide(&bytes, position..<end) }
      position = max(end, position + 1)
    }
  }

  private static func hide(_ bytes: inout [UInt8], _ range: Range<Int>) {
    let shown = range.count >= 12 ? 4 : 0
    for index in range.dropFirst(shown) where bytes[index] > 0x20 { bytes[index] = UInt8(ascii: "*") }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
