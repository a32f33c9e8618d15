import Diagnostics
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText

/// Names of one module that lead back to themselves. (Terraform language, "Resource Dependencies".)
enum ReferenceCycles {
  private struct Node {
    var name: String
    var range: SourceRange
    var targets: [String]
  }

  /// One error for each cycle, at its first declaration, with the whole way in its detail.
  static func find(in module: Module) -> [Diagnostic] {
    var search = Search(nodes: nodes(of: module))
    for name in search.nodes.keys.sorted() { search.visit(name) }
    return search.diagnostics
  }

  private static func nodes(of module: Module) -> [String: Node] {
    var nodes: [String: Node] = [:]
    for (name, local) in module.locals {
      nodes["local.\(name)"] = Node(
        name: "local.\(name)", range: local.attribute.range, targets: targets([local.attribute.expression]))
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
      let name = address(key)
      nodes[name] = Node(name: name, range: resource.block.header, targets: targets(expressions))
    }
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
        if traversal.rootName == "local", let name = traversal.attributeName(0) {
          found.append("local.\(name)")
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
