rule "aws-ebs-gp2" {
  summary  = "The volume is of the type gp2, which costs more than gp3"
  category = "cost"
  severity = "info"
  packs    = ["recommended", "cost"]

  resource "aws_ebs_volume" {
    require = self.type != "gp2"

    fix {
      set = { type = "gp3" }
    }
  }

  resource "aws_instance" "aws_launch_configuration" {
    each    = self.root_block_device
    require = each.value.volume_type != "gp2"

    fix {
      set = { volume_type = "gp3" }
    }
  }

  resource "aws_instance" "aws_launch_configuration" {
    each    = self.ebs_block_device
    require = each.value.volume_type != "gp2"

    fix {
      set = { volume_type = "gp3" }
    }
  }

  resource "aws_launch_template" {
    each    = self.block_device_mappings
    require = !any([for e in each.value.ebs : e.volume_type == "gp2"])
  }

  why  = "gp3 costs a fifth less for each gigabyte and gives 3,000 operations a second at any size. The change is made while the volume is in use."
  help = "Write gp3. For gp2 volumes above 1,000 GB set iops to what they gave (3 for each gigabyte)."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume"]

  example "gp2" {
    flagged = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0123456789abcdef0"
        instance_type = "t3.micro"

        root_block_device {
          volume_type = "gp2"
        }
      }
    TF
  }

  example "gp3" {
    accepted = <<-TF
      resource "aws_ebs_volume" "data" {
        availability_zone = "eu-central-1a"
        size              = 40
        type              = "gp3"
      }
    TF
  }
}
