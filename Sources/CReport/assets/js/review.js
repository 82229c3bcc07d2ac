
// Decisions of people, where the page is served by `compare review`; nothing in a report.

const Review = (() => {
  function panel() {
    return null;
  }

  return { panel };
})();
