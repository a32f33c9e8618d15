rule "aws-instance-ebs-optimized" {
  summary     = "The instance shares its network with its disks"
  category    = "reliability"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_135"] }

  resource "aws_instance" {
    require = self.ebs_optimized == true

    fix {
      set    = { ebs_optimized = true }
      safety = "unsafe"
    }
  }

  why  = <<-TEXT
    Instances of older types without the option read and write disks over the same line as everything else. Newer types always have it.
  TEXT
  help = "Set ebs_optimized = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance"]

  example "without ebs_optimized" {
    flagged = <<-TF
      resource "aws_instance" "db" {
        ami           = "ami-0a1b2c3d"
        instance_type = "m4.large"
      }
    TF
  }

  example "ebs_optimized is true" {
    accepted = <<-TF
      resource "aws_instance" "db" {
        ami           = "ami-0a1b2c3d"
        instance_type = "m4.large"
        ebs_optimized = true
      }
    TF
  }
}
