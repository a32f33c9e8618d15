import Foundation
import Testing

@testable import Conversion

@Suite struct WorkbenchTests {
  /// Converts the folder named in CONVERT, for who writes mappings: the template goes to CONVERT_OUT, losses and notes are printed.
  @Test func `a folder converts to CloudFormation`() throws {
    let environment = ProcessInfo.processInfo.environment
    guard let folder = environment["CONVERT"] else { return }
    let result = try ConversionFixture(folder: URL(fileURLWithPath: folder)).converted(to: CloudFormationTarget())
    if let out = environment["CONVERT_OUT"] { try result.json.write(toFile: out, atomically: true, encoding: .utf8) } else { print(result.json) }
    for line in result.lossLines { print("loss: \(line)") }
    for note in result.report.notes { print("note: \(note.address): \(note.reason)") }
    print("resources \(result.report.convertedResources) converted, \(result.report.partialResources) partial, \(result.report.unsupportedResources) unsupported")
  }
}
