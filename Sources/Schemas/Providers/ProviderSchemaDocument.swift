import Diagnostics
import Documents
import SourceText

/// Reads what `terraform providers schema -json` prints. (Terraform CLI, "providers schema", "Schema Representation".)
public enum ProviderSchemaDocument {
  /// The schemas of all providers in a file.
  ///
  /// - Returns: the schemas in order of their sources, and why there are none or fewer.
  public static func read(_ file: SourceFile) -> (schemas: [ProviderSchema], diagnostics: [Diagnostic]) {
    let reading = JSONReader.read(file, options: .init(duplicateKeys: .accept))
    guard let document = reading.validDocument?.document else { return ([], reading.diagnostics.all) }
    guard let providers = document["provider_schemas"]?.objectValue else {
      let problem = Diagnostic(
        .error, "invalid-provider-schema", "\(file.path) holds no provider schemas",
        detail: "The output of “terraform providers schema -json” is expected: an object with “provider_schemas”.", at: nil)
      return ([], [problem])
    }
    let sorted = providers.sorted { $0.key < $1.key }
    return (sorted.map { schema(source: $0.key, $0.value) }, reading.diagnostics.all)
  }

  private static func schema(source: String, _ document: Document) -> ProviderSchema {
    let source = SchemaCatalog.shortened(source)
    let localName = source.split(separator: "/").last.map(String.init) ?? source
    var sections: [(heading: String, lines: String)] = []
    var deprecated: [String] = []
    if let block = document["provider"]?["block"] { sections.append(("config", SchemaLines.lines(ofBlock: block))) }
    let groups: [(key: String, kind: ProviderSchema.Kind)] = [
      ("resource_schemas", .resource), ("data_source_schemas", .dataSource), ("ephemeral_resource_schemas", .ephemeralResource),
    ]
    for (key, kind) in groups {
      for type in document[key]?.objectValue ?? DocumentObject() {
        guard let block = type.value["block"] else { continue }
        sections.append(("\(kind.keyword) \(type.key)", SchemaLines.lines(ofBlock: block)))
        if block["deprecated"]?.boolValue == true { deprecated.append("\(kind.pathPrefix)\(type.key) deprecated\n") }
      }
    }
    let header = ProviderText.Header(source: source, version: "", protocolVersion: 6)
    let facts = deprecated.isEmpty ? nil : FactsText(SectionText(id: 0, Array(deprecated.sorted().joined().utf8)))
    return ProviderSchema(localName: localName, ProviderText(header, sections: sections), facts: facts, isGiven: true)
  }
}

/// Member lines of the provider text form, from the JSON of a schema.
enum SchemaLines {
  private static let maximumDepth = 64

  static func lines(ofBlock block: Document) -> String {
    var text = ""
    appendBlock(block, depth: 1, to: &text)
    return text
  }

  private static func appendBlock(_ block: Document, depth: Int, to text: inout String) {
    guard depth < maximumDepth else { return }
    appendAttributes(block["attributes"], depth: depth, to: &text)
    for nested in (block["block_types"]?.objectValue ?? DocumentObject()).sorted(by: { $0.key < $1.key }) {
      let minimum = nested.value["min_items"]?.intValue ?? 0
      let maximum = nested.value["max_items"]?.intValue ?? 0
      let nesting = nesting(nested.value["nesting_mode"])
      let isSingle = nesting == "single" || nesting == "group"
      let bounds = "\(minimum)..\(isSingle ? "1" : maximum > 0 ? String(maximum) : "")"
      let isDeprecated = nested.value["block"]?["deprecated"]?.boolValue == true
      text += "\(indentation(depth))\(name(nested.key)) {\(nesting) \(bounds)}\(isDeprecated ? " deprecated" : "")\n"
      if let inner = nested.value["block"] { appendBlock(inner, depth: depth + 1, to: &text) }
    }
  }

  private static func appendAttributes(_ attributes: Document?, depth: Int, to text: inout String) {
    guard depth < maximumDepth else { return }
    for attribute in (attributes?.objectValue ?? DocumentObject()).sorted(by: { $0.key < $1.key }) {
      let value = attribute.value
      func has(_ flag: String) -> Bool { value[flag]?.boolValue == true }
      let mode = has("required") ? "!" : has("optional") ? (has("computed") ? "~" : "?") : has("computed") ? "=" : "?"
      let nested = value["nested_type"]
      let type = nested.map { nesting($0["nesting_mode"]) } ?? self.type(value["type"])
      text += "\(indentation(depth))\(name(attribute.key)) \(mode)\(type)"
      for (flag, word) in [("sensitive", "sensitive"), ("deprecated", "deprecated"), ("write_only", "wo")] where has(flag) { text += " \(word)" }
      text += nested == nil ? "\n" : " nested\n"
      if let nested { appendAttributes(nested["attributes"], depth: depth + 1, to: &text) }
    }
  }

  private static func indentation(_ depth: Int) -> String { String(repeating: " ", count: depth) }

  private static func nesting(_ document: Document?) -> String {
    let word = document?.stringValue ?? ""
    return ["single", "list", "set", "map", "group"].contains(word) ? word : "single"
  }

  /// A type in the JSON notation of the value library, in the text form.
  private static func type(_ document: Document?, depth: Int = 0) -> String {
    guard depth < maximumDepth, let document else { return "dynamic" }
    if let word = document.stringValue { return ["string", "number", "bool"].contains(word) ? word : "dynamic" }
    switch document[0]?.stringValue {
    case "list"?: return "list(\(type(document[1], depth: depth + 1)))"
    case "set"?: return "set(\(type(document[1], depth: depth + 1)))"
    case "map"?: return "map(\(type(document[1], depth: depth + 1)))"
    case "object"?:
      let members = (document[1]?.objectValue ?? DocumentObject()).sorted { $0.key < $1.key }
      return "{" + members.map { "\($0.key):\(type($0.value, depth: depth + 1))" }.joined(separator: ",") + "}"
    default: return "dynamic"
    }
  }

  /// A name, in quotes when it has other characters than names have.
  private static func name(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x2D
    }
    return isPlain ? text : JSONWriter(.compact).write(.string(text))
  }
}
