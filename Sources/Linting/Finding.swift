import Diagnostics
import HCLValues
import SourceText

/// One problem at one place of the source, however many instances and module calls repeat it.
public struct Finding: Sendable {
  public var rule: String
  public var category: RuleCategory
  public var severity: RuleSeverity
  public var message: String
  public var help: String
  /// What it is about, as declared; a variable, local or module call for rules that look at those.
  public var address: String
  /// The instances that it holds for, in order; at least one for resources.
  public var instances: [String]
  public var primary: DiagnosticLabel
  /// Further places: the module argument that gives the value, the calls that lead here.
  public var related: [DiagnosticLabel]
  /// Values in scope that explain it, such as `storage_encrypted is false`.
  public var values: [String]
  public var equivalents: RuleEquivalents
  /// The same for the same problem when lines move.
  public var fingerprint: String
  public var fix: Fix?

  public init(
    rule: RuleMetadata, severity: RuleSeverity? = nil, message: String, address: String, instances: [String] = [],
    primary: DiagnosticLabel, related: [DiagnosticLabel] = [], values: [String] = [], equivalents: RuleEquivalents? = nil,
    path: AttributePath = AttributePath(), fix: Fix? = nil
  ) {
    self.rule = rule.name
    category = rule.category
    self.severity = severity ?? rule.severity
    self.message = message
    help = rule.help
    self.address = address
    self.instances = instances
    self.primary = primary
    self.related = related
    self.values = values
    self.equivalents = equivalents ?? rule.equivalents
    self.fix = fix
    fingerprint = Fingerprint.of(rule: rule.name, address: address, path: path, text: primary.range.text)
  }
}

/// A finding that a comment silences.
public struct SuppressedFinding: Sendable {
  public var finding: Finding
  /// What the comment says after `--`; empty when it gives no reason.
  public var reason: String
  public var comment: SourceRange

  public init(finding: Finding, reason: String, comment: SourceRange) {
    self.finding = finding
    self.reason = reason
    self.comment = comment
  }
}

/// A condition that could not be decided.
public struct UndecidedResult: Sendable {
  public var rule: String
  public var address: String
  /// Which value is not known, and why.
  public var reason: String
  public var location: SourceRange

  public init(rule: String, address: String, reason: String, location: SourceRange) {
    self.rule = rule
    self.address = address
    self.reason = reason
    self.location = location
  }
}

/// Names a problem so that it is recognised again when the file around it changes.
enum Fingerprint {
  /// Rule, address, path and the covered text with its white space folded; never a line number.
  static func of(rule: String, address: String, path: AttributePath, text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var second: UInt64 = 0x9ae1_6a3b_2f90_404f
    func mix(_ byte: UInt8) {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      second = (second &+ UInt64(byte)) &* 0xff51_afd7_ed55_8ccd
      second ^= second >> 29
    }
    for part in [rule, address, path.description] {
      part.utf8.forEach(mix)
      mix(0)
    }
    var isInSpace = true
    for byte in text.utf8 {
      let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if isSpace && isInSpace { continue }
      mix(isSpace ? 0x20 : byte)
      isInSpace = isSpace
    }
    return hexadecimal(hash) + hexadecimal(second)
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}

/// A rule at a place: what makes two findings one.
struct FindingPlace: Hashable {
  var rule: String
  var range: SourceRange

  init(_ finding: Finding) {
    rule = finding.rule
    range = finding.primary.range
  }
}

extension Finding {
  /// The order of reports: path, offset, rule, address.
  static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    let (a, b) = (left.primary.range, right.primary.range)
    if a != b { return SourceRange.precedes(a, b) }
    return (left.rule, left.address) < (right.rule, right.address)
  }
}
