rule "aws-imagebuilder-encryption" {
  summary     = "Disks of the image are not encrypted with a key"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_200"] }

  resource "aws_imagebuilder_image_recipe" {
    each    = self.block_device_mapping
    require = all([for e in each.value.ebs : e.encrypted == "true" && e.kms_key_id != null])
    message = "The disk ${each.value.device_name} of the image is not encrypted with a key of the customer."
  }

  why  = "Every instance that is started from the image inherits disks in clear."
  help = "Set encrypted = true and kms_key_id in the ebs block."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/imagebuilder_image_recipe"]

  example "reported" {
    flagged = <<-TF
      resource "aws_imagebuilder_image_recipe" "base" {
        name         = "base"
        parent_image = "ami-0a1b2c3d"
        version      = "1.0.0"

        block_device_mapping {
          device_name = "/dev/xvdb"

          ebs {
            volume_size = 100
          }
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_imagebuilder_image_recipe" "base" {
        name         = "base"
        parent_image = "ami-0a1b2c3d"
        version      = "1.0.0"

        block_device_mapping {
          device_name = "/dev/xvdb"

          ebs {
            volume_size = 100
            encrypted   = true
            kms_key_id  = "arn:aws:kms:eu-west-1:123456789012:key/1"
          }
        }
      }
    TF
  }
}
