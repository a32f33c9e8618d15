rule "aws-ecs-efs-transit-encryption" {
  summary     = "The task reads and writes its file system in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_97"], trivy = ["AWS-0035"] }

  resource "aws_ecs_task_definition" {
    each    = self.volume
    require = !any([for e in each.value.efs_volume_configuration : e.transit_encryption != "ENABLED"])
    message = "Files of the volume ${each.value.name} travel unencrypted."
  }

  why  = "Files can be read and changed between the task and the file system."
  help = "Set transit_encryption = ENABLED."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition"]

  example "without transit_encryption" {
    flagged = <<-TF
      resource "aws_ecs_task_definition" "web" {
        family                = "web"
        container_definitions = "[]"

        volume {
          name = "files"

          efs_volume_configuration {
            file_system_id = "fs-0a1b2c3d"
          }
        }
      }
    TF
  }

  example "transit_encryption is ENABLED" {
    accepted = <<-TF
      resource "aws_ecs_task_definition" "web" {
        family                = "web"
        container_definitions = "[]"

        volume {
          name = "files"

          efs_volume_configuration {
            file_system_id     = "fs-0a1b2c3d"
            transit_encryption = "ENABLED"
          }
        }
      }
    TF
  }
}
