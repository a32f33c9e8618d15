rule "aws-ecs-task-same-role" {
  summary     = "The task runs with the rights that only start it"
  category    = "security"
  severity    = "low"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_249"] }

  resource "aws_ecs_task_definition" {
    where   = self.execution_role_arn != null
    require = self.execution_role_arn != self.task_role_arn
    at      = self.task_role_arn
  }

  why  = "The execution role reads secrets and images so that the task can start; the program in it then has these rights as well."
  help = "Give the task a role of its own in task_role_arn."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition"]

  example "task_role_arn is arn:aws:iam::123456789012:role/ecs" {
    flagged = <<-TF
      resource "aws_ecs_task_definition" "web" {
        family                = "web"
        container_definitions = "[]"
        execution_role_arn    = "arn:aws:iam::123456789012:role/ecs"
        task_role_arn         = "arn:aws:iam::123456789012:role/ecs"
      }
    TF
  }

  example "task_role_arn is arn:aws:iam::123456789012:role/web" {
    accepted = <<-TF
      resource "aws_ecs_task_definition" "web" {
        family                = "web"
        container_definitions = "[]"
        execution_role_arn    = "arn:aws:iam::123456789012:role/ecs"
        task_role_arn         = "arn:aws:iam::123456789012:role/web"
      }
    TF
  }
}
