rule "aws-ebs-attached-unencrypted" {
  summary     = "An unencrypted volume is attached to an instance"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_2"] }

  resource "aws_ebs_volume" {
    where   = any([for a in related("aws_volume_attachment", "volume_id") : true])
    require = self.encrypted == true
    at      = self

    fix {
      set    = { encrypted = true }
      safety = "unsafe"
    }
  }

  why  = "What the instance writes lies in clear, and goes in clear into each snapshot."
  help = "Set encrypted = true. The volume is replaced: restore it from an encrypted copy of a snapshot."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume"]

  example "without encrypted" {
    flagged = <<-TF
      resource "aws_ebs_volume" "data" {
        availability_zone = "eu-west-1a"
        size              = 40
      }

      resource "aws_volume_attachment" "data" {
        device_name = "/dev/sdf"
        volume_id   = aws_ebs_volume.data.id
        instance_id = "i-0a1b2c3d"
      }
    TF
  }

  example "encrypted is true" {
    accepted = <<-TF
      resource "aws_ebs_volume" "data" {
        availability_zone = "eu-west-1a"
        size              = 40
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
