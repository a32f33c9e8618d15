rule "aws-sfn-dangling-next" {
  summary     = "A state leads to one that does not exist"
  category    = "correctness"
  severity    = "high"
  tags        = ["step-functions"]

  resource "aws_sfn_state_machine" {
    let = {
      machine = state_machine(self.definition)
      found   = [for problem in machine.problems : problem.message if contains(["missing"], problem.kind)]
    }
    where   = machine != null
    require = length(found) == 0
    message = "${join("; ", found)}."
    at      = self.definition
  }

  why  = "A name in Next, Default, Choices, Catch or StartAt that no state has is refused by Step Functions when the change is applied."
  help = "Correct the name, or add the state."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine"]

  example "reported" {
    flagged = <<-TF
      resource "aws_sfn_state_machine" "orders" {
        name     = "orders"
        role_arn = "arn:aws:iam::123456789012:role/orders"

        definition = jsonencode({
          StartAt = "First"
          States = {
            First = { Type = "Pass", Next = "Lats" }
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
