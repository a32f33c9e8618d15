import Diagnostics
import HCLSyntax
import HCLValues
import SourceText

/// `moved` blocks that contradict each other or the declarations. (Terraform language, "Refactoring".)
extension DeclarationValidator {
  /// One `moved` block whose addresses can be read.
  private struct Move {
    var from: AddressText
    var to: AddressText
    var block: BlockSyntax
  }

  /// What is wrong with the moves of a module together.
  static func validateMoves(of module: Module) -> [Diagnostic] {
    var validator = DeclarationValidator(module)
    validator.validateMoves()
    return validator.diagnostics
  }

  private mutating func validateMoves() {
    let moves = module.otherBlocks.compactMap { block -> Move? in
      guard block.type == "moved", let from = Self.address(block, "from"), let to = Self.address(block, "to") else { return nil }
      return Move(from: from, to: to, block: block)
    }
    var byFrom: [String: Move] = [:]
    var byTo: [String: Move] = [:]
    for move in moves {
      if move.from.text == move.to.text {
        add("redundant-move", "“\(move.from.text)” moves to where it is", "The two addresses of a move differ.", at: move.block.header)
        continue
      }
      if let other = byFrom[move.from.text], other.to.text != move.to.text {
        contradiction("“\(move.from.text)” moves to two places", move, other)
      } else if let other = byTo[move.to.text], other.from.text != move.from.text {
        contradiction("Two things move to “\(move.to.text)”", move, other)
      }
      byFrom[move.from.text] = byFrom[move.from.text] ?? move
      byTo[move.to.text] = byTo[move.to.text] ?? move
      checkDeclared(move)
    }
    checkCycles(moves, byFrom)
  }

  private static func address(_ block: BlockSyntax, _ name: String) -> AddressText? {
    guard let attribute = block.body.attribute(name), let reference = StaticReference(attribute.expression), !reference.hasDynamicIndex
    else { return nil }
    return AddressText(reference)
  }

  private mutating func contradiction(_ summary: String, _ move: Move, _ other: Move) {
    add(
      "ambiguous-move", summary, "Each object moves from one place to one other.", at: move.block.header,
      related: [DiagnosticLabel(other.block.header, "the other move")])
  }

  /// What has moved away is not declared any more. An address with a key is one instance of what may still be declared.
  private mutating func checkDeclared(_ move: Move) {
    guard !move.from.hasKeys, !move.to.hasKeys else { return }
    let declaration: BlockSyntax? =
      if move.from.isModule {
        move.from.modules.count == 1 ? module.moduleCalls[move.from.modules[0]]?.block : nil
      } else {
        move.from.modules.isEmpty
          ? module.resources[ResourceKey(mode: move.from.isData ? .data : .managed, type: move.from.type, name: move.from.name)]?.block : nil
      }
    guard let declaration else { return }
    add(
      "moved-and-declared", "“\(move.from.text)” has moved and is declared",
      "The move says that it is now “\(move.to.text)”: delete or rename its “\(declaration.type)” block, or this one.", at: move.block.header,
      related: [DiagnosticLabel(declaration.header, "declared here")])
  }

  private mutating func checkCycles(_ moves: [Move], _ byFrom: [String: Move]) {
    var finished: Set<String> = []
    for move in moves where move.from.text != move.to.text {
      var path: [String] = []
      var current: String? = move.from.text
      while let address = current, !finished.contains(address) {
        if let start = path.firstIndex(of: address) {
          let way = (path[start...] + [address]).joined(separator: " → ")
          add("move-cycle", "Moves lead back to where they start", "Nothing can be at the end of \(way).", at: move.block.header)
          break
        }
        path.append(address)
        current = byFrom[address]?.to.text
      }
      finished.formUnion(path)
    }
  }
}
