rule "aws-sfn-invalid-path" {
  summary     = "A path in a state machine is no JSONPath"
  category    = "correctness"
  severity    = "high"
  tags        = ["step-functions"]

  resource "aws_sfn_state_machine" {
    let = {
      machine = state_machine(self.definition)
      found   = [for problem in machine.problems : problem.message if contains(["path"], problem.kind)]
    }
    where   = machine != null
    require = length(found) == 0
    message = "${join("; ", found)}."
    at      = self.definition
  }

  why  = "Fields such as InputPath and ResultPath, and fields whose name ends in .$, take a path that begins with $. Any other text is refused, or fails each execution."
  help = "Begin the path with $, close its brackets, and write constant values in fields without .$ at the end."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine"]

  example "reported" {
    flagged = <<-TF
      resource "aws_sfn_state_machine" "orders" {
        name     = "orders"
        role_arn = "arn:aws:iam::123456789012:role/orders"

        definition = jsonencode({
          StartAt = "First"
          States = {
            First = { Type = "Pass", InputPath = "order.id", End = true }
          }
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_sfn_state_machine" "orders" {
        name     = "orders"
        role_arn = "arn:aws:iam::123456789012:role/orders"

        definition = jsonencode({
          StartAt = "First"
          States = {
            First = { Type = "Pass", InputPath = "$.order.id", ResultPath = null, End = true }
          }
        })
      }
    TF
  }
}
