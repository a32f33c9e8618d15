rule "aws-sfn-choice-default" {
  summary    = "A Choice state has no Default"
  category   = "reliability"
  severity   = "low"
  packs      = ["strict"]
  references = ["https://states-language.net/#choice-state"]

  resource "aws_sfn_state_machine" {
    let = { choices = try([for name, state in parsed(self.definition).States : name if state.Type == "Choice" && try(state.Default, null) == null], []) }
    require = length(choices) == 0
    at      = self.definition
    message = "What matches none of the conditions ends the execution with an error: ${join(", ", choices)}."
  }

  why  = <<-TEXT
    An input that nobody thought of matches no condition; without a Default the execution fails with States.NoChoiceMatched, which says
    nothing about the input.
  TEXT
  help = "Add Default with the state that handles everything else, if only a Fail state with a cause."

  example "nothing for the rest" {
    flagged = <<-TF
      resource "aws_sfn_state_machine" "orders" {
        name     = "orders"
        role_arn = "arn:aws:iam::123456789012:role/orders"

        definition = jsonencode({
          StartAt = "Size"
          States = {
            Size = { Type = "Choice", Choices = [{ Variable = "$.total", NumericGreaterThan = 100, Next = "Done" }] }
            Done = { Type = "Succeed" }
          }
        })
      }
    TF
  }

  example "a state for the rest" {
    accepted = <<-TF
      resource "aws_sfn_state_machine" "orders" {
        name     = "orders"
        role_arn = "arn:aws:iam::123456789012:role/orders"

        definition = jsonencode({
          StartAt = "Size"
          States = {
            Size = { Type = "Choice", Choices = [{ Variable = "$.total", NumericGreaterThan = 100, Next = "Done" }], Default = "Done" }
            Done = { Type = "Succeed" }
          }
        })
      }
    TF
  }
}
