/// Data files that the build packed into the executable: rules, mappings and schemas, as they lie in the repository.
///
/// The lowest target: it knows nothing of what the files hold. The text of all files of a target is one literal in the read-only part
/// of the executable; the index is text too, so that neither costs anything at start nor while compiling. Invariants: paths are
/// relative to the target's `Data` folder, with `/` between folders, unique, and sorted by their bytes.
public struct PackedFiles: Sendable {
  /// One file: its path and its place in the text.
  public struct File: Sendable {
    let files: PackedFiles
    let pathRange: Range<Int>
    /// Where the content stands in the text of all files.
    public let range: Range<Int>

    /// The path below the `Data` folder.
    public var path: String { String(decoding: UnsafeBufferPointer(rebasing: files.index[pathRange]), as: UTF8.self) }

    /// The content, valid for the life of the process.
    public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: files.text[range]) }

    /// The content as an array.
    public var array: [UInt8] { Array(bytes) }
  }

  private let textLiteral: StaticString
  private let indexLiteral: StaticString

  /// - Parameters:
  ///   - text: the content of all files, one after the other.
  ///   - index: a line `PATH<tab>START<tab>END` for each file, sorted by the bytes of the path, every line ended.
  public init(text: StaticString, index: StaticString) {
    textLiteral = text
    indexLiteral = index
  }

  var text: UnsafeBufferPointer<UInt8> { Self.bytes(of: textLiteral) }
  var index: UnsafeBufferPointer<UInt8> { Self.bytes(of: indexLiteral) }

  /// The file of a path, in logarithmic time.
  public func file(_ path: String) -> File? {
    var path = path
    return path.withUTF8 { wanted in
      let index = index
      var low = 0
      var high = index.count
      while low < high {
        var start = low + (high - low) / 2
        while start > low, index[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        guard let (file, end) = line(at: start) else { return nil }
        switch Self.compare(UnsafeBufferPointer(rebasing: index[file.pathRange]), wanted) {
        case 0: return file
        case ..<0: low = end
        default: high = start
        }
      }
      return nil
    }
  }

  /// Reads the index line that starts here; nil when there is none.
  func line(at start: Int) -> (file: File, end: Int)? {
    let index = index
    var position = start
    while position < index.count, index[position] != UInt8(ascii: "\t") { position += 1 }
    let pathRange = start..<position
    guard let lower = number(at: &position), let upper = number(at: &position), lower <= upper, upper <= text.count else { return nil }
    return (File(files: self, pathRange: pathRange, range: lower..<upper), position + 1)
  }

  /// Reads a number behind a tab.
  private func number(at position: inout Int) -> Int? {
    let index = index
    position += 1
    let start = position
    var number = 0
    while position < index.count, case let digit = index[position] &- UInt8(ascii: "0"), digit < 10 {
      number = number &* 10 &+ Int(digit)
      position += 1
    }
    return position > start ? number : nil
  }

  /// The bytes of a literal. One of a single character is not stored by address; it is no file and reads as empty.
  private static func bytes(of literal: StaticString) -> UnsafeBufferPointer<UInt8> {
    guard literal.hasPointerRepresentation else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
  }

  private static func compare(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
    for position in 0..<Swift.min(left.count, right.count) where left[position] != right[position] {
      return left[position] < right[position] ? -1 : 1
    }
    return left.count - right.count
  }
}

extension PackedFiles: Sequence {
  /// The files in order of their paths.
  public struct Iterator: IteratorProtocol {
    let files: PackedFiles
    var position = 0

    public mutating func next() -> File? {
      guard let (file, end) = files.line(at: position) else { return nil }
      position = end
      return file
    }
  }

  public func makeIterator() -> Iterator { Iterator(files: self) }
}
