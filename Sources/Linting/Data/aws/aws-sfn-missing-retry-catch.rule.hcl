rule "aws-sfn-missing-retry-catch" {
  summary     = "A Task has neither Retry nor Catch"
  category    = "reliability"
  severity    = "low"
  tags        = ["step-functions"]
  packs       = ["strict"]

  resource "aws_sfn_state_machine" {
    let = {
      machine = state_machine(self.definition)
      bare    = [for state in machine.states : state.name if state.type == "Task" && !state.has_retry && !state.has_catch]
    }
    where   = machine != null
    require = !any([for state in machine.states : state.type == "Task" && !state.has_retry && !state.has_catch])
    message = "Neither Retry nor Catch: ${join(", ", bare)}."
    at      = self.definition
  }

  why  = "Calls of services fail now and then. Without Retry the first failure ends the execution, without Catch nothing cleans up behind it."
  help = "Add a Retry for transient errors, such as Lambda.TooManyRequestsException, and a Catch that leads to a state which deals with the rest."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine"]

  example "reported" {
    flagged = <<-TF
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

  example "accepted" {
    accepted = <<-TF
      resource "aws_sfn_state_machine" "orders" {
        name     = "orders"
        role_arn = "arn:aws:iam::123456789012:role/orders"

        definition = jsonencode({
          StartAt = "First"
          States = {
            First = { Type = "Task", Resource = "arn:aws:states:::lambda:invoke", Retry = [{ ErrorEquals = ["States.TaskFailed"], MaxAttempts = 3 }], Next = "Last" }
            Last  = { Type = "Succeed" }
          }
        })
      }
    TF
  }
}
