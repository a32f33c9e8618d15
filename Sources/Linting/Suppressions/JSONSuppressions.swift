import Documents
import SourceText

/// Suppressions in JSON syntax: `"//"` properties, which Terraform leaves alone, hold what comments hold, and are about the object that
/// they stand in. (Terraform language, "JSON Configuration Syntax", comment properties.)
enum JSONSuppressions {
  private static let depthLimit = 64

  static func read(_ file: SourceFile) -> [Suppressions.Entry] {
    // Most files have no such property.
    guard file.bytes.containsCommentKey, let document = JSONReader.read(file, options: .init(duplicateKeys: .accept)).documents.first else { return [] }
    var entries: [Suppressions.Entry] = []
    collect(document, covered: document.range.bytes, file, depth: 0, &entries)
    return entries
  }

  /// - Parameter covered: the value with its key.
  private static func collect(
    _ value: PositionedDocument, covered: ByteRange, _ file: SourceFile, depth: Int, _ entries: inout [Suppressions.Entry]
  ) {
    guard depth < depthLimit else { return }
    switch value.content {
    case .object(let members):
      for member in members {
        if member.key == "//" {
          for (text, range) in texts(member.value) {
            for comment in SuppressionComment.read(range, text: text) {
              entries.append(.init(comment: comment, covered: comment.extent.isFile ? file.wholeRange.bytes : covered))
            }
          }
        } else {
          collect(member.value, covered: member.keyRange.bytes.union(member.value.range.bytes), file, depth: depth + 1, &entries)
        }
      }
    case .array(let elements):
      for element in elements { collect(element, covered: element.range.bytes, file, depth: depth + 1, &entries) }
    case .null, .bool, .number, .string: break
    }
  }

  private static func texts(_ value: PositionedDocument) -> [(String, SourceRange)] {
    switch value.content {
    case .string(let text): [(text, value.range)]
    case .array(let elements): elements.compactMap { element in element.stringValue.map { ($0, element.range) } }
    case .null, .bool, .number, .object: []
    }
  }
}

extension [UInt8] {
  /// Whether `"//"` occurs.
  fileprivate var containsCommentKey: Bool {
    var position = 0
    while position + 4 <= count {
      if self[position] == 0x22, self[position + 1] == 0x2F, self[position + 2] == 0x2F, self[position + 3] == 0x22 { return true }
      position += 1
    }
    return false
  }
}

extension SuppressionComment.Extent {
  fileprivate var isFile: Bool {
    switch self {
    case .file: true
    case .place, .enclosingBlock: false
    }
  }
}
