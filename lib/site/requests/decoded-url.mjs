// Plain JavaScript, because the page cache, which Next loads past its compiler, writes what the proxy reads.

/**
 * A URL without any of its encoding. Next writes a page's own into the key of its cache once more or once less often than it
 * stands in the inner URL, depending on what it holds: `1%2F2` has another depth than `year=2023`.
 * @param {string} url
 */
export function decodedUrl(url) {
  for (;;) {
    try {
      const decoded = decodeURIComponent(url);
      if (decoded === url) return url;
      url = decoded;
    } catch {
      // What is left is a reader's own percent sign.
      return url;
    }
  }
}
