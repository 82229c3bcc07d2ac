/* XXH3 with its functions inline, so that the hash of a single word costs no call. The header hides
   their names behind macros then, which Swift does not see: hence these two. */
#define XXH_INLINE_ALL
#include <xxhash.h>

static inline uint64_t xxh3_64(const void *bytes, size_t count) {
  return XXH3_64bits(bytes, count);
}

typedef struct {
  uint64_t low, high;
} xxh3_pair;

static inline xxh3_pair xxh3_128(const void *bytes, size_t count) {
  XXH128_hash_t hash = XXH3_128bits(bytes, count);
  xxh3_pair pair = {hash.low64, hash.high64};
  return pair;
}
