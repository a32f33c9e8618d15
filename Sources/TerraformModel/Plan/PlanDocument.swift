import Diagnostics
import Documents
import SourceText

/// A plan in its JSON form, as `terraform show -json` and `tofu show -json` print it. (Terraform, "JSON Output Format".)
///
/// Checked to be one of a version that is known; what is in it is read when a graph is made of it.
public struct PlanDocument: Sendable {
  public let file: SourceFile
  let content: PositionedDocument

  /// Whether bytes begin like a plan that was saved and not printed: an archive.
  public static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// Whether bytes begin like a plan in any of its forms, or like what is easily taken for one: a state, the log of a plan.
  public static func resemblesPlan(_ bytes: [UInt8]) -> Bool {
    if isArchive(bytes) { return true }
    let start = String(decoding: bytes.prefix(4_096), as: UTF8.self)
    guard start.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "{" else { return false }
    if start.contains("\"format_version\"") || start.contains("\"lineage\"") && start.contains("\"serial\"") { return true }
    return bytes.starts(with: logStart)
  }

  private static let logStart = Array("{\"@level\"".utf8)

  /// Whether a JSON value looks like a plan, of whatever version.
  public static func isPlan(_ content: PositionedDocument) -> Bool {
    content["format_version"] != nil && (content["planned_values"] != nil || content["resource_changes"] != nil)
  }

  /// Reads a plan.
  ///
  /// - Returns: the plan, or nil and errors that say what the file is instead.
  public static func read(_ file: SourceFile) -> (plan: PlanDocument?, diagnostics: [Diagnostic]) {
    if isArchive(file.bytes) {
      return refusal(
        "\(file.path) is a saved plan, not its JSON form", "Print it with terraform show -json (or tofu show -json), and give what is printed.",
        nil)
    }
    let reading = JSONReader.read(file)
    guard let content = reading.validDocument else {
      if file.bytes.starts(with: logStart) {
        return refusal(
          "\(file.path) is the log of a plan", "terraform plan -json prints what it does; the plan itself is printed by terraform show -json PLANFILE.",
          nil)
      }
      return (nil, reading.diagnostics.all)
    }
    guard isPlan(content) else { return refusal(content) }
    guard let version = content["format_version"]?.stringValue, isKnown(version) else {
      return refusal(
        "The plan has a format that is not known",
        "Formats 0.1, 0.2 and 1.x can be read; “format_version” says \(content["format_version"]?.stringValue ?? "nothing").",
        content["format_version"]?.range)
    }
    return (PlanDocument(file: file, content: content), reading.diagnostics.all + notes(content))
  }

  private static func isKnown(_ version: String) -> Bool {
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    return parts.first == "1" || version == "0.1" || version == "0.2"
  }

  private static func refusal(_ content: PositionedDocument) -> (plan: PlanDocument?, diagnostics: [Diagnostic]) {
    let what: String
    if content["values"] != nil, content["format_version"] != nil || content["terraform_version"] != nil {
      what = "It is a state: terraform show -json prints a plan when it is given a plan file."
    } else if content["lineage"] != nil, content["serial"] != nil {
      what = "It is a state file. Make a plan with terraform plan -out=FILE, and print it with terraform show -json FILE."
    } else {
      what = "A plan is an object with “format_version” and “planned_values”, as terraform show -json prints it."
    }
    return refusal("The file holds no plan", what, content.range)
  }

  private static func refusal(_ summary: String, _ detail: String, _ range: SourceRange?) -> (plan: PlanDocument?, diagnostics: [Diagnostic]) {
    (nil, [Diagnostic(.error, "plan-form", summary, detail: detail, at: range)])
  }

  private static func notes(_ content: PositionedDocument) -> [Diagnostic] {
    guard content["errored"]?.boolValue == true else { return [] }
    return [
      Diagnostic(
        .warning, "plan-incomplete", "The plan ended with an error",
        detail: "What comes after the error is missing from it, and from what is said of it.", at: content["errored"]?.range)
    ]
  }
}

extension PlanDocument {
  /// The names of what the configuration's root module declares: resources by their addresses, and module calls.
  public var declaredNames: [String] {
    let root = content["configuration"]?["root_module"]
    let resources = (root?["resources"]?.elements ?? []).compactMap { $0["address"]?.stringValue }
    return resources + (root?["module_calls"]?.members ?? []).map { "module.\($0.key)" }
  }

  /// The values of the root module's variables that the plan was made with.
  public var givenVariables: [String: GivenVariable] {
    var result: [String: GivenVariable] = [:]
    for member in content["variables"]?.members ?? [] {
      guard let value = member.value["value"] else { continue }
      result[member.key] = GivenVariable(content: .value(PlanValues.plain(value)), origin: file.path, location: value.range)
    }
    return result
  }
}
