import PackedData
import Synchronization

/// The sections of one version of a provider: a file of its own, the newest version's with differences, or text made while running.
///
/// A class because sections that differences make are remembered.
final class ProviderText: Sendable {
  private enum Form: Sendable {
    case whole(PackedFile, SectionText)
    case difference(PackedFile, newest: PackedFile, SectionText)
    case made(SectionText, [String: Range<Int>])
  }

  /// What the first line says of the provider.
  struct Header: Sendable {
    var source: String
    var version: String
    var protocolVersion: Int
  }

  let header: Header
  private let form: Form
  private let patched = Mutex(PartedTable<String, Section>())

  init(_ file: PackedFile) {
    header = Self.header(file.bytes)
    form = .whole(file, SectionText(id: 0, file))
  }

  /// - Parameter difference: what an earlier version has otherwise (`SectionDifference`); sections that it does not name are equal.
  init(difference: PackedFile, newest: PackedFile) {
    header = Self.header(difference.bytes)
    form = .difference(difference, newest: newest, SectionText(id: 0, newest))
  }

  /// - Parameter sections: the text of each section, by heading.
  init(_ header: Header, sections: [(heading: String, lines: String)]) {
    var bytes: [UInt8] = []
    var ranges: [String: Range<Int>] = [:]
    for (heading, lines) in sections {
      let start = bytes.count
      bytes += lines.utf8
      ranges[heading] = start..<bytes.count
    }
    self.header = header
    form = .made(SectionText(id: 0, bytes), ranges)
  }

  /// The lines below exactly this heading.
  func section(_ heading: String) -> Section? {
    switch form {
    case .whole(let file, let text): file.section(heading).map { Section(text: text, range: $0) }
    case .made(let text, let ranges): ranges[heading].map { Section(text: text, range: $0) }
    case .difference(let difference, let newest, let text): section(heading, difference, newest, text)
    }
  }

  private func section(_ heading: String, _ difference: PackedFile, _ newest: PackedFile, _ text: SectionText) -> Section? {
    guard let own = difference.section(heading) else {
      return newest.section(heading).map { Section(text: text, range: $0) }
    }
    if SectionDifference.isGone(difference.bytes, own) { return nil }
    return patched.withLock { patched in
      if let known = patched[heading] { return known }
      let lines = SectionDifference.apply(difference.bytes, own, to: newest.bytes, newest.section(heading) ?? 0..<0)
      let section = Section(text: SectionText(id: patched.count + 1, lines), range: 0..<lines.count)
      patched[heading] = section
      return section
    }
  }

  func has(_ heading: String) -> Bool {
    switch form {
    case .whole(let file, _): file.section(heading) != nil
    case .made(_, let ranges): ranges[heading] != nil
    case .difference(let difference, let newest, _):
      difference.section(heading).map { !SectionDifference.isGone(difference.bytes, $0) } ?? (newest.section(heading) != nil)
    }
  }

  /// The headings that start with this text, sorted.
  func headings(withPrefix prefix: String) -> [String] {
    switch form {
    case .whole(let file, _): return file.sections(withPrefix: prefix).map(\.heading)
    case .made(_, let ranges): return ranges.keys.filter { $0.hasPrefix(prefix) }.sorted()
    case .difference(let difference, let newest, _):
      var names = Set(newest.sections(withPrefix: prefix).map(\.heading))
      for section in difference.sections(withPrefix: prefix) {
        if SectionDifference.isGone(difference.bytes, section.range) { names.remove(section.heading) } else { names.insert(section.heading) }
      }
      return names.sorted()
    }
  }

  /// Reads `provider SOURCE VERSION protocol N`.
  private static func header(_ bytes: UnsafeBufferPointer<UInt8>) -> Header {
    var cursor = TextCursor(bytes, 0..<(bytes.firstIndex(of: .newline) ?? bytes.count))
    _ = cursor.takeWord()
    let source = cursor.text(cursor.takeWord())
    let version = cursor.text(cursor.takeWord())
    _ = cursor.takeWord()
    return Header(source: source, version: version, protocolVersion: cursor.takeNumber() ?? 5)
  }
}
