import HCLValues
import TestSupport

/// What is wrong with a conversion, read from our error or from the reference's message, so that both can be compared without their
/// words: where it is, and what is required there.
struct ConversionFault: Equatable, CustomStringConvertible {
  var path: [String] = []
  /// The kind of type that is required, the attributes that are missing, or that the elements have nothing in common.
  var requirement: String

  var description: String { (path + [requirement]).joined(separator: ": ") }

  init(_ error: ConversionError) {
    path = error.path.steps.map { step in
      switch step {
      case .attribute(let name): name
      case .index(let index): String(index)
      case .splat: "*"
      }
    }
    let reason = error.reason
    if reason.contains("missing") {
      requirement = "missing " + Self.quoted(reason).joined(separator: " ")
    } else if reason.contains("in common") {
      requirement = "one type"
    } else if let match = reason.firstMatch(of: /^an? (\w+)/) {
      requirement = String(match.1)
    } else {
      requirement = reason.contains(/^\d+ elements? required/) ? "tuple" : reason
    }
  }

  init(reference message: String) {
    var rest = message[...]
    path = []
    while let match = rest.prefixMatch(of: Self.place) {
      path.append(String(match.1 ?? match.2 ?? match.3 ?? "*"))
      rest = rest[match.range.upperBound...]
    }
    if rest.hasPrefix("attribute") || rest.hasPrefix("map has no element for required attribute") {
      requirement = "missing " + Self.quoted(String(rest)).joined(separator: " ")
    } else if rest.contains("must have the same type") {
      requirement = "one type"
    } else {
      requirement = rest.firstMatch(of: /^(?:an? )?(\w+)/).map { String($0.1) } ?? String(rest)
    }
  }

  private static var place: Regex<(Substring, Substring?, Substring?, Substring?)> {
    #/(?:(?:attribute|element) "([^"]*)": |element (\d+): |incorrect \w+ element type: |map element type is incompatible with attribute "([^"]*)": )/#
  }

  private static func quoted(_ text: String) -> [String] { text.matches(of: /"([^"]*)"/).map { String($0.1) } }
}
