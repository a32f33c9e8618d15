/// One packed file: its path, its content, and its sections where it is an outline.
///
/// A `.txt` file with indented lines is an outline: each line that is not indented is a heading, the indented lines behind it are its
/// section. The build lists them, so a section is found without reading the file.
public struct PackedFile: Sendable {
  /// A heading and the place of its lines in the content of the file.
  public struct Section: Sendable {
    public let heading: String
    public let range: Range<Int>
  }

  let files: PackedFiles
  let pathRange: Range<Int>
  /// Where the content stands in the text of all files.
  public let range: Range<Int>
  let outlineRange: Range<Int>

  /// Tells it from the other files of its target; grows with the path.
  public var id: Int { pathRange.lowerBound }

  /// The path below the `Data` folder.
  public var path: String { files.index.text(pathRange) }

  /// The content, valid for the life of the process.
  public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: files.text[range]) }

  /// The content as an array.
  public var array: [UInt8] { Array(bytes) }

  /// The place of the lines below exactly this heading, in logarithmic time.
  public func section(_ heading: String) -> Range<Int>? {
    var heading = heading
    return heading.withUTF8 { heading in outline.line(of: heading).flatMap { sectionRange($0) } }
  }

  /// The sections whose heading starts with this text, in order of their bytes.
  ///
  /// - Parameter limit: stops after that many.
  public func sections(withPrefix prefix: String, limit: Int = .max) -> [Section] {
    var prefix = prefix
    return prefix.withUTF8 { prefix in
      let outline = outline
      var sections: [Section] = []
      var position = outline.lowerBound(of: prefix)
      while sections.count < limit, let line = outline.line(at: position), outline.hasKey(line.key, prefix: prefix),
        let range = sectionRange(line)
      {
        sections.append(Section(heading: outline.text(line.key), range: range))
        position = line.end
      }
      return sections
    }
  }

  private var outline: SortedLines { SortedLines(bytes: UnsafeBufferPointer(rebasing: files.outline[outlineRange])) }

  private func sectionRange(_ line: SortedLines.Line) -> Range<Int>? {
    let (start, end, _, _) = line.numbers
    return start <= end && end <= range.count ? start..<end : nil
  }
}
