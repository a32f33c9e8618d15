rule "aws-sfn-missing-timeout" {
  summary     = "Neither the state machine nor a Task has a time limit"
  category    = "reliability"
  severity    = "low"
  tags        = ["step-functions"]
  packs       = ["strict"]

  resource "aws_sfn_state_machine" {
    let     = { machine = state_machine(self.definition), document = parsed(self.definition) }
    where   = machine != null
    require = try(document.TimeoutSeconds, null) != null || !any([for state in machine.states : state.type == "Task" && state.timeout_seconds == null])
    message = "A Task that never answers keeps the execution open for up to a year."
    at      = self.definition
  }

  why  = "A Task without a limit waits as long as the execution may run, which is a year: one call that hangs is noticed by nobody."
  help = "Set TimeoutSeconds on the state machine, or on each Task."

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
            First = { Type = "Task", Resource = "arn:aws:states:::lambda:invoke", TimeoutSeconds = 60, Next = "Last" }
            Last  = { Type = "Succeed" }
          }
        })
      }
    TF
  }
}
