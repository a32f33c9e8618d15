rule "aws-sfn-unreachable-state" {
  summary     = "No state leads to a state"
  category    = "correctness"
  severity    = "medium"
  tags        = ["step-functions"]

  resource "aws_sfn_state_machine" {
    let = {
      machine = state_machine(self.definition)
      found   = [for problem in machine.problems : problem.message if contains(["unreachable"], problem.kind)]
    }
    where   = machine != null
    require = length(found) == 0
    message = "${join("; ", found)}."
    at      = self.definition
  }

  why  = "What no state leads to never runs; Step Functions refuses the definition. Often the state before it leads to the wrong one."
  help = "Let a state lead to it, or remove it."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine"]

  example "reported" {
    flagged = <<-TF
      resource "aws_sfn_state_machine" "orders" {
        name     = "orders"
        role_arn = "arn:aws:iam::123456789012:role/orders"

        definition = jsonencode({
          StartAt = "First"
          States = {
            First = { Type = "Pass", End = true }
            Last  = { Type = "Succeed" }
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
            First = { Type = "Task", Resource = "arn:aws:states:::lambda:invoke", Next = "Last" }
            Last  = { Type = "Succeed" }
          }
        })
      }
    TF
  }
}
