# The policies that are written for users, groups, roles and permission sets: `document` is the text, `statements` what it says.
subject "aws-iam-policy" {
  resource "aws_iam_policy" "aws_iam_role_policy" "aws_iam_user_policy" "aws_iam_group_policy" {
    let = {
      document   = self.policy
      statements = policy_statements(self.policy)
    }
  }

  resource "aws_ssoadmin_permission_set_inline_policy" {
    let = {
      document   = self.inline_policy
      statements = policy_statements(self.inline_policy)
    }
  }
}
