import Synchronization

/// How much all templates that are rendered by one context may cost together: templates that render templates could otherwise multiply
/// without end.
///
/// A class, because the renderings inside of one another draw from the same budget.
final class TemplateBudget: Sendable {
  private let remaining: Atomic<Int>

  init(steps: Int) { remaining = Atomic(steps) }

  var isSpent: Bool { remaining.load(ordering: .relaxed) <= 0 }

  var steps: Int { remaining.load(ordering: .relaxed) }

  func take(_ steps: Int) { remaining.subtract(steps, ordering: .relaxed) }
}
