/* The limit to steer by: cuts a text into words, hashes every five of them with XXH3, keeps the
   least of every window of hashes, and counts the kept ones in a table. Nothing else. */
#define XXH_INLINE_ALL
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <xxhash.h>

enum { LENGTH = 5, WINDOW = 6 };

static int is_word(unsigned char byte) {
  return (byte | 0x20) - 'a' < 26u || byte - '0' < 10u || byte >= 0x80;
}

int main(int count, char **arguments) {
  FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
  if (!file) return fprintf(stderr, "usage: limit FILE\n"), 2;
  fseek(file, 0, SEEK_END);
  size_t size = ftell(file);
  rewind(file);
  unsigned char *text = malloc(size + 1);
  if (fread(text, 1, size, file) != size) return 2;
  size_t places = 1;
  while (places < size / 4) places *= 2;
  uint64_t *table = calloc(places, sizeof *table);
  uint64_t words[LENGTH] = {0}, hashes[WINDOW] = {0}, last = 0;
  size_t seen = 0, shingles = 0, kept = 0;
  unsigned char word[64];
  for (size_t at = 0; at < size;) {
    if (!is_word(text[at])) {
      at++;
      continue;
    }
    size_t length = 0;
    for (; at < size && is_word(text[at]); at++)
      if (length < sizeof word) word[length++] = text[at] | 0x20;
    for (int i = 1; i < LENGTH; i++) words[i - 1] = words[i];
    words[LENGTH - 1] = XXH3_64bits(word, length);
    if (++seen < LENGTH) continue;
    hashes[shingles++ % WINDOW] = XXH3_64bits(words, sizeof words);
    if (shingles < WINDOW) continue;
    uint64_t least = hashes[0];
    for (int i = 1; i < WINDOW; i++)
      if (hashes[i] < least) least = hashes[i];
    if (least == last) continue;
    last = least;
    size_t place = least & (places - 1);
    while (table[place] && table[place] != least) place = (place + 1) & (places - 1);
    if (!table[place]) table[place] = least, kept++;
  }
  printf("%zu words, %zu fingerprints\n", seen, kept);
}
