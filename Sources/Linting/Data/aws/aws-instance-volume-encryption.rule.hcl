rule "aws-instance-volume-encryption" {
  summary     = "A volume of the instance is not encrypted"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_8"], trivy = ["AWS-0131", "AWS-0008"], kics = ["4de9de27-254e-424f-bd70-4c1e95790838"] }

  resource "aws_instance" "aws_launch_configuration" {
    let     = { roots = [for b in self.root_block_device : b.encrypted == true] }
    require = any(roots)
    message = "The root volume is written in clear."
  }

  resource "aws_instance" "aws_launch_configuration" {
    each    = self.ebs_block_device
    where   = each.value.snapshot_id == null
    require = each.value.encrypted == true
    message = "The volume ${each.value.device_name} is written in clear."

    fix {
      set = { encrypted = true }
    }
  }

  why  = "An instance's volumes hold what its programs write: logs, caches, credentials. Snapshots of a volume in clear can be shared and read."
  help = "Set encrypted = true in root_block_device and in each ebs_block_device, or switch on encryption by default for the account."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance"]

  example "unencrypted volumes" {
    flagged = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0123456789abcdef0"
        instance_type = "t3.micro"

        ebs_block_device {
          device_name = "/dev/sdf"
          volume_size = 20
        }
      }
    TF
  }

  example "encrypted volumes" {
    accepted = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0123456789abcdef0"
        instance_type = "t3.micro"

        root_block_device {
          encrypted = true
        }

        ebs_block_device {
          device_name = "/dev/sdf"
          volume_size = 20
          encrypted   = true
        }
      }
    TF
  }
}
