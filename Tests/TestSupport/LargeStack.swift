import Foundation
import Synchronization

/// Runs work on a thread with the stack that the program gives to evaluation; threads of tests have much less.
public func onLargeStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
  let result = Mutex<Result?>(nil)
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    let value = body()
    result.withLock { $0 = value }
    done.signal()
  }
  thread.stackSize = 256 << 20
  thread.start()
  done.wait()
  return result.withLock { $0! }
}
