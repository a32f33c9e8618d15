import Synchronization

/// One line on standard error that says how far a long run is; only where someone watches, and gone when the run is over.
///
/// A class, because all threads of a run count on it.
final class ProgressLine: Sendable {
  private struct State {
    var done = 0
    var shownAt: Double
    var isShown = false
  }

  /// Seconds before the first line, and between lines.
  private static let patience = 1.0
  private static let pause = 0.1

  private let total: Int
  private let isOn: Bool
  private let state: Mutex<State>

  /// - Parameter isOn: whether anything is to be shown at all; without a terminal nothing is.
  init(total: Int, isOn: Bool) {
    self.total = total
    self.isOn = isOn && OutputStream.standardError.isTerminal
    state = Mutex(State(shownAt: wallTime() + Self.patience - Self.pause))
  }

  /// Says that one more part is done.
  func step() {
    guard isOn else { return }
    state.withLock { state in
      state.done += 1
      let now = wallTime()
      guard now - state.shownAt >= Self.pause else { return }
      state.shownAt = now
      state.isShown = true
      OutputStream.standardError.write("\r\u{1B}[2KJudged \(state.done) of \(total) root modules")
    }
  }

  /// Takes the line away.
  func end() {
    state.withLock { state in
      if state.isShown { OutputStream.standardError.write("\r\u{1B}[2K") }
      state.isShown = false
    }
  }
}
