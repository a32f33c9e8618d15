import Diagnostics
import HCLValues
import TerraformModel

/// A rule over resource instances that needs the schema or a table, written in Swift: one file each.
public protocol InstanceRule: ModuleRule {
  /// What resource types it looks at begin with this.
  static var typePrefix: String { get }
  /// What is wrong with an instance.
  ///
  /// - Parameter strict: whether what is only likely to be wrong is reported too.
  static func problems(of subject: InstanceSubject, strict: Bool) -> [InstanceProblem]
}

/// A resource instance as rules in Swift see it.
public struct InstanceSubject {
  let value: RuleSubjectValue
  /// Keeps what depends on the schema alone.
  let memory: LintMemory
}

/// What a rule in Swift finds in a resource instance.
public struct InstanceProblem: Sendable {
  var path: AttributePath
  var value: Value
  var message: String
  /// Ids of the same check of exactly this attribute.
  var equivalents: RuleEquivalents
  /// The value that is likely to be meant.
  var suggestion: String?
}
