rule "aws-ebs-unattached" {
  summary  = "The volume is attached to nothing"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_ebs_volume" {
    require = any([for a in related("aws_volume_attachment", "volume_id") : true])
    at      = self
  }

  why  = "A volume is charged by its size, used or not."
  help = "Attach it, or keep a snapshot and remove it."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume"]

  example "reported" {
    flagged = <<-TF
      resource "aws_ebs_volume" "old" {
        availability_zone = "eu-west-1a"
        size              = 500
        encrypted         = true
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_ebs_volume" "data" {
        availability_zone = "eu-west-1a"
        size              = 500
        encrypted         = true
      }

      resource "aws_volume_attachment" "data" {
        device_name = "/dev/sdf"
        volume_id   = aws_ebs_volume.data.id
        instance_id = "i-0a1b2c3d"
      }
    TF
  }
}
