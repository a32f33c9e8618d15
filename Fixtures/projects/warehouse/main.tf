terraform {
  required_version = ">= 1.5"
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

variable "region" {
  type = string
}

variable "password" {
  type      = string
  sensitive = true
}

data "aws_availability_zones" "here" {
  state = "available"
}

resource "aws_vpc" "main" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_subnet" "private" {
  count             = length(data.aws_availability_zones.here.names)
  vpc_id            = aws_vpc.main.id
  availability_zone = data.aws_availability_zones.here.names[count.index]
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 4, count.index)
}

module "firewall" {
  source   = "./modules/firewall"
  for_each = toset(["office", "vpn"])

  name   = each.key
  vpc_id = aws_vpc.main.id
  ports  = [22, 443]
}

resource "aws_db_subnet_group" "stock" {
  name       = "stock"
  subnet_ids = aws_subnet.private[*].id
}

resource "aws_db_instance" "stock" {
  identifier             = "stock"
  engine                 = "postgres"
  engine_version         = "16.3"
  instance_class         = "db.t4g.medium"
  allocated_storage      = 50
  username               = "stock"
  password               = var.password
  db_subnet_group_name   = aws_db_subnet_group.stock.name
  vpc_security_group_ids = [for wall in module.firewall : wall.id]
  publicly_accessible    = true
  storage_encrypted      = false # terrane:ignore aws-db-instance-encryption -- moves to the encrypted cluster in May
  skip_final_snapshot    = true
}

resource "aws_s3_bucket" "scans" {
  bucket_prefix = "scans-"
}

resource "aws_s3_bucket_public_access_block" "scans" {
  bucket                  = aws_s3_bucket.scans.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

output "bucket" {
  value = aws_s3_bucket.scans.bucket
}

output "zones" {
  value = data.aws_availability_zones.here.names
}
