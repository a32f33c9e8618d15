/// Data files that the build packed into the executable: rules, mappings and schemas, as they lie in the repository.
///
/// The lowest target: it knows nothing of what the files hold. The text of all files of a target is one literal in the read-only part
/// of the executable; the index is text too, so that neither costs anything at start nor while compiling. Invariants: paths are
/// relative to the target's `Data` folder, with `/` between folders, unique, and sorted by their bytes.
///
/// Where the folder asks for it in a file `mentions.index`, the build also notes which file mentions what (the blocks with their labels and
/// the arguments with their texts), so that the files that matter are found without reading any.
public struct PackedFiles: Sendable {
  private let textLiteral: StaticString
  private let indexLiteral: StaticString
  private let outlineLiteral: StaticString
  private let mentionsLiteral: StaticString

  /// - Parameters:
  ///   - text: the content of all files, one after the other.
  ///   - index: a line `PATH<tab>START<tab>END<tab>OUTLINE START<tab>OUTLINE END` for each file, sorted by the bytes of the path, every
  ///     line ended; the last two are left out where a file has no outline.
  ///   - outline: for each file that has sections, lines `HEADING<tab>START<tab>END`, sorted by the bytes of the heading; the places
  ///     count from the start of the file.
  ///   - mentions: lines `MENTION<tab>START<tab>END`, sorted by the bytes of the mention, then by the place, which is that of the file's line
  ///     in the index.
  public init(text: StaticString, index: StaticString, outline: StaticString = "", mentions: StaticString = "") {
    textLiteral = text
    indexLiteral = index
    outlineLiteral = outline
    mentionsLiteral = mentions
  }

  /// What the files and their indexes take in the executable.
  public var byteCount: Int { text.count + index.bytes.count + outline.count }

  /// The file of a path, in logarithmic time.
  public func file(_ path: String) -> PackedFile? {
    var path = path
    return path.withUTF8 { wanted in index.line(of: wanted).flatMap { file(of: $0) } }
  }

  /// The files whose path starts with this text, in order; all of them for the empty text.
  public func files(withPrefix prefix: String) -> [PackedFile] {
    var prefix = prefix
    return prefix.withUTF8 { prefix in
      var files: [PackedFile] = []
      var position = index.lowerBound(of: prefix)
      while let line = index.line(at: position), index.hasKey(line.key, prefix: prefix), let file = file(of: line) {
        files.append(file)
        position = line.end
      }
      return files
    }
  }

  /// Something that a file mentions.
  public struct Mention: Sendable {
    let files: PackedFiles
    let textRange: Range<Int>
    /// The `id` of the file.
    public let fileId: Int

    /// `TYPE LABEL` or `TYPE` of a block, `TYPE* LABEL` when a `*` is in the label, `NAME TEXT` of an argument.
    public var text: String { files.mentions.text(textRange) }

    /// The file; nil when the table is damaged.
    public var file: PackedFile? { files.file(id: fileId) }
  }

  /// The files with exactly this mention, in the order of their paths, in logarithmic time.
  ///
  /// - Parameter mention: `TYPE LABEL` of a block, `TYPE* LABEL` when there is a `*` in the label, `TYPE` of a block without labels, or
  ///   `NAME TEXT` of an argument, of the names that the folder's `mentions.index` lists.
  public func files(mentioning mention: String) -> [PackedFile] {
    var mention = mention
    return mention.withUTF8 { wanted in
      var files: [PackedFile] = []
      let lines = mentions
      var position = lines.lowerBound(of: wanted)
      while let line = lines.line(at: position), line.key.count == wanted.count, lines.hasKey(line.key, prefix: wanted) {
        if let file = file(id: line.numbers.0) { files.append(file) }
        position = line.end
      }
      return files
    }
  }

  /// All mentions that start with this text, in the order of their bytes, those of one text in the order of the files' paths.
  public func mentions(withPrefix prefix: String) -> [Mention] {
    var prefix = prefix
    return prefix.withUTF8 { prefix in
      var found: [Mention] = []
      let lines = mentions
      var position = lines.lowerBound(of: prefix)
      while let line = lines.line(at: position), lines.hasKey(line.key, prefix: prefix) {
        found.append(Mention(files: self, textRange: line.key, fileId: line.numbers.0))
        position = line.end
      }
      return found
    }
  }

  /// The file of the line of the index that starts here.
  func file(id position: Int) -> PackedFile? {
    guard position == 0 || (position > 0 && position <= index.bytes.count && index.bytes[position - 1] == UInt8(ascii: "\n")) else { return nil }
    return index.line(at: position).flatMap { file(of: $0) }
  }

  var text: UnsafeBufferPointer<UInt8> { Self.bytes(of: textLiteral) }
  var index: SortedLines { SortedLines(bytes: Self.bytes(of: indexLiteral)) }
  var outline: UnsafeBufferPointer<UInt8> { Self.bytes(of: outlineLiteral) }
  private var mentions: SortedLines { SortedLines(bytes: Self.bytes(of: mentionsLiteral)) }

  func file(of line: SortedLines.Line) -> PackedFile? {
    let (start, end, outlineStart, outlineEnd) = line.numbers
    guard start <= end, end <= text.count, outlineStart <= outlineEnd, outlineEnd <= outline.count else { return nil }
    return PackedFile(files: self, pathRange: line.key, range: start..<end, outlineRange: outlineStart..<outlineEnd)
  }

  /// The bytes of a literal. One that is stored as a character instead of an address reads as empty.
  private static func bytes(of literal: StaticString) -> UnsafeBufferPointer<UInt8> {
    guard literal.hasPointerRepresentation else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
  }
}

extension PackedFiles: Sequence {
  /// The files in order of their paths.
  public struct Iterator: IteratorProtocol {
    let files: PackedFiles
    var position = 0

    public mutating func next() -> PackedFile? {
      guard let line = files.index.line(at: position) else { return nil }
      position = line.end
      return files.file(of: line)
    }
  }

  public func makeIterator() -> Iterator { Iterator(files: self) }
}
