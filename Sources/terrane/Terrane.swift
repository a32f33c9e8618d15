@main struct Terrane { static func main() {} }
