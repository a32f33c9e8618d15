import Foundation
import HCLSyntax
import SourceText
import TestSupport
import Testing

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

@Test func layoutIsThatOfTheReference() {
  guard let data = ReferenceData.json("hclwrite_format.json") else { return }
  var table = ReferenceTable("hclwrite_format")
  for row in data["format"] as? [[String: String]] ?? [] {
    guard let input = row["input"], let wanted = row["want"] else { continue }
    let actual = text(formatLayout(source(input)))
    table.check(input, actual == wanted, "expected\n\(wanted)\nactual\n\(actual)")
    let again = text(formatLayout(source(actual)))
    table.check("\(input) twice", again == actual, "became\n\(again)")
  }
  for input in data["round_trip_verbatim"] as? [String] ?? [] {
    table.check(input, text(formatLayout(source(input))) == input)
  }
  table.finish()
}

@Test func terraformFilesAreFormattedAsByTheCommand() {
  guard let shared = ProjectRoot.shared else { return }
  let folder = shared.appendingPathComponent("conformance/language/tofu-command")
  var table = ReferenceTable("tofu-command fmt")
  for name in ["fmt/general_in.tf", "fmt/variable_type_in.tf", "tftest-fmt/main_in.tftest.hcl"] {
    guard let input = try? Data(contentsOf: folder.appendingPathComponent(name)),
      let wanted = try? Data(contentsOf: folder.appendingPathComponent(name.replacingOccurrences(of: "_in.", with: "_out.")))
    else {
      table.check(name, false, "cannot be read")
      continue
    }
    let actual = text(format(SourceFile(path: name, bytes: [UInt8](input))))
    table.check(name, Array(actual.utf8) == [UInt8](wanted), actual)
    table.check("\(name) twice", text(format(source(actual))) == actual)
  }
  table.finish()
}
