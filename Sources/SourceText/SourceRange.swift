/// A half-open range of byte offsets in some file.
public struct ByteRange: Hashable, Sendable {
  public var start: UInt32
  public var end: UInt32

  @inlinable
  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  @inlinable public var count: Int { Int(end) - Int(start) }
  @inlinable public var isEmpty: Bool { end <= start }

  /// The smallest range over both.
  @inlinable
  public func union(_ other: ByteRange) -> ByteRange {
    ByteRange(start: min(start, other.start), end: max(end, other.end))
  }

  @inlinable
  public func contains(_ offset: UInt32) -> Bool { start <= offset && offset < end }

  @inlinable
  public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
}

/// A half-open range of bytes in a known file.
public struct SourceRange: Hashable, Sendable {
  public var file: SourceFile
  public var bytes: ByteRange

  @inlinable
  public init(file: SourceFile, bytes: ByteRange) {
    self.file = file
    self.bytes = bytes
  }

  /// Line and column of the first byte.
  public var start: SourcePosition { file.lineIndex.position(at: bytes.start, in: file.bytes) }
  /// Line and column behind the last byte.
  public var end: SourcePosition { file.lineIndex.position(at: bytes.end, in: file.bytes) }
  /// The covered text.
  public var text: String { file.text(bytes) }

  public static func == (left: SourceRange, right: SourceRange) -> Bool {
    left.file === right.file && left.bytes == right.bytes
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(file))
    hasher.combine(bytes)
  }

  /// Order of reports: by path, then by offset.
  public static func precedes(_ left: SourceRange, _ right: SourceRange) -> Bool {
    if left.file !== right.file && left.file.path != right.file.path { return left.file.path < right.file.path }
    return (left.bytes.start, left.bytes.end) < (right.bytes.start, right.bytes.end)
  }
}

/// A place in a file as people and tools count it.
public struct SourcePosition: Hashable, Sendable {
  /// From 1.
  public var line: Int
  /// From 1, in extended grapheme clusters.
  public var column: Int
  /// From 0, in bytes.
  public var byte: Int

  public init(line: Int, column: Int, byte: Int) {
    self.line = line
    self.column = column
    self.byte = byte
  }
}
