rule "aws-ecs-fargate-platform" {
  summary     = "The service is held at an old Fargate platform"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_332"] }

  resource "aws_ecs_service" {
    where   = self.launch_type == "FARGATE"
    require = self.platform_version == null || self.platform_version == "LATEST"
  }

  why  = "Security repairs of the platform only reach services that follow LATEST."
  help = "Remove platform_version."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service"]

  example "platform_version is 1.3.0" {
    flagged = <<-TF
      resource "aws_ecs_service" "web" {
        name             = "web"
        launch_type      = "FARGATE"
        platform_version = "1.3.0"
      }
    TF
  }

  example "without platform_version" {
    accepted = <<-TF
      resource "aws_ecs_service" "web" {
        name        = "web"
        launch_type = "FARGATE"

      }
    TF
  }
}
