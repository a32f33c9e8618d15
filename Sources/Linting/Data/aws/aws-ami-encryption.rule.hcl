rule "aws-ami-encryption" {
  summary  = "The image's volumes are not encrypted"
  category = "security"
  severity = "medium"
  tags     = ["encryption"]
  packs    = ["strict"]

  resource "aws_ami" {
    each        = self.ebs_block_device
    where       = each.value.snapshot_id == null
    require     = each.value.encrypted == true
    message     = "The volume ${each.value.device_name} of the image is written in clear."
    equivalents = { checkov = ["CKV_AWS_204"] }

    fix {
      set    = { encrypted = true }
      safety = "unsafe"
    }
  }

  resource "aws_ami_copy" {
    require     = self.encrypted == true
    message     = "The copy of the image is written in clear."
    equivalents = { checkov = ["CKV_AWS_235"] }

    fix {
      set    = { encrypted = true }
      safety = "unsafe"
    }
  }

  why  = "Whoever is given the image, or a snapshot behind it, reads everything that was ever installed or left in it."
  help = "Set encrypted = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ami"]

  example "without encrypted" {
    flagged = <<-TF
      resource "aws_ami_copy" "base" {
        name              = "base"
        source_ami_id     = "ami-0a1b2c3d"
        source_ami_region = "eu-west-1"
      }
    TF
  }

  example "encrypted is true" {
    accepted = <<-TF
      resource "aws_ami_copy" "base" {
        name              = "base"
        source_ami_id     = "ami-0a1b2c3d"
        source_ami_region = "eu-west-1"
        encrypted         = true
      }
    TF
  }
}
