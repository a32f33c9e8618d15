rule "aws-ebs-provisioned-iops" {
  summary  = "The volume pays for operations that gp3 includes"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_ebs_volume" {
    where   = self.type == "io1" || self.type == "io2"
    require = self.iops > 16000
    message = "${self.iops} operations a second cost less on gp3."
  }

  resource "aws_db_instance" {
    where   = self.storage_type == "io1" || self.storage_type == "io2"
    require = self.iops > 16000
    message = "${self.iops} operations a second cost less on gp3."
  }

  resource "aws_ebs_volume" {
    require = self.type != "standard" && self.type != "magnetic"
    message = "Magnetic volumes are charged by the operation, and are slower than any other."
  }

  why  = "Up to 16,000 operations a second gp3 costs a fraction of provisioned volumes."
  help = "Write type = gp3 and set iops, unless the volume must have the durability or latency of io2."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume"]

  example "type is io1" {
    flagged = <<-TF
      resource "aws_ebs_volume" "data" {
        availability_zone = "eu-west-1a"
        size              = 100
        type              = "io1"
        iops              = 3000
      }
    TF
  }

  example "type is gp3" {
    accepted = <<-TF
      resource "aws_ebs_volume" "data" {
        availability_zone = "eu-west-1a"
        size              = 100
        type              = "gp3"
        iops              = 3000
      }
    TF
  }
}
