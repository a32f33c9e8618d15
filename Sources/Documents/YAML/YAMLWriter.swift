/// Writes YAML in block style, as Kubernetes manifests are written: the same bytes for the same document.
///
/// Keys stay in their order; sequences stand at the indentation of their key. A string is quoted only where some reader of YAML 1.1
/// or 1.2 would read something else, and text of several lines is a literal block. What is written reads back equal.
public struct YAMLWriter: Sendable {
  public init() {}

  /// One document with a line ending at its end, without `---`.
  public func write(_ document: Document) -> String {
    var output = ""
    appendRoot(document, to: &output)
    return output
  }

  /// Several documents with `---` between them.
  ///
  /// - Parameter comments: what to say above each document, by its index; lines of it become comment lines.
  public func write(documents: [Document], comments: [Int: String] = [:]) -> String {
    var output = ""
    for (index, document) in documents.enumerated() {
      if index > 0 { output += "---\n" }
      if let comment = comments[index] { appendComment(comment, to: &output) }
      appendRoot(document, to: &output)
    }
    return output
  }

  private func appendComment(_ comment: String, to output: inout String) {
    for line in comment.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let visible = String(String.UnicodeScalarView(line.unicodeScalars.filter(YAMLText.isPrintable)))
      output += visible.isEmpty ? "#\n" : "# \(visible)\n"
    }
  }

  private func appendRoot(_ document: Document, to output: inout String) {
    switch document {
    case .null, .bool, .number:
      output += scalar(document) + "\n"
    case .string(let text):
      output += YAMLText.inline(text) + "\n"
    case .array(let elements):
      if elements.isEmpty { output += "[]\n" } else { appendElements(elements, indentation: 0, to: &output) }
    case .object(let object):
      if object.isEmpty { output += "{}\n" } else { appendMembers(object, indentation: 0, startsLine: true, to: &output) }
    }
  }

  /// The members of a mapping, each on lines of its own; the first one may stand behind a `- `.
  private func appendMembers(_ object: DocumentObject, indentation: Int, startsLine: Bool, to output: inout String) {
    let margin = String(repeating: " ", count: indentation)
    for (index, member) in object.enumerated() {
      if index > 0 || startsLine { output += margin }
      let key = YAMLText.inline(member.key)
      if YAMLText.fitsSimpleKey(key) {
        output += key + ":"
      } else {
        output += "? " + key + "\n" + margin + ":"
      }
      appendMemberValue(member.value, indentation, to: &output)
    }
  }

  private func appendMemberValue(_ value: Document, _ indentation: Int, to output: inout String) {
    switch value {
    case .null, .bool, .number: output += " " + scalar(value) + "\n"
    case .string(let text): appendText(text, indentation, to: &output)
    case .array(let elements):
      if elements.isEmpty {
        output += " []\n"
      } else {
        output += "\n"
        appendElements(elements, indentation: indentation, to: &output)
      }
    case .object(let object):
      if object.isEmpty {
        output += " {}\n"
      } else {
        output += "\n"
        appendMembers(object, indentation: indentation + 2, startsLine: true, to: &output)
      }
    }
  }

  private func appendElements(_ elements: [Document], indentation: Int, to output: inout String) {
    let margin = String(repeating: " ", count: indentation)
    for element in elements {
      output += margin + "-"
      appendElement(element, indentation, to: &output)
    }
  }

  /// What stands behind the dash of an element; sequences in sequences begin on the same line.
  private func appendElement(_ element: Document, _ indentation: Int, to output: inout String) {
    switch element {
    case .null, .bool, .number: output += " " + scalar(element) + "\n"
    case .string(let text): appendText(text, indentation, to: &output)
    case .array(let elements):
      guard let first = elements.first else {
        output += " []\n"
        return
      }
      output += " -"
      appendElement(first, indentation + 2, to: &output)
      appendElements(Array(elements.dropFirst()), indentation: indentation + 2, to: &output)
    case .object(let object):
      if object.isEmpty {
        output += " {}\n"
      } else {
        output += " "
        appendMembers(object, indentation: indentation + 2, startsLine: false, to: &output)
      }
    }
  }

  private func appendText(_ text: String, _ indentation: Int, to output: inout String) {
    guard let block = YAMLText.literalBlock(text) else {
      output += " " + YAMLText.inline(text) + "\n"
      return
    }
    output += " " + block.header + "\n"
    let margin = String(repeating: " ", count: indentation + 2)
    for line in block.lines { output += line.isEmpty ? "\n" : margin + line + "\n" }
  }

  private func scalar(_ value: Document) -> String {
    switch value {
    case .bool(let truth): truth ? "true" : "false"
    case .number(let text): YAMLText.number(text)
    case .null, .string, .array, .object: "null"
    }
  }
}
