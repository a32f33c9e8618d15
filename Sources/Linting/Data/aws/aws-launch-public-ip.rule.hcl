rule "aws-launch-public-ip" {
  summary  = "Instances of the group get public addresses"
  category = "security"
  severity = "low"
  tags     = ["network", "public"]
  packs    = ["strict"]

  resource "aws_launch_configuration" {
    require     = self.associate_public_ip_address != true
    equivalents = { checkov = ["CKV_AWS_389"] }

    fix {
      set    = { associate_public_ip_address = false }
      safety = "unsafe"
    }
  }

  resource "aws_launch_template" {
    require     = !any([for n in self.network_interfaces : n.associate_public_ip_address == "true"])
    equivalents = { checkov = ["CKV_AWS_88"], trivy = ["AWS-0009"] }
  }

  why  = "Each instance is one wrong rule away from the internet, past the load balancer and its firewall."
  help = "Remove associate_public_ip_address and use private subnets."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_configuration"]

  example "associate_public_ip_address is true" {
    flagged = <<-TF
      resource "aws_launch_template" "web" {
        name = "web"

        network_interfaces {
          associate_public_ip_address = true
        }
      }
    TF
  }

  example "associate_public_ip_address is false" {
    accepted = <<-TF
      resource "aws_launch_template" "web" {
        name = "web"

        network_interfaces {
          associate_public_ip_address = false
        }
      }
    TF
  }
}
