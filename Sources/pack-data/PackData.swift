#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes the Swift file that embeds a target's data files: `pack-data FOLDER/ LIST OUTPUT`.
///
/// LIST names the files below FOLDER, one to a line. The output declares `EmbeddedData.files`: one raw string literal with the text of all
/// files, and those with the index, the outlines and the mentions that `PackedFiles` reads. A file that such a literal cannot carry unchanged
/// (not UTF-8, NUL, carriage return) stops the build. A file `mentions.index` is not packed: each of its lines, `ENDING NAME…`, says for files
/// with this ending which blocks and arguments are noted.
@main
struct PackData {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 4 else { stop("usage: pack-data FOLDER/ LIST OUTPUT") }
    let names = String(decoding: read(arguments[2]), as: UTF8.self).split(separator: "\n").map(String.init)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var text: [UInt8] = []
    var index = ""
    var outlines = ""
    var mentions: [(key: String, line: Range<Int>)] = []
    let requests = names.filter { isRequest($0) }.flatMap { parseRequests(read(arguments[1] + $0)) }
    for name in names where !isRequest(name) {
      let content = read(arguments[1] + name)
      if content.contains(0) { stop("\(name): contains a NUL byte") }
      if content.contains(UInt8(ascii: "\r")) { stop("\(name): contains a carriage return; lines end with a line feed alone") }
      if String(validating: content, as: UTF8.self) == nil { stop("\(name): is not UTF-8") }
      let outline = name.hasSuffix(".txt") ? outline(of: content) : ""
      let start = outlines.utf8.count
      outlines += outline
      let line = index.utf8.count
      index += "\(name)\t\(text.count)\t\(text.count + content.count)\t\(start)\t\(outlines.utf8.count)\n"
      let wanted = Set(requests.filter { name.hasSuffix($0.ending) }.flatMap { $0.names })
      if !wanted.isEmpty { mentions += Mentions.all(in: content, of: wanted).map { ($0, line..<index.utf8.count) } }
      text += content
    }
    let noted = lines(of: mentions)
    let literals = [("index", Array(index.utf8)), ("outline", Array(outlines.utf8)), ("mentions", noted), ("text", text)]
    let fence = String(repeating: "#", count: (literals.map { longestFence(in: $0.1) }.max() ?? 0) + 1)
    var output = Array("import PackedData\n\nenum EmbeddedData {\n".utf8)
    output += Array("  static let files = PackedFiles(text: text(), index: index(), outline: outline(), mentions: mentions())\n".utf8)
    // Functions that are not inlined: the optimizer would otherwise copy the literals into every file that reads them.
    // The line break before the closing quotes is not part of a literal.
    for (literal, content) in literals {
      output += Array("\n  @inline(never) private static func \(literal)() -> StaticString {\n\(fence)\"\"\"\n".utf8) + content
      output += Array("\n\"\"\"\(fence)\n  }\n".utf8)
    }
    save(output + Array("}\n".utf8), to: arguments[3])
  }

  /// The lines of the mentions, sorted by their bytes, then by the place of the file's line in the index.
  static func lines(of mentions: [(key: String, line: Range<Int>)]) -> [UInt8] {
    var keyed: [(key: [UInt8], line: Range<Int>)] = mentions.map { (Array($0.key.utf8), $0.line) }
    keyed.sort { left, right in
      left.key == right.key ? left.line.lowerBound < right.line.lowerBound : left.key.lexicographicallyPrecedes(right.key)
    }
    return keyed.flatMap { mention in mention.key + Array("\t\(mention.line.lowerBound)\t\(mention.line.upperBound)\n".utf8) }
  }

  static func isRequest(_ name: String) -> Bool { name.split(separator: "/").last == "mentions.index" }

  /// The lines of a `mentions.index`: an ending of file names, and the names of what is noted in such files. `#` begins a comment.
  static func parseRequests(_ content: [UInt8]) -> [(ending: String, names: [String])] {
    String(decoding: content, as: UTF8.self).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let ending = words.first, !ending.hasPrefix("#") else { return nil }
      return (ending, Array(words.dropFirst()))
    }
  }

  /// The headings of a text with indented lines: each line that is not indented, with the place of the indented lines behind it.
  static func outline(of content: [UInt8]) -> String {
    var sections: [(heading: ArraySlice<UInt8>, range: Range<Int>)] = []
    var isIndented = false
    var start = 0
    while start < content.count {
      let end = content[start...].firstIndex(of: UInt8(ascii: "\n")) ?? content.count
      let next = min(end + 1, content.count)
      if start < end, content[start] != UInt8(ascii: " ") {
        sections.append((content[start..<end], next..<next))
      } else if let last = sections.indices.last {
        isIndented = true
        sections[last].range = sections[last].range.lowerBound..<next
      }
      start = next
    }
    guard isIndented else { return "" }
    sections.sort { $0.heading.lexicographicallyPrecedes($1.heading) }
    return sections.map { section in
      "\(String(decoding: section.heading, as: UTF8.self))\t\(section.range.lowerBound)\t\(section.range.upperBound)\n"
    }.joined()
  }

  /// The longest run of `#` behind a quote or a backslash: a literal with more of them around it holds the text unchanged.
  static func longestFence(in text: [UInt8]) -> Int {
    var longest = 0
    var run = 0
    var isCounting = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        isCounting = true
        run = 0
      case UInt8(ascii: "#") where isCounting:
        run += 1
        longest = max(longest, run)
      default: isCounting = false
      }
    }
    return longest
  }

  static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { stop("cannot read \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  static func save(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { stop("cannot write \(path)") }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { stop("cannot write \(path)") }
  }

  static func stop(_ message: String) -> Never {
    let line = Array("error: \(message)\n".utf8)
    _ = write(2, line, line.count)
    exit(1)
  }
}
