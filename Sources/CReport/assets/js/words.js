
// Which words of two passages differ.

const Words = (() => {
  const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’.,:-][\p{L}\p{N}\p{M}]+)*|[^\s]/gu;
  // Quotation marks and dashes of any shape are alike.
  const QUOTES = /["“”„‟«»'‘’‚‛]/gu;
  const LARGEST_TABLE = 4000000;

  function tokens(text) {
    const found = [];
    for (const match of text.matchAll(TOKEN)) {
      const key = match[0].toLowerCase().replace(QUOTES, "'").replace(/[–—]/g, "-");
      found.push({ key, start: match.index, end: match.index + match[0].length });
    }
    return found;
  }

  // Longest common subsequence: for both sides the runs of tokens that the other lacks.
  // O(a × b) in what is left after the common beginning and end; null where that is too much.
  function difference(a, b) {
    let head = 0;
    while (head < a.length && head < b.length && a[head].key === b[head].key) head += 1;
    let tail = 0;
    while (tail < a.length - head && tail < b.length - head
      && a[a.length - 1 - tail].key === b[b.length - 1 - tail].key) tail += 1;
    const rows = a.length - head - tail;
    const columns = b.length - head - tail;
    if ((rows + 1) * (columns + 1) > LARGEST_TABLE) return null;
    const width = columns + 1;
    const lengths = new Uint16Array((rows + 1) * width);
    for (let i = rows - 1; i >= 0; i -= 1) {
      for (let j = columns - 1; j >= 0; j -= 1) {
        lengths[i * width + j] = a[head + i].key === b[head + j].key
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
      }
    }
    const left = [];
    const right = [];
    let same = head + tail;
    let i = 0;
    let j = 0;
    while (i < rows || j < columns) {
      if (i < rows && j < columns && a[head + i].key === b[head + j].key) {
        same += 1;
        i += 1;
        j += 1;
      } else if (j === columns
        || (i < rows && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])) {
        left.push(head + i);
        i += 1;
      } else {
        right.push(head + j);
        j += 1;
      }
    }
    return { left, right, share: same / Math.max(a.length, b.length, 1) };
  }

  // Neighbouring tokens as one range; single marks of punctuation are no difference.
  function ranges(indices, list) {
    const runs = [];
    let last = -2;
    for (const index of indices) {
      if (index === last + 1) runs[runs.length - 1].push(index);
      else runs.push([index]);
      last = index;
    }
    const isWord = (index) => /[\p{L}\p{N}]/u.test(list[index].key);
    return runs.map((run) => run.slice(run.findIndex(isWord), run.findLastIndex(isWord) + 1))
      .filter((run) => run.length > 0)
      .map((run) => [list[run[0]].start, list[run[run.length - 1]].end]);
  }

  // The ranges of `a` and `b` (strings) that differ; nothing where less than `least` is common.
  function differing(a, b, least) {
    const [left, right] = [tokens(a), tokens(b)];
    const found = difference(left, right);
    if (!found || found.share < least) return { a: [], b: [] };
    return { a: ranges(found.left, left), b: ranges(found.right, right) };
  }

  return { differing };
})();
