#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A growing run of plain values in memory of its own: what an array is, without the cost of being copied on write.
///
/// It is unique by construction, and so an append is a comparison and a store. The hot loops of lexer and parser live on that.
struct FlatBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var storage: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private(set) var capacity: Int

  init(capacity: Int) {
    self.capacity = max(capacity, 4)
    storage = Self.allocate(self.capacity)
  }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    guard let memory = malloc(capacity * MemoryLayout<Element>.stride) else { return .allocate(capacity: capacity) }
    return memory.bindMemory(to: Element.self, capacity: capacity)
  }

  /// So many values of which every bit is zero.
  init(zeros count: Int) where Element == UInt32 {
    self.init(capacity: count)
    storage.initialize(repeating: 0, count: count)
    self.count = count
  }

  deinit { free(storage) }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    (storage + count).initialize(to: element)
    count += 1
  }

  /// Makes room for so many more values, at most the present capacity.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if capacity - count < more { grow() }
  }

  @inline(never)
  private mutating func grow() {
    capacity *= 2
    // The system grows large blocks in place, without copying them.
    if let larger = realloc(storage, capacity * MemoryLayout<Element>.stride) {
      storage = larger.bindMemory(to: Element.self, capacity: capacity)
      return
    }
    let larger = Self.allocate(capacity)
    larger.moveInitialize(from: storage, count: count)
    free(storage)
    storage = larger
  }

  /// Sets how many values there are, which the caller has written to the memory.
  @inline(__always)
  mutating func setCount(_ count: Int) { self.count = min(max(count, 0), capacity) }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get { storage[index] }
    set { storage[index] = newValue }
  }

  @inline(__always)
  var last: Element? { count > 0 ? storage[count - 1] : nil }

  /// Removes the last value, where there is one.
  @inline(__always)
  mutating func removeLast() { count = max(count - 1, 0) }

  @inline(__always)
  mutating func truncate(to count: Int) { self.count = min(self.count, max(count, 0)) }

  /// The values in an array of exactly their size.
  func makeArray() -> [Element] { Array(UnsafeBufferPointer(start: storage, count: count)) }
}
