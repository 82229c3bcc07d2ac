// What a rule does, in words for people: for `rules explain` and the documentation.

extension Rule {
  /// What is taken from both passages, and when that is a conflict.
  public var takenInWords: String {
    switch test {
    case .value(let types, let slot):
      let names = types.map { $0.rawValue.replacing("_", with: " ") }
      return
        "Values of type \(names.joined(separator: ", ")). \(slot.inWords) Two of them conflict "
        + "when no value fits both wordings: \"about\", \"at least\" and rounding widen a value."
    case .scale(let lexicon, let slot):
      return "Words of the list `\(lexicon)`, each with the stretch of a scale from 0 to 100 that "
        + "it allows. \(slot.inWords) Two of them conflict when their stretches don't meet."
    case .opposites(let lexicon, let slot, let reach):
      return "Words of the list `\(lexicon)`, each at one end of an axis. "
        + "\(slot.inWords) Two of them conflict when they are at different ends of one axis."
        + (reach == .phrase ? " They may stand anywhere in one phrase." : "")
    case .polarity(let lexicon, let slot):
      return "Negations: the words of the list `\(lexicon)`. \(slot.inWords) The two sentences "
        + "conflict when one has a negation that the other lacks and nothing else differs there; "
        + "two negations cancel out."
    case .none(let lexicon):
      return
        "Words for none of a thing: the list `\(lexicon)`. \(Slot.aligned.inWords) They conflict "
        + "with a number of the same things."
    case .quotation(.wording):
      return "Words between quotation marks that both passages quote. They conflict when one has "
        + "other content words in the middle of the quotation."
    case .quotation(.speaker):
      return "A quotation that both passages have, and whom each gives as its speaker. They "
        + "conflict when the two names share no word."
    case .term(let lexicon):
      return "Words of the list `\(lexicon)`, each with the concept that it stands for. "
        + "\(Slot.aligned.inWords) Two of them conflict when they stand for different concepts."
    case .name(let slot):
      return "Names of people and places. \(slot.inWords) Two of them conflict when they "
        + "are neither spellings nor parts of one name."
    case .person(.title):
      return "Offices of the list `person.title` that two articles give one person, before or "
        + "after the name. They conflict when nobody holds both at one time: two offices of one "
        + "family, an office and its deputy's, a former and a present one."
    case .person(.firstName):
      return "Full names of people. They conflict when two re-told sentences that share much give "
        + "one last name two first names, and neither article has the other's."
    case .person(.age):
      return "Ages beside the names of people. They conflict when each of two articles gives one "
        + "person one age, and the two differ."
    case .order(let lexicon, let events):
      return "Words of the list `\(lexicon)` before an event of the list `\(events)`. They "
        + "conflict when one deed is placed before, during or after the same event in two ways."
    case .inference(.order):
      return "Comparisons of names (\"is taller than\", \"is as tall as\") and what follows from "
        + "them, against a comparison that says otherwise. \(Slot.declared.inWords)"
    case .inference(.count):
      return "A list of names against a limit on how many there are (\"only two\", \"more than "
        + "five\"), after the same words. \(Slot.declared.inWords)"
    case .inference(.sort):
      return
        "What a text says that its subject is: nouns of the list `kind.sort`, each with a sort "
        + "of things or a trade. They conflict when the sorts, or the trades of all, differ. "
        + Slot.declared.inWords
    case .inference(.hoax):
      return "A word of the list `denial.hoax` in a statement, against a report on the same "
        + "thing that casts no doubt on it; or a statement that casts none, against a report that "
        + "begins with words of the list `denial.unmasked`. \(Slot.declared.inWords)"
    case .inference(.span):
      return "From when to when, against a day of birth or death, an age at death, or a length of "
        + "time, by words of the lists `life.birth`, `life.death` and `life.lasting`. "
        + Slot.declared.inWords
    case .inference(.change):
      return
        "Words of the list `change.direction` with what rose or fell: the noun after \"in\" or "
        + "before the verb. They conflict when one text has the same thing rise and the other has it "
        + "fall. \(Slot.declared.inWords)"
    case .inference(.size):
      return "Words of the list `change.size` beside a change (the list `change.direction`), "
        + "against the percentage that the other text gives for the same change. \(Slot.declared.inWords)"
    case .inference(.relation):
      return "Words of the list `relation.word` between the same word and the same name, when they "
        + "stand on one axis of the list at different ends. \(Slot.declared.inWords)"
    case .inference(.country):
      return "A sentence that says which country its subject is in, against one that gives the "
        + "subject another country, its people or a city of it: the list `place.country`. "
        + Slot.declared.inWords
    case .inference(.person):
      return "Names that \"in\" makes a place, against the same name with a title or with words "
        + "that it said. \(Slot.declared.inWords)"
    case .inference(.holder):
      return "Names beside an office of the list `holder.office`, against another name beside the "
        + "same office of the same country, when neither text gives it to both. "
        + Slot.declared.inWords
    case .inference(.unmentioned):
      return "A denial (the list `denial.negation`) in a summary of few sentences, against a long "
        + "report that has its other words and speaks nowhere of what is denied. "
        + Slot.declared.inWords
    case .inference(.stranger):
      return "A name or a figure in a summary of few sentences, against a long report that has its "
        + "other words and nowhere the name or the figure. " + Slot.declared.inWords
    case .structure(.compound):
      return "Joined words (\"X and Y plants\") against the same words run together (\"X Y "
        + "plants\"). \(Slot.aligned.inWords)"
    case .structure(.member):
      return "A list (\"X and Y\") against one of its members (\"X\"), as the object of a word of "
        + "the list `scope.governor`. \(Slot.aligned.inWords)"
    case .structure(.width):
      return "What a word of the list `scope.governor` covers: a list in one passage, one of its "
        + "members, or the members run together, in the other. Also compared in re-told passages."
    case .structure(.superlative):
      return "The area over which a thing is called the first of its kind: \"the world's largest "
        + "port\", \"the country's largest port\". Words of the lists `superlative` and "
        + "`place.area`. Compared in re-told passages too, when they share a name."
    case .structure(.denial):
      return "A denial of all (\"has not answered\") against a denial of a part (\"has not fully "
        + "answered\") of the same verb: words of the lists `negation` and `negation.part`. Also "
        + "compared in re-told passages."
    case .structure(.threshold):
      return "A limit that leaves its number out (\"over 21\": words of the list `limit.above`) "
        + "against one that counts it in (\"21 or older\": `limit.upwards`). Also compared in "
        + "re-told passages."
    case .structure(.deed):
      return "A deed of the list `deed.act` that one passage denies (\"no charges were filed\", "
        + "\"has not been charged\") and the other tells as done to the same person. Also compared "
        + "in re-told passages."
    case .structure(.tally):
      return "Tallies of votes (\"9-4\", \"by nine votes to four\") beside words of the list "
        + "`tally.word`. They conflict when their numbers differ, the votes came to the same and "
        + "neither article has the other's tally. Also compared in re-told passages."
    case .structure(.existence):
      return "A noun behind \"no\" against the same noun behind a word of the list "
        + "`existence.some` or a number, where the same is told of both. Also compared in re-told "
        + "passages."
    case .structure(.sides):
      return "Verbs of two sides (the list `sides.verb`), with the names on both. They conflict "
        + "when the sides are exchanged: both, or one of the same thing on the same day. Also "
        + "compared in re-told passages."
    case .structure(.part):
      return "A whole and its part, with words of the list `part.relation` between them. They "
        + "conflict when one passage counts the part in and the other leaves it out. Also compared "
        + "in re-told passages."
    case .structure(.dating):
      return
        "Words of the list `dating.none` beside an event, against a coming day behind words of "
        + "the list `dating.plan` for an event of the same sort. Asked of whole articles of one "
        + "event."
    case .structure(.regard):
      return "What bodies of the list `regard.body` do by words of the list `regard.verb` with "
        + "things of the list `regard.thing`. They conflict when one article denies it of a thing of the "
        + "same sort and description. Asked of whole articles of one event."
    case .structure(.place):
      return "Names of one word behind \"in\", \"at\" or \"near\" that begin and end alike and "
        + "differ in two or three letters between, where neither article has the other's. Asked of whole "
        + "articles of one event."
    case .structure(.places):
      return "The list of places behind \"in\" in which something is halted (a word of the list "
        + "`stop.word`, or a denied one of the list `stop.denied`), against a part of that list. "
        + "Asked of whole articles of one event."
    }
  }
}

extension Rule.Slot {
  /// Where two values must stand to be compared.
  public var inWords: String {
    switch self {
    case .aligned:
      "They are compared where they stand against each other in sentences that otherwise match."
    case .same:
      "They are compared where they stand against each other in sentences that otherwise match, "
        + "and in re-told sentences when they belong to the same words: what is counted or "
        + "measured, the verb, the names."
    case .kind:
      "They are compared wherever in the articles they stand, by the words of the list `value.kind` "
        + "beside them, when one value of the kind is left on either side."
    case .declared:
      "They are compared only where both texts are declared to be about the same thing, as "
        + "`compare pairs` does, and there in any wording, where they stand with the same words."
    }
  }
}

extension Rule.Exception {
  /// When it is no conflict after all.
  public var inWords: String {
    switch self {
    case .vague: "one of the two sets no bounds at all (\"several years\")"
    case .elsewhere:
      "each of the two values also stands on the other side: a list told in another order"
    case .growing:
      "the count grows while the story develops and the articles were published at different "
        + "times: that is lowered to a note"
    case .moving:
      "one of the two says \"now\" and the articles were published at different times: that is "
        + "lowered to a note"
    case .indefinite:
      "the words are introduced by \"a\", \"some\" or a number: they may be of two different things"
    case .open:
      "a word before one of them (\"could\", \"expected\") leaves open whether it was done"
    }
  }
}

extension Rule {
  /// The lexicons that the rule names.
  public var lexiconNames: [String] {
    switch test {
    case .polarity(let name, .declared): [name]
    case .polarity(let name, _):
      [
        name, "negation.implied", "negation.opener", "negation.filler", "negation.counterpart",
        "negation.scant", "negation.contrast",
      ]
    case .scale(let name, _), .opposites(let name, _, _), .none(let name),
      .term(let name):
      [name]
    case .structure(.member): ["scope.governor"]
    case .structure(.width): ["scope.governor", "scope.frame"]
    case .structure(.superlative): ["superlative", "place.area"]
    case .structure(.denial): ["negation", "negation.part"]
    case .structure(.threshold): ["limit.above", "limit.upwards"]
    case .structure(.deed): ["deed.act", "deed.own", "deed.open"]
    case .structure(.tally): ["tally.word", "tally.noun", "tally.game"]
    case .structure(.existence):
      [
        "existence.some", "existence.restricted", "existence.lead", "existence.present",
        "existence.open",
      ]
    case .structure(.sides): ["sides.verb"]
    case .structure(.part): ["part.relation", "part.limit"]
    case .structure(.dating): ["dating.none", "dating.plan", "order.event"]
    case .structure(.regard): ["regard.verb", "regard.thing", "regard.body"]
    case .structure(.places): ["stop.word", "stop.denied"]
    case .value(_, .kind):
      ["value.kind", "value.open", "value.lead", "value.open-day", "value.lead-day"]
    case .person(.title): ["person.title", "person.status", "person.rank"]
    case .person(.firstName): ["person.form"]
    case .person(.age): ["person.affix"]
    case .order(let name, let events): [name, events]
    case .inference(.sort): ["kind.sort", "kind.link", "kind.article"]
    case .inference(.hoax):
      [
        "denial.hoax", "denial.debunking", "denial.unmasked", "denial.open-ended", "denial.hedge",
      ]
    case .inference(.span): ["life.birth", "life.death", "life.lasting"]
    case .inference(.change): ["change.direction", "change.link", "change.period"]
    case .inference(.relation): ["relation.word"]
    case .inference(.size): ["change.size", "change.direction"]
    case .inference(.country): ["place.country", "place.seat"]
    case .inference(.unmentioned): ["denial.negation"]
    case .inference(.holder):
      ["holder.office", "person.status", "person.rank", "person.address", "place.country"]
    case .inference(.person): ["person.address", "verb.reporting"]
    case .value, .quotation, .name, .inference, .structure(.compound), .structure(.place): []
    }
  }
}
