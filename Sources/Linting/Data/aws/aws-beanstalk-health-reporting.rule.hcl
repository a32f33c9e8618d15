rule "aws-beanstalk-health-reporting" {
  summary     = "The environment reports its health in the basic way only"
  category    = "reliability"
  severity    = "info"
  tags        = ["monitoring"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_312"] }

  resource "aws_elastic_beanstalk_environment" {
    require = any([
      for s in self.setting :
      s.namespace == "aws:elasticbeanstalk:healthreporting:system"
      && (s.name == "SystemType" && s.value == "enhanced" || s.name == "HealthStreamingEnabled" && s.value == "true")
    ])
    at = self
  }

  why  = <<-TEXT
    Basic health only asks whether the balancer gets an answer; a deployment that makes every second request fail passes as healthy.
  TEXT
  help = "Add a setting of the namespace aws:elasticbeanstalk:healthreporting:system with SystemType = enhanced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elastic_beanstalk_environment"]

  example "without setting" {
    flagged = <<-TF
      resource "aws_elastic_beanstalk_environment" "shop" {
        name        = "shop"
        application = "shop"
      }
    TF
  }

  example "with setting" {
    accepted = <<-TF
      resource "aws_elastic_beanstalk_environment" "shop" {
        name        = "shop"
        application = "shop"

        setting {
          namespace = "aws:elasticbeanstalk:healthreporting:system"
          name      = "SystemType"
          value     = "enhanced"
        }
      }
    TF
  }
}
