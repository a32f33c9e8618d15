rule "aws-iam-password-policy" {
  summary  = "The password policy asks for too little"
  category = "security"
  severity = "low"
  tags     = ["iam", "cis-aws/1.8", "cis-aws-1.2/1.6", "cis-aws-1.2/1.5", "cis-aws-1.2/1.8", "cis-aws-1.2/1.7"]

  resource "aws_iam_account_password_policy" {
    require     = self.minimum_password_length != null && self.minimum_password_length >= 14
    message     = "Passwords may be shorter than 14 characters."
    equivalents = { checkov = ["CKV_AWS_10"], trivy = ["AWS-0063"] }

    fix {
      set    = { minimum_password_length = 14 }
      safety = "unsafe"
    }
  }

  resource "aws_iam_account_password_policy" {
    require     = self.require_lowercase_characters == true
    message     = "Passwords need no small letter."
    equivalents = { checkov = ["CKV_AWS_11"], trivy = ["AWS-0058"] }

    fix {
      set    = { require_lowercase_characters = true }
      safety = "unsafe"
    }
  }

  resource "aws_iam_account_password_policy" {
    require     = self.require_uppercase_characters == true
    message     = "Passwords need no capital letter."
    equivalents = { checkov = ["CKV_AWS_15"], trivy = ["AWS-0061"] }

    fix {
      set    = { require_uppercase_characters = true }
      safety = "unsafe"
    }
  }

  resource "aws_iam_account_password_policy" {
    require     = self.require_numbers == true
    message     = "Passwords need no digit."
    equivalents = { checkov = ["CKV_AWS_12"], trivy = ["AWS-0059"] }

    fix {
      set    = { require_numbers = true }
      safety = "unsafe"
    }
  }

  resource "aws_iam_account_password_policy" {
    require     = self.require_symbols == true
    message     = "Passwords need no symbol."
    equivalents = { checkov = ["CKV_AWS_14"], trivy = ["AWS-0060"] }

    fix {
      set    = { require_symbols = true }
      safety = "unsafe"
    }
  }

  why  = "Passwords that are short or of one kind of characters are guessed offline in hours, and reused ones are in lists."
  help = "Ask for 14 characters with letters, digits and symbols; better, sign people in through an identity provider."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy"]

  example "reported" {
    flagged = <<-TF
      resource "aws_iam_account_password_policy" "this" {
        minimum_password_length = 8
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_iam_account_password_policy" "this" {
        minimum_password_length      = 14
        require_lowercase_characters = true
        require_uppercase_characters = true
        require_numbers              = true
        require_symbols              = true
      }
    TF
  }
}
