/// The names of one file, each stored once.
///
/// An open-addressing table over the file's own bytes, so that looking a name up makes no `String`.
struct NameTable: ~Copyable {
  struct Entry: BitwiseCopyable {
    var hash: UInt32
    var start: UInt32
    var count: UInt32
  }

  private(set) var names: [String] = []
  private var entries: FlatBuffer<Entry>
  private var slots: FlatBuffer<UInt32>
  private var mask: Int
  /// Every name, once a name was needed that does not stand in the file in one piece.
  private var idsByName: [String: UInt32]?

  init() {
    entries = FlatBuffer(capacity: 64)
    slots = FlatBuffer(zeros: 128)
    mask = 127
    names.reserveCapacity(48)
  }

  /// The id of the name that stands in a range of the file, whose first byte is at `base`.
  @inline(__always)
  mutating func intern(_ base: UnsafeRawPointer, _ start: Int, _ end: Int) -> UInt32 {
    let text = base + start
    let count = end - start
    let hash = NameTable.hash(text, count)
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let id = Int(slots[slot]) - 1
      let entry = entries[id]
      if entry.hash == hash, Int(entry.count) == count, NameTable.equals(base + Int(entry.start), text, count) {
        return UInt32(truncatingIfNeeded: id)
      }
      slot = (slot + 1) & mask
    }
    return insert(text, start, count, hash, slot)
  }

  @inline(never)
  private mutating func insert(_ text: UnsafeRawPointer, _ start: Int, _ count: Int, _ hash: UInt32, _ slot: Int) -> UInt32 {
    let name = String(decoding: UnsafeRawBufferPointer(start: text, count: count), as: UTF8.self)
    if let known = idsByName?[name] { return known }
    let id = UInt32(truncatingIfNeeded: names.count)
    names.append(name)
    idsByName?[name] = id
    entries.append(Entry(hash: hash, start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: count)))
    slots[slot] = id + 1
    if names.count * 2 > slots.count { grow() }
    return id
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

  // MARK: Words

  /// A hash over the first and last words of a name and, where it is longer, those between.
  @inline(__always)
  private static func hash(_ text: UnsafeRawPointer, _ count: Int) -> UInt32 {
    var value = UInt64(truncatingIfNeeded: count)
    if count >= 8 {
      var offset = 0
      while offset + 8 < count {
        value = mix(value ^ text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      value = mix(value ^ text.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    } else if count >= 4 {
      let first = UInt64(text.loadUnaligned(as: UInt32.self))
      let last = UInt64(text.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      value = mix(value ^ (first | last << 32))
    } else if count > 0 {
      let first = UInt64(text.load(as: UInt8.self))
      let middle = UInt64(text.load(fromByteOffset: count >> 1, as: UInt8.self))
      let last = UInt64(text.load(fromByteOffset: count - 1, as: UInt8.self))
      value = mix(value ^ (first | middle << 8 | last << 16) << 8)
    }
    return UInt32(truncatingIfNeeded: value >> 32)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  @inline(__always)
  private static func equals(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
    if count >= 8 {
      var offset = 0
      while offset + 8 < count {
        if left.loadUnaligned(fromByteOffset: offset, as: UInt64.self) != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self) {
          return false
        }
        offset += 8
      }
      return left.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        == right.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    }
    for offset in 0..<count where left.load(fromByteOffset: offset, as: UInt8.self) != right.load(fromByteOffset: offset, as: UInt8.self) {
      return false
    }
    return true
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = FlatBuffer(zeros: mask + 1)
    for id in 0..<entries.count {
      let entry = entries[id]
      guard entry.count > 0 else { continue }
      var slot = Int(entry.hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: id + 1)
    }
  }
}
