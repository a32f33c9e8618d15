/// The members of a JSON or YAML object, in order, each key once.
///
/// Look-up is a scan for small objects and hashed for large ones, so objects of any size are built and read in linear time.
public struct DocumentObject: Sendable, RandomAccessCollection {
  /// One key with its value.
  public struct Member: Hashable, Sendable {
    public let key: String
    public internal(set) var value: Document
  }

  private var members: [Member] = []
  /// Where each key stands; kept from `indexedFrom` members on.
  private var positions: [String: Int]?

  private static let indexedFrom = 12

  public init() {}

  /// The pairs in their order. A key that comes again keeps its first place and takes the last value.
  public init(_ pairs: some Sequence<(String, Document)>) {
    members.reserveCapacity(pairs.underestimatedCount)
    for (key, value) in pairs { self[key] = value }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { members.count }
  public subscript(position: Int) -> Member { members[position] }

  /// The keys in order.
  public var keys: [String] { members.map(\.key) }

  /// The value of a key. Setting replaces it in place or appends the key; setting nil removes the key.
  public subscript(key: String) -> Document? {
    get { index(of: key).map { members[$0].value } }
    set {
      switch (index(of: key), newValue) {
      case (.some(let index), .some(let value)): members[index].value = value
      case (.some(let index), nil): remove(at: index)
      case (nil, .some(let value)): append(key, value)
      case (nil, nil): break
      }
    }
  }

  /// Where a key stands in the order.
  public func index(of key: String) -> Int? {
    if let positions { return positions[key] }
    return members.firstIndex { $0.key == key }
  }

  private mutating func append(_ key: String, _ value: Document) {
    members.append(Member(key: key, value: value))
    if positions != nil {
      positions?[key] = members.count - 1
    } else if members.count >= Self.indexedFrom {
      rebuildPositions()
    }
  }

  private mutating func remove(at index: Int) {
    members.remove(at: index)
    if positions != nil { rebuildPositions() }
  }

  private mutating func rebuildPositions() {
    var rebuilt: [String: Int] = [:]
    rebuilt.reserveCapacity(members.count * 2)
    for (index, member) in members.enumerated() { rebuilt[member.key] = index }
    positions = rebuilt
  }
}

extension DocumentObject: Hashable {
  public static func == (left: DocumentObject, right: DocumentObject) -> Bool { left.members == right.members }

  public func hash(into hasher: inout Hasher) { hasher.combine(members) }
}

extension DocumentObject: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  public init(arrayLiteral elements: (String, Document)...) { self.init(elements) }
  public init(dictionaryLiteral elements: (String, Document)...) { self.init(elements) }
}
