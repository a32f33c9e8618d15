/// A growing run of plain values in memory of its own: what an array is, without the cost of being copied on write.
///
/// It is unique by construction, and so an append is a comparison and a store. The hot loops of lexer and parser live on that.
struct FlatBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var storage: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = max(capacity, 4)
    storage = .allocate(capacity: self.capacity)
  }

  /// So many values of which every bit is zero.
  init(zeros count: Int) where Element == UInt32 {
    self.init(capacity: count)
    storage.initialize(repeating: 0, count: count)
    self.count = count
  }

  deinit { storage.deallocate() }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    (storage + count).initialize(to: element)
    count += 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: storage, count: count)
    storage.deallocate()
    storage = larger
    capacity *= 2
  }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get { storage[index] }
    set { storage[index] = newValue }
  }

  @inline(__always)
  mutating func truncate(to count: Int) { self.count = min(self.count, max(count, 0)) }

  /// The values in an array of exactly their size.
  func makeArray() -> [Element] { Array(UnsafeBufferPointer(start: storage, count: count)) }
}
