@main struct TerraneDev { static func main() {} }
