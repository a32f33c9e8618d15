import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// Names that lead back to themselves, also through the modules that a module calls. (Terraform language, "Resource Dependencies".)
///
/// What the outputs of a module need of its variables is found once for each module.
struct ReferenceCycles {
  private struct Node {
    var name: String
    var range: SourceRange
    var targets: [String]
  }

  private let configuration: Configuration
  /// For each module the variables that each of its outputs needs.
  private var needs: [String: [String: [String]]] = [:]

  init(_ configuration: Configuration) { self.configuration = configuration }

  /// One error for each cycle, at its first declaration, with the whole way in its detail.
  mutating func find(in module: Module) -> [Diagnostic] {
    var search = Search(nodes: nodes(of: module, depth: 0))
    for name in search.nodes.keys.sorted() { search.visit(name) }
    return search.diagnostics
  }

  /// The variables that each output of a module needs, through whatever lies between.
  private mutating func needs(of module: Module, depth: Int) -> [String: [String]] {
    if let known = needs[module.directory] { return known }
    guard depth < Self.maximumDepth else { return [:] }
    needs[module.directory] = [:]
    let nodes = nodes(of: module, depth: depth)
    var result: [String: [String]] = [:]
    for (name, output) in module.outputs {
      guard let value = output.value else { continue }
      var open = Self.targets([value])
      var seen = Set(open)
      var variables: [String] = []
      while let next = open.popLast() {
        if next.hasPrefix("var.") { variables.append(String(next.dropFirst(4))) }
        for target in nodes[next]?.targets ?? [] where seen.insert(target).inserted { open.append(target) }
      }
      result[name] = variables.sorted()
    }
    needs[module.directory] = result
    return result
  }

  private static let maximumDepth = 64

  /// What each output of a call needs of the arguments of the call.
  private mutating func add(_ call: ModuleCall, of module: Module, depth: Int, to nodes: inout [String: Node]) {
    let site = Configuration.CallSite(directory: module.directory, name: call.name)
    guard let target = configuration.callTargets[site].flatMap({ configuration.modules[$0] }) else { return }
    var targetsOfInput: [String: [String]] = [:]
    for input in call.inputs { targetsOfInput[input.name] = Self.targets([input.expression]) }
    let repetition = Self.targets([call.count, call.forEach].compactMap { $0?.expression })
    for (output, variables) in needs(of: target, depth: depth + 1) {
      let name = "module.\(call.name).\(output)"
      nodes[name] = Node(name: name, range: call.block.header, targets: repetition + variables.flatMap { targetsOfInput[$0] ?? [] })
    }
  }

  private mutating func nodes(of module: Module, depth: Int) -> [String: Node] {
    var nodes: [String: Node] = [:]
    for (name, local) in module.locals {
      nodes["local.\(name)"] = Node(
        name: "local.\(name)", range: local.attribute.range, targets: Self.targets([local.attribute.expression]))
    }
    for (key, resource) in module.resources {
      var expressions: [ExpressionSyntax] = []
      let body = resource.body
      for attribute in body.attributes where attribute.name != "provider" { expressions.append(attribute.expression) }
      for block in body.blocks {
        switch block.type {
        case "lifecycle":
          for condition in block.body.blocks where condition.type == "precondition" { condition.body.forEachExpression { expressions.append($0) } }
        // These run when the resource exists already.
        case "provisioner", "connection": break
        default: block.body.forEachExpression { expressions.append($0) }
        }
      }
      let name = Self.address(key)
      nodes[name] = Node(name: name, range: resource.block.header, targets: Self.targets(expressions))
    }
    for name in module.moduleCalls.keys.sorted() { module.moduleCalls[name].map { add($0, of: module, depth: depth, to: &nodes) } }
    return nodes
  }

  private static func address(_ key: ResourceKey) -> String {
    switch key.mode {
    case .managed: "\(key.type).\(key.name)"
    case .data: "data.\(key.type).\(key.name)"
    case .ephemeral: "ephemeral.\(key.type).\(key.name)"
    }
  }

  private static func targets(_ expressions: [ExpressionSyntax]) -> [String] {
    var found: [String] = []
    for expression in expressions {
      expression.forEachScopeTraversal { traversal in
        if traversal.rootName == "local" || traversal.rootName == "var", let name = traversal.attributeName(0) {
          found.append("\(traversal.rootName).\(name)")
        } else if traversal.rootName == "module", let name = traversal.attributeName(0) {
          // Behind the key of an instance, if there is one.
          if let output = traversal.attributeName(1) ?? traversal.attributeName(2) { found.append("module.\(name).\(output)") }
        } else if let key = traversal.resourceKey {
          found.append(address(key))
        }
      }
    }
    return found
  }

  /// A depth-first search; its own stack, because chains of references may be long.
  private struct Search {
    let nodes: [String: Node]
    var done: Set<String> = []
    var diagnostics: [Diagnostic] = []

    mutating func visit(_ start: String) {
      guard !done.contains(start) else { return }
      var path: [(name: String, next: Int)] = [(start, 0)]
      var positions: [String: Int] = [start: 0]
      while let (name, next) = path.last {
        let targets = nodes[name]?.targets ?? []
        guard next < targets.count else {
          done.insert(name)
          positions[name] = nil
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = targets[next]
        if let position = positions[target] {
          report(path[position...].map(\.name))
        } else if nodes[target] != nil, !done.contains(target) {
          positions[target] = path.count
          path.append((target, 0))
        }
      }
    }

    private mutating func report(_ cycle: [String]) {
      guard let first = cycle.min(), let node = nodes[first], let index = cycle.firstIndex(of: first) else { return }
      let way = cycle[index...] + cycle[..<index] + [first]
      let text = way.joined(separator: " → ")
      let diagnostic = Diagnostic(
        .error, "reference-cycle", cycle.count == 1 ? "“\(first)” refers to itself" : "“\(first)” depends on itself",
        detail: "The way leads around: \(text). Each needs the next one first.", at: node.range,
        related: way.dropFirst().dropLast().compactMap { nodes[$0].map { DiagnosticLabel($0.range, "part of the cycle") } })
      if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }
  }
}
