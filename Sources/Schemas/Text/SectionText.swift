import PackedData

/// Bytes that sections stand in: a file that is embedded, or text that was made while running.
///
/// A class because every member of every block refers to it: a reference is a twentieth of the size of the place of a file.
final class SectionText: Sendable {
  private enum Storage: Sendable {
    case packed(PackedFile)
    case bytes([UInt8])
  }

  /// Equal for equal bytes, within one provider.
  let id: Int
  private let storage: Storage

  init(id: Int, _ file: PackedFile) {
    self.id = id
    storage = .packed(file)
  }

  init(id: Int, _ bytes: [UInt8]) {
    self.id = id
    storage = .bytes(bytes)
  }

  /// Calls `body` with the bytes, which hold for that long only.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch storage {
    case .packed(let file): body(file.bytes)
    case .bytes(let bytes): bytes.withUnsafeBufferPointer(body)
    }
  }
}

/// The lines below one heading.
struct Section: Sendable {
  let text: SectionText
  let range: Range<Int>

  /// Where it starts: equal for equal content.
  var place: SectionPlace { SectionPlace(text: text.id, offset: range.lowerBound) }
}

/// Where a section starts.
struct SectionPlace: Hashable, Sendable {
  var text: Int
  var offset: Int

  static let nowhere = SectionPlace(text: -1, offset: -1)
}
