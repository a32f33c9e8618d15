/// A table that grows in small steps: what one insertion has to move is a part of it, never all.
///
/// What is decoded first in a run must not wait until a thousand entries have found new places.
struct PartedTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var parts: [[Key: Value]] = Array(repeating: [:], count: 64)

  private(set) var count = 0

  subscript(key: Key) -> Value? {
    get { parts[part(of: key)][key] }
    set {
      let part = part(of: key)
      count -= parts[part].count
      parts[part][key] = newValue
      count += parts[part].count
    }
  }

  private func part(of key: Key) -> Int { key.hashValue & (parts.count - 1) }
}
