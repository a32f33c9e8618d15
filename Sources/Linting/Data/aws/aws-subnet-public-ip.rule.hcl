rule "aws-subnet-public-ip" {
  summary     = "Everything started in the subnet gets a public address"
  category    = "security"
  severity    = "low"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_130"], trivy = ["AWS-0164"] }

  resource "aws_subnet" {
    require = self.map_public_ip_on_launch != true

    fix {
      set    = { map_public_ip_on_launch = false }
      safety = "unsafe"
    }
  }

  why  = "A machine that nobody meant to be public is one wrong rule away from the internet."
  help = "Remove map_public_ip_on_launch, and give public addresses to what needs one."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/subnet"]

  example "map_public_ip_on_launch is true" {
    flagged = <<-TF
      resource "aws_subnet" "this" {
        vpc_id                  = "vpc-1"
        cidr_block              = "10.0.0.0/24"
        map_public_ip_on_launch = true
      }
    TF
  }

  example "without map_public_ip_on_launch" {
    accepted = <<-TF
      resource "aws_subnet" "this" {
        vpc_id     = "vpc-1"
        cidr_block = "10.0.0.0/24"
      }
    TF
  }
}
