import ArgumentParser
import Linting
import TerraneDriver

struct NewRuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "new-rule", abstract: "Begin a rule: a file with everything that a rule has.")

  @Argument(help: "Its name: provider-service-subject, in kebab-case.")
  var name: String

  @Argument(help: "The resource type that it looks at.")
  var type: String

  @Option(help: "The category.")
  var category = RuleCategory.security.rawValue

  func validate() throws {
    guard RuleCategory(rawValue: category) != nil else {
      throw ValidationError("The category is one of \(RuleCategory.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    guard name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }) else {
      throw ValidationError("A rule's name has small letters, digits and dashes only.")
    }
  }

  func run() throws {
    let provider = type.prefix { $0 != "_" }
    let path = "Sources/Linting/Data/\(provider)/\(name).rule.hcl"
    if Disk.exists(path) { throw failure("\(path) is there already") }
    try Disk.makeDirectory(parentPath(path))
    try Disk.write(Array(text.utf8), to: path)
    OutputStream.standardOutput.write("\(path)\nWrite the condition and both examples, then run: terrane-dev rules \(path)\n")
  }

  private var text: String {
    """
    rule "\(name)" {
      summary  = "What is wrong, in one line without a full stop"
      category = "\(category)"
      severity = "medium"

      resource "\(type)" {
        require = self.attribute == true
      }

      why  = "Why it matters, in sentences."
      help = "What to do, in sentences."

      example "as it should not be" {
        flagged = <<-TF
          resource "\(type)" "example" {
          }
        TF
      }

      example "as it should be" {
        accepted = <<-TF
          resource "\(type)" "example" {
            attribute = true
          }
        TF
      }
    }

    """
  }
}
