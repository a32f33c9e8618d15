import TerraformModel

/// Chooses which modules are judged as roots: callers in view win.
///
/// A module that another module in view calls is judged through its callers; it is a root of its own only when the user names it, or when
/// nothing but a cycle leads to it.
public struct RootModules: Sendable {
  /// Sorted by path.
  public private(set) var roots: [String] = []

  /// - Parameters:
  ///   - directories: all modules in view, sorted.
  ///   - named: those that the user named.
  ///   - calls: where the local calls of a module lead.
  public init(directories: [String], named: Set<String>, calls: (String) -> [String]) {
    var targets: [String: [String]] = [:]
    var called: Set<String> = []
    for directory in directories {
      let found = calls(directory)
      targets[directory] = found
      called.formUnion(found.filter { $0 != directory })
    }
    var reached: Set<String> = []
    func reach(_ directory: String) {
      var open = [directory]
      while let next = open.popLast() {
        guard reached.insert(next).inserted else { continue }
        open += targets[next] ?? calls(next)
      }
    }
    for directory in directories where named.contains(directory) || !called.contains(directory) {
      roots.append(directory)
      reach(directory)
    }
    for directory in directories where !reached.contains(directory) {
      roots.append(directory)
      reach(directory)
    }
    roots.sort { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}

/// The directories that the local calls of a module lead to.
public func localCallTargets(of module: Module) -> [String] {
  module.moduleCalls.values.compactMap { call in
    guard let source = call.source, source.hasPrefix("./") || source.hasPrefix("../") || source == "." || source == ".." else { return nil }
    return joinedPath(module.directory, source)
  }.sorted()
}
