/// Source text: files as bytes, ranges in bytes, and their translation to lines and columns.
///
/// Bottom of the pipeline. Invariants: an offset is a byte offset; a range never leaves its file; nothing here reads the disk.

import Synchronization

/// One input file: its path as users know it, and its bytes.
///
/// A class, because ranges all over the program refer to the same file and must not copy it.
public final class SourceFile: Sendable {
  /// The path to show, relative to where the user stands, with `/` between its parts.
  public let path: String
  /// The content as read, a byte order mark included.
  public let bytes: [UInt8]

  private let cachedLineIndex = Mutex<LineIndex?>(nil)

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file made of text, for tests and for text that comes from no file.
  public convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The line index, built when first asked for.
  public var lineIndex: LineIndex {
    cachedLineIndex.withLock { cached in
      if let index = cached { return index }
      let index = LineIndex(bytes: bytes)
      cached = index
      return index
    }
  }

  /// The text of a range; bytes that are not UTF-8 become U+FFFD.
  public func text(_ range: ByteRange) -> String {
    let lower = min(Int(range.start), bytes.count)
    let upper = min(max(Int(range.end), lower), bytes.count)
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  /// The range over the whole file.
  public var wholeRange: SourceRange { SourceRange(file: self, bytes: ByteRange(start: 0, end: UInt32(bytes.count))) }
}
