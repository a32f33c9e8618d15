import Diagnostics
import Linting
import SourceText
import TerraformModel

extension ProjectLinter {
  /// What makes two findings of different environments the same.
  private struct Place: Hashable {
    var rule: String
    var address: String
    var range: SourceRange

    init(_ finding: Finding) {
      rule = finding.rule
      address = finding.address
      range = finding.primary.range
    }
  }

  /// Judges a root module under each environment of its configuration, or under the one that was asked for; without environments once.
  ///
  /// Under several environments each finding names those in which it holds.
  func judgeEnvironments(of directory: String, _ policy: LintPolicy) -> RootResult {
    let configured = project.configurations.entry(for: directory).configuration.environments
    let chosen = project.options.environmentName.map { name in configured.filter { $0.name.value == name } } ?? configured
    if chosen.isEmpty { return judge(directory, policy) }
    var names: [Place: [String]] = [:]
    var joined: RootResult?
    for environment in chosen {
      var linter = self
      linter.project.environment = environment
      let result = linter.judge(directory, policy)
      for finding in result.report.findings { names[Place(finding), default: []].append(environment.name.value) }
      if joined == nil { joined = result } else { joined?.take(result) }
    }
    guard var result = joined else { return judge(directory, policy) }
    if chosen.count > 1 {
      for index in result.report.findings.indices {
        let holds = names[Place(result.report.findings[index])] ?? []
        result.report.findings[index].message += " (\(holds.count == 1 ? "environment" : "environments") \(holds.joined(separator: ", ")))"
      }
    }
    return result
  }
}

extension ProjectLinter.RootResult {
  /// Takes what another environment has given.
  fileprivate mutating func take(_ other: ProjectLinter.RootResult) {
    report.merge(other.report)
    diagnostics += other.diagnostics.filter { !diagnostics.contains($0) }
    resources = max(resources, other.resources)
    followedCalls.formUnion(other.followedCalls)
    directories.formUnion(other.directories)
    unknownTypes.merge(other.unknownTypes) { $0.union($1) }
    variables.formUnion(other.variables)
  }
}
