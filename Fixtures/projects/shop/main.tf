terraform {
  required_version = ">= 1.6"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = var.region
}

locals {
  name = "shop-${var.environment}"
  tags = {
    Project     = "shop"
    Environment = var.environment
  }
}

# Network

resource "aws_vpc" "main" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true
  tags                 = merge(local.tags, { Name = local.name })
}

resource "aws_subnet" "private" {
  count             = length(var.availability_zones)
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.20.${count.index}.0/24"
  availability_zone = var.availability_zones[count.index]
  tags              = merge(local.tags, { Name = "${local.name}-private-${count.index}" })
}

resource "aws_security_group" "service" {
  name        = "${local.name}-service"
  description = "Orders service"
  vpc_id      = aws_vpc.main.id

  dynamic "ingress" {
    for_each = { http = 443, admin = 22 }
    content {
      description = ingress.key
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = [var.allowed_network]
    }
  }

  egress {
    description = "Anywhere"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Data

module "orders" {
  source = "./modules/database"

  name       = "${local.name}-orders"
  subnet_ids = aws_subnet.private[*].id
  encrypted  = var.environment == "prod"
  password   = var.db_password
}

resource "aws_s3_bucket" "invoices" {
  bucket = "${local.name}-invoices"
  tags   = local.tags
}

resource "aws_s3_bucket_versioning" "invoices" {
  bucket = aws_s3_bucket.invoices.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_dynamodb_table" "sessions" {
  name         = "${local.name}-sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

# Service

resource "aws_iam_role" "service" {
  name = "${local.name}-service"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "service" {
  name = "data"
  role = aws_iam_role.service.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["dynamodb:GetItem", "dynamodb:PutItem"]
        Resource = aws_dynamodb_table.sessions.arn
      },
      {
        Effect   = "Allow"
        Action   = "s3:*"
        Resource = "*"
      },
    ]
  })
}

resource "aws_lambda_function" "service" {
  function_name = "${local.name}-service"
  role          = aws_iam_role.service.arn
  package_type  = "Image"
  image_uri     = var.image
  timeout       = 15
  memory_size   = var.environment == "prod" ? 1024 : 256

  environment {
    variables = {
      TABLE    = aws_dynamodb_table.sessions.name
      INVOICES = aws_s3_bucket.invoices.bucket
      DATABASE = module.orders.endpoint
      API_KEY  = "sk_live_4eC39HqLyjWDarjtT1zdp7dc"
    }
  }
}

resource "aws_cloudwatch_log_group" "service" {
  name              = "/aws/lambda/${aws_lambda_function.service.function_name}"
  retention_in_days = 30
}
