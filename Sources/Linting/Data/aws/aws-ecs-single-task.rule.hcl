rule "aws-ecs-single-task" {
  summary  = "The service runs one task"
  category = "reliability"
  severity = "info"
  packs    = ["strict"]

  resource "aws_ecs_service" {
    where   = self.scheduling_strategy != "DAEMON" && self.desired_count != null
    require = self.desired_count != 1
  }

  why  = "Each failure, and each move of the task to another host, is an interruption."
  help = "Set desired_count = 2 or more, in subnets of two zones."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service"]

  example "desired_count is 1" {
    flagged = <<-TF
      resource "aws_ecs_service" "web" {
        name          = "web"
        desired_count = 1
      }
    TF
  }

  example "desired_count is 2" {
    accepted = <<-TF
      resource "aws_ecs_service" "web" {
        name          = "web"
        desired_count = 2
      }
    TF
  }
}
