rule "aws-emr-security-group-open" {
  summary     = "The security group of the EMR cluster is open to the internet"
  category    = "security"
  severity    = "high"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV2_AWS_7"] }

  resource "aws_emr_cluster" {
    let = { groups = concat(
      flatten([for a in self.ec2_attributes : [for g in related("aws_security_group", "name", a.emr_managed_master_security_group) : g]]),
      flatten([for a in self.ec2_attributes : [for g in related("aws_security_group", "name", a.emr_managed_slave_security_group) : g]])
    ) }
    require = !any([for g in groups : any([for r in g.ingress : any([for c in r.cidr_blocks : c == "0.0.0.0/0"])])])
    at      = self.ec2_attributes
    message = "The nodes of the cluster can be reached from anywhere."
  }

  why  = "Consoles of Hadoop and Spark run programs for whoever reaches them; open ones are found and misused within hours."
  help = "Allow the networks of the people who use the cluster only, or put it in a private subnet."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_cluster"]

  example "cidr_blocks is 0.0.0.0/0" {
    flagged = <<-TF
      resource "aws_security_group" "emr" {
        name = "emr"

        ingress {
          from_port   = 0
          to_port     = 65535
          protocol    = "tcp"
          cidr_blocks = ["0.0.0.0/0"]
        }
      }

      resource "aws_emr_cluster" "spark" {
        name          = "spark"
        release_label = "emr-7.0.0"
        service_role  = "emr"

        ec2_attributes {
          instance_profile                  = "emr"
          emr_managed_master_security_group = aws_security_group.emr.id
          emr_managed_slave_security_group  = aws_security_group.emr.id
        }
      }
    TF
  }

  example "cidr_blocks is 10.0.0.0/8" {
    accepted = <<-TF
      resource "aws_security_group" "emr" {
        name = "emr"

        ingress {
          from_port   = 0
          to_port     = 65535
          protocol    = "tcp"
          cidr_blocks = ["10.0.0.0/8"]
        }
      }

      resource "aws_emr_cluster" "spark" {
        name          = "spark"
        release_label = "emr-7.0.0"
        service_role  = "emr"

        ec2_attributes {
          instance_profile                  = "emr"
          emr_managed_master_security_group = aws_security_group.emr.id
          emr_managed_slave_security_group  = aws_security_group.emr.id
        }
      }
    TF
  }
}
