import Synchronization

/// How much all templates that are rendered by one context may cost together: templates that render templates could otherwise multiply
/// without end.
///
/// A class, because the renderings inside of one another draw from the same budget.
final class TemplateBudget: Sendable {
  private let remainingSteps: Atomic<Int>
  private let remainingText: Atomic<Int>
  private let nesting = Atomic(0)

  init(steps: Int, text: Int) {
    remainingSteps = Atomic(steps)
    remainingText = Atomic(text)
  }

  var isSpent: Bool { steps <= 0 || text <= 0 }

  var steps: Int { remainingSteps.load(ordering: .relaxed) }
  var text: Int { remainingText.load(ordering: .relaxed) }

  /// Begins a template whose expressions nest so deep.
  ///
  /// - Returns: whether the templates around leave room for it; without room nothing begins.
  func enter(_ depth: Int, limit: Int) -> Bool {
    guard nesting.load(ordering: .relaxed) + depth <= limit else { return false }
    nesting.add(depth, ordering: .relaxed)
    return true
  }

  func leave(_ depth: Int) { nesting.subtract(depth, ordering: .relaxed) }

  func take(_ steps: Int, text: Int = 0) {
    remainingSteps.subtract(steps, ordering: .relaxed)
    remainingText.subtract(text, ordering: .relaxed)
  }
}
