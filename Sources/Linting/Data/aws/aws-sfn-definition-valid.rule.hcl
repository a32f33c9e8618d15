rule "aws-sfn-definition-valid" {
  summary     = "The definition of a state machine is not valid"
  category    = "correctness"
  severity    = "high"
  tags        = ["step-functions"]
  equivalents = { tflint = ["aws_sfn_state_machine_invalid_definition"] }

  resource "aws_sfn_state_machine" {
    where   = self.definition != null
    require = state_machine(self.definition) != null
    message = "The definition is no state machine in the Amazon States Language."
    at      = self.definition
  }

  resource "aws_sfn_state_machine" {
    let = {
      machine = state_machine(self.definition)
      found   = [for problem in machine.problems : problem.message if contains(["states", "start", "type", "transition", "resource", "terminal"], problem.kind)]
    }
    where   = machine != null
    require = length(found) == 0
    message = "${join("; ", found)}."
    at      = self.definition
  }

  why  = "Step Functions refuses a definition with a state that has no type, leads nowhere or has no resource: the change fails when it is applied."
  help = "Give every state a Type and either Next or End, every Task a Resource, and let some state end the machine."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine"]

  example "reported" {
    flagged = <<-TF
      resource "aws_sfn_state_machine" "orders" {
        name     = "orders"
        role_arn = "arn:aws:iam::123456789012:role/orders"

        definition = jsonencode({
          StartAt = "First"
          States = {
            First = { Type = "Task", Resource = "arn:aws:states:::lambda:invoke" }
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
