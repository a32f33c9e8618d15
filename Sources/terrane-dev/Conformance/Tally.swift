import TerraneDriver

/// How many cases hold, and which do not.
struct Tally {
  /// At most so many of those that do not hold are named.
  static let namesShown = 20

  var name: String
  private(set) var passed = 0
  private(set) var failed: [String] = []

  init(_ name: String) { self.name = name }

  var count: Int { passed + failed.count }

  mutating func check(_ holds: Bool, _ caseName: @autoclosure () -> String) {
    if holds { passed += 1 } else { failed.append(caseName()) }
  }

  /// Prints `N of M`, and the first ones that do not hold.
  ///
  /// - Parameter share: the share of cases that must hold.
  /// - Returns: whether so many do.
  func finish(atLeast share: Double = 1) -> Bool {
    let isReached = Double(passed) >= share * Double(count) && count > 0
    var text = "\(name): \(passed) of \(count)\(isReached ? "" : " (too few)")\n"
    for name in failed.prefix(isReached ? 5 : Self.namesShown) { text += "  \(name)\n" }
    OutputStream.standardOutput.write(text)
    return isReached
  }
}
