rule "aws-network-acl-open-admin-ports" {
  summary     = "A network ACL lets the internet reach administration or FTP ports"
  category    = "security"
  severity    = "medium"
  tags        = ["network", "public", "cis-aws/5.1"]
  packs       = ["strict"]
  equivalents = { trivy = ["AWS-0105"] }

  subject "aws-network-acl-public-entry" {
    require     = !ports_include(entry, 22) || any([for d in denied : ports_include(d, 22)])
    message     = "The network ACL lets the whole internet reach SSH (port 22)."
    equivalents = { checkov = ["CKV_AWS_232"] }
  }

  subject "aws-network-acl-public-entry" {
    require     = !ports_include(entry, 3389) || any([for d in denied : ports_include(d, 3389)])
    message     = "The network ACL lets the whole internet reach remote desktop (port 3389)."
    equivalents = { checkov = ["CKV_AWS_231"] }
  }

  subject "aws-network-acl-public-entry" {
    require     = !ports_include(entry, 21) || any([for d in denied : ports_include(d, 21)])
    message     = "The network ACL lets the whole internet reach FTP (port 21)."
    equivalents = { checkov = ["CKV_AWS_229"] }
  }

  subject "aws-network-acl-public-entry" {
    require     = !ports_include(entry, 20) || any([for d in denied : ports_include(d, 20)])
    message     = "The network ACL lets the whole internet reach FTP data (port 20)."
    equivalents = { checkov = ["CKV_AWS_230"] }
  }

  why  = <<-TEXT
    The ACL is the second fence of a subnet: with it open, one careless security group exposes every host behind it to password
    guessing.
  TEXT
  help = "Allow the ports from the networks that need them, or put a deny entry with a lower number before the general allow."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl"]

  example "SSH from anywhere" {
    flagged = <<-TF
      resource "aws_network_acl" "main" {
        vpc_id = "vpc-0a1b2c3d"

        ingress {
          protocol   = "tcp"
          rule_no    = 100
          action     = "allow"
          cidr_block = "0.0.0.0/0"
          from_port  = 22
          to_port    = 22
        }
      }
    TF
  }

  example "denied before the general entry" {
    accepted = <<-TF
      resource "aws_network_acl" "main" {
        vpc_id = "vpc-0a1b2c3d"

        ingress {
          protocol   = "tcp"
          rule_no    = 10
          action     = "deny"
          cidr_block = "0.0.0.0/0"
          from_port  = 20
          to_port    = 22
        }

        ingress {
          protocol   = "tcp"
          rule_no    = 100
          action     = "allow"
          cidr_block = "0.0.0.0/0"
          from_port  = 0
          to_port    = 1024
        }
      }
    TF
  }
}
