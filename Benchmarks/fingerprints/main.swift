import Compare
import Foundation

// Cuts a text into tokens and winnows its shingles, as `align` does first with every article, and
// nothing else: what `Benchmarks/limit` measures.
guard CommandLine.arguments.count == 2,
  let data = FileManager.default.contents(atPath: CommandLine.arguments[1])
else {
  print("usage: fingerprints FILE")
  exit(2)
}
let text = [UInt8](data)
let tokens = Tokeniser.tokens(of: text, in: TextRange(0, text.count))
print("\(tokens.count) tokens, \(Shingles().fingerprints(of: tokens).count) fingerprints")
