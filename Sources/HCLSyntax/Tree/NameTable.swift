/// The names of one file, each stored once.
///
/// An open-addressing table over the file's own bytes, so that looking a name up makes no `String`.
struct NameTable {
  private struct Entry {
    var hash: UInt32
    var start: UInt32
    var count: UInt32
  }

  private(set) var names: [String] = []
  private var entries: [Entry] = []
  private var slots: [UInt32]
  private var mask: Int
  /// Every name, once a name was needed that does not stand in the file in one piece.
  private var idsByName: [String: UInt32]?

  init() {
    slots = [UInt32](repeating: 0, count: 128)
    mask = 127
  }

  /// The id of the name that stands in a range of the file.
  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for index in start..<end { hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193 }
    hash ^= hash >> 15
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let id = Int(slots[slot]) - 1
      let entry = entries[id]
      if entry.hash == hash, Int(entry.count) == end - start, equals(bytes, Int(entry.start), start, end - start) {
        return UInt32(truncatingIfNeeded: id)
      }
      slot = (slot + 1) & mask
    }
    let name = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    if let known = idsByName?[name] { return known }
    let id = names.count
    names.append(name)
    idsByName?[name] = UInt32(truncatingIfNeeded: id)
    entries.append(
      Entry(hash: hash, start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: end - start)))
    slots[slot] = UInt32(truncatingIfNeeded: id + 1)
    if names.count * 2 > slots.count { grow() }
    return UInt32(truncatingIfNeeded: id)
  }

  /// The id of a name that does not stand in the file in one piece.
  mutating func intern(composed name: String) -> UInt32 {
    var ids = idsByName ?? [:]
    if idsByName == nil {
      for (id, known) in names.enumerated() { ids[known] = UInt32(truncatingIfNeeded: id) }
    }
    idsByName = nil
    defer { idsByName = ids }
    if let known = ids[name] { return known }
    let id = UInt32(truncatingIfNeeded: names.count)
    ids[name] = id
    names.append(name)
    entries.append(Entry(hash: 0, start: 0, count: 0))
    return id
  }

  @inline(__always)
  private func equals(_ bytes: UnsafeBufferPointer<UInt8>, _ left: Int, _ right: Int, _ count: Int) -> Bool {
    for index in 0..<count where bytes[left + index] != bytes[right + index] { return false }
    return true
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = [UInt32](repeating: 0, count: mask + 1)
    for (id, entry) in entries.enumerated() where entry.count > 0 {
      var slot = Int(entry.hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: id + 1)
    }
  }
}
