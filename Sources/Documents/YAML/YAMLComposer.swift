import Diagnostics
import SourceText

/// Makes documents of libyaml's events: anchors, merge keys, tags, limits.
struct YAMLComposer {
  let file: SourceFile
  let bytes: UnsafeBufferPointer<UInt8>
  let options: YAMLReader.Options
  var diagnostics = DiagnosticBag()
  private var anchors: [String: Anchor] = [:]
  private var expandedValues = 0
  private var composedValues = 0

  init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, options: YAMLReader.Options) {
    self.file = file
    self.bytes = bytes
    self.options = options
  }

  /// A value that an alias can name; nil while it is still being read.
  private struct Anchor {
    var value: PositionedDocument?
    /// How many values stand in it, itself included; long text counts as several.
    var size = 0
    /// How many levels of sequences and mappings it has.
    var height = 0
  }

  /// A complete value on its way to where it belongs.
  private struct Node {
    var value: PositionedDocument
    var height = 0
    /// The text and the value of a plain scalar without a tag or of any other scalar; nil for sequences and mappings.
    var keyText: String?
    var isMergeKey = false
  }

  /// A sequence or mapping that is still open.
  private struct OpenCollection {
    let event: YAMLEvent
    let isMapping: Bool
    let isFlow: Bool
    let firstValue: Int
    var elements: [PositionedDocument] = []
    var members = MemberList()
    var key: (text: String, range: SourceRange)?
    var awaitsMerge = false
    var merges: [PositionedDocument] = []
    var height = 1
    var end: Int
  }

  mutating func readDocuments() -> DocumentReading {
    var reading = DocumentReading()
    var events = YAMLEventSource(file: file, bytes: bytes)
    do throws(DocumentSyntaxError) {
      reader: while true {
        let event = try events.next()
        switch event.kind {
        case .streamEnd: break reader
        case .streamStart, .documentEnd: continue
        case .documentStart:
          anchors.removeAll()
          reading.documents.append(try composeDocument(&events))
        case .alias, .scalar, .sequenceStart, .sequenceEnd, .mappingStart, .mappingEnd: continue
        }
      }
    } catch {
      diagnostics.add(error.diagnostic)
    }
    reading.diagnostics = diagnostics
    return reading
  }

  private mutating func composeDocument(_ events: inout YAMLEventSource) throws(DocumentSyntaxError) -> PositionedDocument {
    var open: [OpenCollection] = []
    while true {
      let event = try events.next()
      var node: Node
      switch event.kind {
      case .streamStart, .streamEnd, .documentStart, .documentEnd:
        return PositionedDocument(.null, range: range(event.start, event.start))
      case .alias(let name):
        node = try expandAlias(name, event, depth: open.count)
      case .scalar(let text, let isPlain):
        let size = 1 + text.utf8.count / 100
        composedValues += size
        node = try composeScalar(text, isPlain, event)
        if let anchor = event.anchor { anchors[anchor] = Anchor(value: node.value, size: size, height: node.height) }
      case .sequenceStart(let isFlow), .mappingStart(let isFlow):
        guard open.count < options.maximumDepth else { throw tooDeep(event) }
        var isMapping = false
        if case .mappingStart = event.kind { isMapping = true }
        if let anchor = event.anchor { anchors[anchor] = Anchor() }
        open.append(
          OpenCollection(event: event, isMapping: isMapping, isFlow: isFlow, firstValue: composedValues, end: event.end))
        composedValues += 1
        continue
      case .sequenceEnd, .mappingEnd:
        guard let collection = open.popLast() else { continue }
        node = try close(collection, event)
        if let anchor = collection.event.anchor {
          anchors[anchor] = Anchor(value: node.value, size: composedValues - collection.firstValue, height: node.height)
        }
      }
      guard var parent = open.popLast() else { return node.value }
      try add(node, to: &parent)
      open.append(parent)
    }
  }

  // MARK: Collections

  private mutating func add(_ node: Node, to parent: inout OpenCollection) throws(DocumentSyntaxError) {
    parent.height = max(parent.height, node.height + 1)
    parent.end = max(parent.end, Int(node.value.range.bytes.end))
    guard parent.isMapping else {
      parent.elements.append(node.value)
      return
    }
    if parent.awaitsMerge {
      parent.awaitsMerge = false
      try checkMerge(node.value)
      parent.merges.append(node.value)
      return
    }
    guard let key = parent.key else {
      if node.isMergeKey {
        parent.awaitsMerge = true
        return
      }
      guard let text = node.keyText else {
        throw failure(
          "yaml-key-not-text", "A key is not text", "Keys are strings, numbers or booleans, not sequences, mappings or null.",
          node.value.range)
      }
      parent.key = (text, node.value.range)
      return
    }
    parent.key = nil
    let member = PositionedDocument.Member(key: key.text, keyRange: key.range, value: node.value)
    guard let first = parent.members.add(member) else { return }
    if let problem = options.duplicateKeys.diagnostic(key: key.text, at: key.range, first: first) { diagnostics.add(problem) }
  }

  private func checkMerge(_ value: PositionedDocument) throws(DocumentSyntaxError) {
    let isMapping: (PositionedDocument) -> Bool = { $0.members != nil }
    if isMapping(value) || (value.elements?.allSatisfy(isMapping) ?? false) { return }
    throw failure(
      "yaml-merge-not-a-mapping", "A merge key takes mappings",
      "Behind `<<` an alias of a mapping, or a sequence of them, was expected.",
      value.range)
  }

  private mutating func close(_ collection: OpenCollection, _ event: YAMLEvent) throws(DocumentSyntaxError) -> Node {
    let end = collection.isFlow ? event.end : collection.end
    let place = range(collection.event.start, max(end, collection.event.start))
    var content: PositionedDocument.Content
    if collection.isMapping {
      content = .object(merged(collection))
    } else {
      content = .array(collection.elements)
    }
    if let tag = collection.event.tag, case .object(let members) = content, tag == "tag:yaml.org,2002:set" {
      content = .array(members.map { PositionedDocument(.string($0.key), range: $0.keyRange) })
    }
    let value = PositionedDocument(content, range: place)
    guard let tag = collection.event.tag else { return Node(value: value, height: collection.height) }
    if YAMLTag.ofCollections.contains(tag) { return Node(value: value, height: collection.height) }
    return Node(value: try applyLocalTag(tag, value, collection.event), height: collection.height + 1)
  }

  /// The members of a mapping with those that its merge keys bring in: its own win, then those of earlier mappings.
  private func merged(_ collection: OpenCollection) -> [PositionedDocument.Member] {
    if collection.merges.isEmpty { return collection.members.members }
    var list = collection.members
    for merge in collection.merges {
      for mapping in merge.elements ?? [merge] {
        for member in mapping.members ?? [] where list.index(of: member.key) == nil { _ = list.add(member) }
      }
    }
    return list.members
  }

  // MARK: Scalars and aliases

  private mutating func composeScalar(_ text: String, _ isPlain: Bool, _ event: YAMLEvent) throws(DocumentSyntaxError) -> Node {
    let place = trimmedRange(event)
    guard let tag = event.tag else {
      let scalar = isPlain ? YAMLScalar(plain: text, schema: options.schema) : .string
      return Node(
        value: PositionedDocument(scalar.content(text), range: place), keyText: keyText(text, scalar),
        isMergeKey: isPlain && text == "<<")
    }
    if let content = try standardContent(tag, text, place) {
      var keyText: String? = text
      if case .null = content { keyText = nil }
      return Node(value: PositionedDocument(content, range: place), keyText: keyText, isMergeKey: tag == YAMLTag.merge)
    }
    // Behind a function stands text: `!Ref 1` names "1".
    let value = try applyLocalTag(tag, PositionedDocument(.string(text), range: place), event)
    return Node(value: value, height: 1)
  }

  /// A key as text. Go's readers spell a key as its value; there null is no key.
  private func keyText(_ text: String, _ scalar: YAMLScalar) -> String? {
    guard options.schema == .go else { return text }
    switch scalar {
    case .null: return nil
    case .bool(let value): return value ? "true" : "false"
    case .number(let number): return number
    case .string: return text
    }
  }

  /// The value that a tag of YAML itself gives to a scalar; nil for any other tag.
  private func standardContent(
    _ tag: String, _ text: String, _ place: SourceRange
  ) throws(DocumentSyntaxError) -> PositionedDocument.Content? {
    switch tag {
    case YAMLTag.string, YAMLTag.timestamp, YAMLTag.merge: return .string(text)
    case YAMLTag.binary: return .string(String(text.filter { !$0.isWhitespace }))
    case YAMLTag.null: return .null
    case YAMLTag.bool:
      if case .bool(let value) = YAMLScalar(plain: text, schema: options.schema) { return .bool(value) }
    case YAMLTag.integer, YAMLTag.float:
      if case .number(let number) = YAMLScalar(plain: text, schema: options.schema) {
        let isInteger = number.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") }
        if isInteger || tag == YAMLTag.float { return .number(number) }
      }
    default: return nil
    }
    let name = tag.dropFirst(YAMLTag.prefix.count)
    throw failure(
      "yaml-tag-mismatch", "The value does not fit its tag", "`\(text.prefix(60))` is no value of `!!\(name)`.", place)
  }

  private mutating func expandAlias(_ name: String, _ event: YAMLEvent, depth: Int) throws(DocumentSyntaxError) -> Node {
    let place = range(event.start, event.end)
    guard let anchor = anchors[name] else {
      throw failure(
        "yaml-unknown-alias", "Alias \"\(name)\" has no anchor", "`&\(name)` was expected earlier in the document.", place)
    }
    guard let value = anchor.value else {
      throw failure(
        "yaml-recursive-alias", "Alias \"\(name)\" stands inside its own anchor", "A value cannot contain itself.", place)
    }
    guard depth + anchor.height <= options.maximumDepth else { throw tooDeep(event) }
    expandedValues += anchor.size
    composedValues += anchor.size
    guard expandedValues <= options.maximumAliasExpansion else {
      throw failure(
        "yaml-alias-expansion", "Aliases expand to too many values",
        "Aliases and merge keys may bring in \(options.maximumAliasExpansion) values in one file.", place)
    }
    let scalar: YAMLScalar
    var text = ""
    switch value.content {
    case .null: scalar = .null
    case .bool(let truth): scalar = .bool(truth)
    case .number(let number): scalar = .number(number)
    case .string(let string):
      text = string
      scalar = .string
    case .array, .object: return Node(value: value, height: anchor.height)
    }
    if case .number(let number) = scalar { text = number }
    return Node(value: value, keyText: keyText(text, scalar))
  }

  // MARK: Places and failures

  /// The range of a scalar without the white space that block scalars take in at their end.
  private func trimmedRange(_ event: YAMLEvent) -> SourceRange {
    var end = event.end
    while end > event.start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D || bytes[end - 1] == 0x20 { end -= 1 }
    return range(event.start, end)
  }

  func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(file: file, bytes: ByteRange(start: UInt32(start), end: UInt32(end)))
  }

  func failure(_ id: String, _ summary: String, _ detail: String, _ place: SourceRange) -> DocumentSyntaxError {
    DocumentSyntaxError(diagnostic: Diagnostic(.error, id, summary, detail: detail, at: place))
  }

  private func tooDeep(_ event: YAMLEvent) -> DocumentSyntaxError {
    failure(
      "nesting-too-deep", "Sequences and mappings are nested too deeply", "At most \(options.maximumDepth) levels are read.",
      range(event.start, event.end))
  }
}

extension YAMLScalar {
  /// What stands in a document for a scalar with this value and text.
  func content(_ text: String) -> PositionedDocument.Content {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let number): .number(number)
    case .string: .string(text)
    }
  }
}
