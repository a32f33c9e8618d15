import CLibXML2

/// An element of an XML document that is to be written. (W3C, "Extensible Markup Language 1.0".)
struct XMLElement {
  enum Content {
    case element(XMLElement)
    case text(String)
  }

  var name: String
  var attributes: [(name: String, value: String)]
  var content: [Content]

  init(_ name: String, _ attributes: [(name: String, value: String)] = [], _ content: [Content] = []) {
    self.name = name
    self.attributes = attributes
    self.content = content
  }

  init(_ name: String, _ attributes: [(name: String, value: String)] = [], elements: [XMLElement]) {
    self.init(name, attributes, elements.map { .element($0) })
  }

  /// The whole document, in UTF-8 and indented.
  func document() throws(LintReportError) -> String {
    guard let document = terrane_xml_open() else { throw .withoutXMLLibrary }
    defer { terrane_xml_close(document) }
    var length = 0
    guard write(to: document), let bytes = terrane_xml_finish(document, &length) else { throw .unwritableXML }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
  }

  private func write(to document: OpaquePointer) -> Bool {
    guard terrane_xml_start_element(document, name) == 1 else { return false }
    for (name, value) in attributes where terrane_xml_attribute(document, name, Self.allowed(value)) != 1 { return false }
    for part in content {
      switch part {
      case .element(let element):
        guard element.write(to: document) else { return false }
      case .text(let text):
        guard terrane_xml_text(document, Self.allowed(text)) == 1 else { return false }
      }
    }
    return terrane_xml_end_element(document) == 1
  }

  /// What XML cannot hold, escaped or not, becomes U+FFFD. (Section 2.2, production 2.)
  private static func allowed(_ text: String) -> String {
    func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "\t", "\n", "\r": true
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": false
      default: true
      }
    }
    if text.unicodeScalars.allSatisfy(isAllowed) { return text }
    var result = ""
    for scalar in text.unicodeScalars { result.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}") }
    return result
  }
}
