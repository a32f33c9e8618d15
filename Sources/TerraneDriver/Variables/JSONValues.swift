import Diagnostics
import Documents
import HCLValues
import SourceText

/// JSON as values of the language: objects as objects, arrays as tuples. (go-cty, "implied type" of JSON.)
public enum JSONValues {
  /// Reads a file that holds one JSON value.
  static func read(_ file: SourceFile) -> (content: PositionedDocument?, diagnostics: [Diagnostic]) {
    let reading = JSONReader.read(file)
    return (reading.validDocument, reading.diagnostics.all)
  }

  /// A document as a value.
  public static func value(_ document: Document) -> Value {
    switch document {
    case .null: return .null(.dynamic)
    case .bool(let flag): return .bool(flag)
    case .number(let text): return Number(decimal: text).map { .number($0) } ?? .unknown(.number)
    case .string(let text): return .string(text)
    case .array(let elements): return .tuple(elements.map(value))
    case .object(let object): return .object(Attributes(object.map { ($0.key, value($0.value)) }))
    }
  }
}
