import Foundation

/// A JSON document as the reference tables need it.
public indirect enum JSON: Decodable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  /// Reads a file of the reference material by its path there; nil when there is no such material.
  public static func shared(_ path: String) throws -> JSON? {
    guard let root = ProjectRoot.shared else { return nil }
    return try JSONDecoder().decode(JSON.self, from: Data(contentsOf: root.appendingPathComponent(path)))
  }

  public subscript(name: String) -> JSON? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  public var array: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  public var object: [String: JSON]? {
    if case .object(let members) = self { members } else { nil }
  }

  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  public var int: Int? {
    if case .number(let value) = self { Int(exactly: value) } else { nil }
  }

  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// The document as JSON text, the same for equal documents.
  public var text: String {
    switch self {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
    case .string(let text): String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
    case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.sorted { $0.key < $1.key }.map { "\(JSON.string($0.key).text):\($0.value.text)" }.joined(separator: ",") + "}"
    }
  }

  /// Rows of a table: an array, or an object whose keys are the rows' names, in the order of the names.
  public var rows: [(name: String, row: JSON)] {
    switch self {
    case .array(let elements): elements.enumerated().map { (String($0.offset), $0.element) }
    case .object(let members): members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    case .null, .bool, .number, .string: []
    }
  }
}
