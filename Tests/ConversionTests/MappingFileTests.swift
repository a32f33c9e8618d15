import Diagnostics
import Foundation
import HCLSyntax
import SourceText
import Testing

@testable import Conversion

@Suite struct MappingFileTests {
  /// Every mapping file that the build packed reads without problems and fits the schemas of both sides.
  @Test(arguments: MappingLibrary.builtIn.terraformTypes)
  func `a mapping file fits both schemas`(type: String) {
    let library = MappingLibrary.builtIn
    var problems = library.diagnostics(of: type)
    if let definition = library.definition(of: type) {
      problems += checkDiagnostics(definition, CloudFormationTarget()) + checkDiagnostics(definition, KubernetesTarget())
    }
    for problem in problems {
      let place = problem.subject.map { "\($0.file.path):\($0.start.line)" } ?? type
      Issue.record("\(place): \(problem.summary). \(problem.detail)")
    }
  }

  /// A rule or convention carries every attribute of a type that CloudFormation has, or a reason stands in the file.
  @Test func `no attribute of a type is left open`() {
    for type in MappingLibrary.builtIn.terraformTypes {
      guard let definition = MappingLibrary.builtIn.definition(of: type) else { continue }
      let names = MappingCheck(CloudFormationTarget()).uncarried(definition)
      #expect(names.isEmpty, "\(type) leaves open: \(names.joined(separator: ", "))")
    }
  }

  private func checkDiagnostics(_ definition: MappingDefinition, _ target: some ConversionTarget) -> [Diagnostic] {
    var check = MappingCheck(target)
    check.check(definition)
    return check.diagnostics
  }
}

@Suite struct TargetPathTests {
  @Test(arguments: ["A", "A.B", "A[].B", "A[0].B", "A[Key=a.b].Value", "root.A.B", "A[Key=x]"])
  func `a path reads and prints`(text: String) { #expect(TargetPath(text)?.description == text) }

  @Test(arguments: ["", "A.", ".A", "A..B", "A[", "[0]", "A[-1]", "A]B"])
  func `what is no path is refused`(text: String) { #expect(TargetPath(text) == nil) }
}
