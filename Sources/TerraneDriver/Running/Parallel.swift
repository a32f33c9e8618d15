#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Synchronization

/// Threads with stacks that deep recursion fits in: evaluation and parsing walk trees recursively, and the stack that a process starts
/// with may hold 8 MB only.
public enum Parallel {
  /// Virtual; memory is taken when it is used.
  static let stackSize = 256 << 20

  /// How many threads run at once when nothing else is said: one for each processor that the process may use.
  public static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Runs work on a thread with a large stack and waits for it.
  public static func onLargeStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
    let results = map(0..<1, jobs: 1) { _ in body() }
    return results.first ?? body()
  }

  /// Applies a function to every element, on several threads.
  ///
  /// - Returns: the results in the order of the elements, whatever the order in which they were made.
  public static func map<Element: Sendable, Result: Sendable>(
    _ elements: some Collection<Element> & Sendable, jobs: Int, _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let elements = Array(elements)
    let count = min(max(jobs, 1), elements.count)
    let work = Work(elements: elements, transform: transform)
    var threads: [pthread_t] = []
    for _ in 0..<count {
      guard let thread = start({ work.run() }) else { break }
      threads.append(thread)
    }
    // Without any thread the work is done here.
    if threads.isEmpty { work.run() }
    for thread in threads { pthread_join(thread, nil) }
    return work.results()
  }

  /// A class, because all threads take from the same queue.
  private final class Work<Element: Sendable, Result: Sendable>: Sendable {
    private let elements: [Element]
    private let transform: @Sendable (Element) -> Result
    private let next = Mutex(0)
    private let done: Mutex<[Result?]>

    init(elements: [Element], transform: @escaping @Sendable (Element) -> Result) {
      self.elements = elements
      self.transform = transform
      done = Mutex([Result?](repeating: nil, count: elements.count))
    }

    func run() {
      while true {
        let index = next.withLock { value in
          defer { value += 1 }
          return value
        }
        guard index < elements.count else { return }
        let result = transform(elements[index])
        done.withLock { $0[index] = result }
      }
    }

    func results() -> [Result] { done.withLock { $0.compactMap { $0 } } }
  }

  /// A class, because a thread gets one pointer.
  private final class Entry: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { buffer in
      guard let attributes = buffer.baseAddress, pthread_attr_init(attributes) == 0 else { return nil }
      defer { pthread_attr_destroy(attributes) }
      guard pthread_attr_setstacksize(attributes, stackSize) == 0 else { return nil }
      return create(attributes, body)
    }
  }

  private static func create(_ attributes: UnsafePointer<pthread_attr_t>, _ body: @escaping @Sendable () -> Void) -> pthread_t? {
    let entry = Unmanaged.passRetained(Entry(body))
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(&thread, attributes, { pointer in
        Unmanaged<Entry>.fromOpaque(pointer).takeRetainedValue().body()
        return nil
      }, entry.toOpaque())
    #else
      var thread = pthread_t()
      let status = pthread_create(&thread, attributes, { pointer in
        if let pointer { Unmanaged<Entry>.fromOpaque(pointer).takeRetainedValue().body() }
        return nil
      }, entry.toOpaque())
    #endif
    if status != 0 {
      entry.release()
      return nil
    }
    return thread
  }
}
