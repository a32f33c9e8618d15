import HCLSyntax
import SourceText

/// One of the two languages that grew from one: Terraform's and OpenTofu's.
public enum Dialect: String, Hashable, Sendable, CaseIterable {
  case terraform, tofu

  /// As people write it.
  public var name: String {
    switch self {
    case .terraform: "Terraform"
    case .tofu: "OpenTofu"
    }
  }

  var other: Dialect {
    switch self {
    case .terraform: .tofu
    case .tofu: .terraform
    }
  }
}

/// Which dialect a configuration is read as, and why.
public struct DialectChoice: Hashable, Sendable {
  public var dialect: Dialect
  /// A clause for messages: `the lock file names registry.opentofu.org`.
  public var reason: String
}

extension DialectChoice {
  /// What the configuration itself says of its dialect; nil when it could be either.
  ///
  /// The files of the root module decide first, then the lock file, then `required_version`, then the first construct that only one of
  /// the dialects has.
  static func find(in configuration: Configuration) -> DialectChoice? {
    guard let root = configuration.root else { return nil }
    let names = root.files.map(\.source.path).filter { $0.hasSuffix(".tofu") || $0.hasSuffix(".tofu.json") }
    if let file = names.first { return DialectChoice(dialect: .tofu, reason: "there is the file \(file)") }
    return configuration.lockFile.flatMap(fromLockFile) ?? fromRequiredVersion(root) ?? fromFirstConstruct(root)
  }

  private static func fromLockFile(_ file: SourceFile) -> DialectChoice? {
    for block in parseConfiguration(file).tree.rootBody.blocks(ofType: "provider") {
      guard let host = block.labels.first?.value.prefix(while: { $0 != "/" }) else { continue }
      switch host {
      case "registry.terraform.io": return DialectChoice(dialect: .terraform, reason: "the lock file names registry.terraform.io")
      case "registry.opentofu.org": return DialectChoice(dialect: .tofu, reason: "the lock file names registry.opentofu.org")
      default: continue
      }
    }
    return nil
  }

  /// A constraint that no version of one dialect meets.
  private static func fromRequiredVersion(_ root: Module) -> DialectChoice? {
    for block in root.settings where block.type == "terraform" {
      guard let text = block.body.attribute("required_version").flatMap({ literalString($0.expression) }),
        let constraint = VersionConstraint(text)
      else { continue }
      func admits(_ minors: ClosedRange<Int>) -> Bool {
        minors.contains { minor in
          (Array(0...20) + [99]).contains { patch in
            VersionConstraint.Version.parse("1.\(minor).\(patch)").map { constraint.admits($0) } ?? false
          }
        }
      }
      if admits(tofuMinors) { continue }
      let isForEarlier = firstVersion.map { !constraint.admitsNewer(than: $0) } ?? false
      if isForEarlier || admits(0...terraformMinor) {
        return DialectChoice(dialect: .terraform, reason: "no version of OpenTofu meets “required_version”")
      }
    }
    return nil
  }

  /// OpenTofu began with 1.6; the last ones are those that this program knows.
  private static let tofuMinors = 6...13
  private static let terraformMinor = 17
  private static let firstVersion = VersionConstraint.Version("1.0.0"[...])

  private static func fromFirstConstruct(_ root: Module) -> DialectChoice? {
    var first: DialectChoice?
    var uses = DialectUses { construct, place in
      guard first == nil, let dialect = construct.onlyDialect else { return }
      first = DialectChoice(dialect: dialect, reason: "\(construct.description) stands at \(place.file.path):\(place.start.line)")
    }
    uses.visit(root)
    return first
  }
}
