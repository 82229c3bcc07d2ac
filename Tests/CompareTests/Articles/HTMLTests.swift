import Testing

@testable import Compare

@Suite struct HTMLTests {
  private func read(_ page: String) throws -> ArticleDraft {
    try HTMLArticleReader.read(Array(page.utf8), path: "page.html")
  }

  private func text(_ page: String) throws -> String {
    String(decoding: try read(page).text, as: UTF8.self)
  }

  @Test func takesTheArticleAndLeavesTheRest() throws {
    let page = """
      <html><body class="with-sidebar"><nav>Home</nav>
      <div id="cookie-banner"><p>We use cookies and 3 partners.</p></div>
      <article><h1>Bridge shut</h1><div class="shareBar">Share</div>
      <p>The bridge stays shut for <b>six weeks</b>,
         the council&nbsp;said.</p><script>var x = 99</script>
      <aside>Read also</aside><ul><li>It costs £3m &amp; more</li></ul>
      <section class="user-comments"><p>First!</p></section></article>
      <footer>Copyright 2025</footer></body></html>
      """
    #expect(
      try text(page)
        == "The bridge stays shut for six weeks, the council\u{A0}said.\n\nIt costs £3m & more")
  }

  @Test func findsTheTextWithoutAnArticleElement() throws {
    let page = """
      <body><div class="top"><p>Log in</p></div><div><div class="story share-wide">
      <p>The first long paragraph of the story stands here.</p>
      <p>And the second one follows it.</p></div></div><div><p>Imprint</p></div></body>
      """
    #expect(
      try text(page)
        == "The first long paragraph of the story stands here.\n\nAnd the second one follows it.")
  }

  @Test func findsTheTextOfAPageThatIsAForm() throws {
    let article = "<div><p>The bridge stays shut for six weeks.</p></div>"
    let input = "<input name=q><select><option>All of the sections of this site</select>"
    #expect(
      try text("<body><form method=post>\(input)\(article)</form></body>")
        == "The bridge stays shut for six weeks.")
    // Other forms are not the article's, not even where its text is in no paragraph.
    #expect(
      try text("<body><div>The bridge stays shut for six weeks.</div><form><p>Sign up</p></form>")
        == "The bridge stays shut for six weeks.")
  }

  @Test func prefersLinkedDataToMeta() throws {
    let page = """
      <html lang="en-GB"><head><title>T</title><meta property="og:title" content="Meta title">
      <meta property="og:site_name" content="Meta site">
      <meta property="article:published_time" content="2025-01-01">
      <link rel="canonical" href="https://a.example/x"><script type="application/ld+json">
      {"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"LD title",
      "datePublished":"2025-04-02T08:30:00+01:00","publisher":{"name":"LD outlet"}}]}
      </script></head><body><p>Words.</p></body></html>
      """
    let draft = try read(page)
    #expect(draft.title == "LD title")
    #expect(draft.outlet == "LD outlet")
    #expect(draft.url == "https://a.example/x")
    #expect(draft.published?.text == "2025-04-02T08:30:00+01:00")
    #expect(draft.language == "en-GB")
  }

  @Test func goesOnToTheNextSourceOfADate() throws {
    let page = """
      <meta property="article:published_time" content="yesterday">
      <p>Words.</p><time datetime="2025-04-02">2 April</time>
      """
    #expect(try read(page).published?.text == "2025-04-02")
    #expect(throws: SkippedArticle.self) {
      try read("<meta property='article:published_time' content='soon'><p>Words.</p>")
    }
    #expect(try read("<p>Words.</p><time datetime='PT5M'>5 min read</time>").published == nil)
  }

  @Test func onlyTheArticlesOwnTimeDatesIt() throws {
    let latest = "<ul class=latest><li><time datetime=2019-05-01>May</time> Old news</li></ul>"
    let story = "<p>The bridge was shut on Tuesday, the council of the town said.</p>"
    func page(_ times: String) -> String {
      "<body>\(latest)<article>\(times)\(story)</article></body>"
    }
    let draft = try read(page("<time datetime=2025-04-02>2 April</time>"))
    #expect(draft.published?.text == "2025-04-02")
    #expect(draft.note == "published 2025-04-02, taken from <time>")
    #expect(try read(page("")).published == nil)
    let marked = try read(
      page("<time datetime=2025-04-03>3</time><time itemprop=datePublished datetime=2025-04-02>"))
    #expect(marked.published?.text == "2025-04-02")
    let aside = "<aside><time datetime=2019-05-01>May</time></aside>"
    #expect(try read(page(aside)).published == nil)
    let meta = "<meta property='article:published_time' content='2025-04-01'>"
    #expect(try read(meta + page("<time datetime=2025-04-02>2</time>")).note == nil)
  }

  @Test func honoursTheDeclaredEncoding() throws {
    let page = Array("<meta charset=iso-8859-2><p>Grad ".utf8) + [0xA9] + Array("ibenik</p>".utf8)
    let draft = try HTMLArticleReader.read(page, path: "page.html")
    #expect(String(decoding: draft.text, as: UTF8.self) == "Grad Šibenik")
  }

  /// Each paragraph lies in all those before it: their texts are not read again and again.
  @Test func readsNestedParagraphsOnce() throws {
    let nested = String(repeating: "<p><span>", count: 30_000)
    let start = ContinuousClock.now
    #expect(try text("<body>\(nested)Words in the deep.") == "Words in the deep.")
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func survivesDeepNesting() throws {
    let deep = String(repeating: "<div>", count: 20_000)
    #expect(try text("<body>\(deep)<p>Words in the deep.</p>") == "Words in the deep.")
  }
}
