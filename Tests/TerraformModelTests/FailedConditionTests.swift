import Diagnostics
import HCLValues
import SourceText
import TerraformModel
import Testing

/// Validations and preconditions against the values that a graph has.
struct FailedConditionTests {
  private func failures(_ files: [String: String], given: [String: String] = [:]) -> [String] {
    let given = given.mapValues { GivenVariable(content: .text($0), origin: "-var") }
    let graph = VirtualModule(files).graph(given: given, checksConditions: true)
    return graph.diagnostics.map { diagnostic in
      let place = diagnostic.subject.map { "\($0.file.path):\($0.start.line)" } ?? "nowhere"
      return "\(place) \(diagnostic.id): \(diagnostic.summary): \(diagnostic.detail)"
    }
  }

  private let files = [
    "main.tf": """
      variable "size" {
        type = number
        validation {
          condition     = var.size < 10
          error_message = "At most 9, not ${var.size}."
        }
      }
      module "child" {
        source = "./child"
        name   = "n${var.size}"
      }
      resource "aws_eip" "a" {
        count = 2
        lifecycle {
          precondition {
            condition     = count.index < var.size
            error_message = "Too many."
          }
        }
      }
      output "o" {
        value = module.child.name
        precondition {
          condition     = var.size != 3
          error_message = "Not three."
        }
      }
      """,
    "child/main.tf": """
      variable "name" {
        type = string
        validation {
          condition     = var.name != "n5"
          error_message = "Not n5."
        }
      }
      output "name" {
        value = var.name
        precondition {
          condition     = var.name != "n6"
          error_message = "Not n6."
        }
      }
      """,
  ]

  @Test func `what the values do not meet is reported where the value comes from, or where the condition stands`() {
    #expect(failures(files, given: ["size": "4"]) == [])
    #expect(
      failures(files, given: ["size": "12"]) == [
        "main.tf:1 invalid-variable-value: The value for variable “size” does not pass its validation: At most 9, not 12."
      ])
    #expect(
      failures(files, given: ["size": "1"]) == [
        "main.tf:16 failed-precondition: A precondition of “aws_eip.a[1]” is not met: Too many."
      ])
    #expect(failures(files, given: ["size": "3"]) == ["main.tf:24 failed-precondition: A precondition of “output.o” is not met: Not three."])
    #expect(
      failures(files, given: ["size": "5"]) == [
        "main.tf:10 invalid-variable-value: The value for variable “name” does not pass its validation: Not n5."
      ])
    #expect(
      failures(files, given: ["size": "6"]) == [
        "child/main.tf:11 failed-precondition: A precondition of “module.child.output.name” is not met: Not n6."
      ])
  }

  @Test func `what is not known is not reported`() {
    #expect(failures(files) == [])
    let unknown = """
      variable "zones" {}
      resource "aws_eip" "a" {
        for_each = var.zones
        lifecycle {
          precondition {
            condition     = false
            error_message = "There may be none."
          }
        }
      }
      resource "aws_eip" "b" {
        lifecycle {
          precondition {
            condition     = self.nothing
            error_message = "It cannot be evaluated."
          }
          precondition {
            condition     = var.zones != null
            error_message = "It is not known."
          }
        }
      }
      resource "aws_eip" "none" {
        count = 0
        lifecycle {
          precondition {
            condition     = false
            error_message = "There is none."
          }
        }
      }
      """
    #expect(failures(["main.tf": unknown]) == [])
  }

  @Test func `a message with a secret is not shown`() {
    let secret = """
      variable "word" {
        default   = "classified"
        sensitive = true
        validation {
          condition     = length(var.word) < 3
          error_message = "Too long: ${var.word}"
        }
      }
      """
    #expect(
      failures(["main.tf": secret]) == [
        "main.tf:2 invalid-variable-value: The value for variable “word” does not pass its validation: Its message cannot be shown here."
      ])
  }
}
