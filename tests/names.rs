//! Names that go on and names that stop: firms with tails, hyphens, numbers, partners, kin, works; see `tests/marks`.

mod marks;

use marks::check;

#[test]
fn firms_with_tails_that_no_list_has() {
    check(&[
        "[agency Lufthansa Regiolin] ordered ten jets. [agency Lufthansa Regiolin] pilots walked out.",
        "The cells came from [agency Samsung QDX] and the frames from [agency Boeing].",
        "A Toyota Zelica crashed, and police found a stolen Toyota Brelix in a ditch.",
        "The drug, made by [agency Immurex] of [place Seattle], was tested.",
        "Miner [agency Brandine] dropped 11 cents to A$2.34.",
    ]);
}

#[test]
fn hyphens() {
    check(&[
        "The leaders met in [place Zelmo-sur-Turin] and in [place Turin].",
        "On Monday [agency Zelmo-Boeing] said it would pay.",
        "He took the [place Moscow]-[place Minsk] train.",
    ]);
}

#[test]
fn small_words_within_names() {
    check(&[
        "The hotel is in [place Ras al-Khaimah], not in [place Umm al-Quwain].",
        "The hotel is in [place Ras Al Khaimah].",
        "King [person Hamad bin Isa al-Khalifa] sent his regrets.",
        "He flew with [agency El Al] to [place Athens].",
    ]);
}

#[test]
fn numbers_in_names() {
    check(&[
        "The [agency 46th Airmobile Brigade] reported fighting.",
        "It hung in a house on [place 53rd Street] and later on [place Northwest 72nd Avenue].",
        "The 46th day was calm, and the brigade left.",
        "The alleged N4.2bn fraud took years.",
    ]);
}

#[test]
fn partners_campuses_and_owners() {
    check(&[
        "The [agency Farmers' and Bakers' Union] called it off.",
        "The [agency University of Alabama at Birmingham] tested it, and a man was seen at [place Birmingham].",
        "[agency Suez Lyonnaise des Eaux SA] made a bid.",
        "He reads botany at [agency St. Paul's University School of Forestry].",
        "He told The [agency Atlanta Bugle] that it was late. The mayor of [place Atlanta] agreed.",
        "Shops shut in [place St. John's].",
        "A judge of the [agency U.S. District Court], Northern District of [place Iowa], let him go.",
    ]);
}

#[test]
fn short_names_in_small_letters() {
    check(&[
        "The [agency Ministry of Electronics and Trade] ([agency MeitR|Ministry of Electronics and Trade]) said so. [agency MeitR|Ministry of Electronics and Trade] has promised rules.",
        "The [agency National Farmers Coalition], or [agency Nafarco|National Farmers Coalition], whose leaders fled, met.",
        "The [agency National Farmers Coalition], or Tansy, or nobody, may come.",
    ]);
}

#[test]
fn kin_and_what_somebody_is() {
    check(&[
        "Her brother, [person Ferzey], died on the way.",
        "His daughter [person Leah] was missing.",
        "Students burned tires. [person Sudolmo], a retired admiral, urged him to go.",
        "[person Zarmoko], speaker of the house, met the students.",
        "The reporter, a brother of the mayor, was missing.",
        "[person A.K.M. Shafiqul Alam], the secretary, spoke.",
        "They want rules by March, minister [person Anil Rao] said.",
        "I'm [person Noah Brandt], and we've had enough.",
        "Prime Minister [person Kenzo wa Dondo] was told to resign.",
        "[person Park Soon-kwel], the company's chief executive, bowed. [person Park|Park Soon-kwel] left.",
    ]);
}

#[test]
fn works_are_nobody() {
    check(&[
        "In \"Jackie Brandt,\" she plays a nurse.",
        "\"Jackie Brandt\" opens at Christmas.",
        "\"We won,\" [person Jackie Brandt] said.",
        "The play is based on the [person E.L. Dorrow] novel.",
        "The [person Robert Brandt] film opens on Friday.",
    ]);
}

#[test]
fn given_names_that_are_places_too() {
    check(&[
        "Nine-year-old [person Georgia Brandt] skates. It came from [person Georgia|Georgia Brandt]'s hard work, said [person Cory Brandt], [person Georgia|Georgia Brandt]'s father.",
        "[person Jenny Palma] wept. Now, [person Palma|Jenny Palma] and her aunt are waiting.",
        "He flew from [place Atlanta] to [place Georgia].",
        "[place AUSTIN], [place Texas] A white car was found.",
    ]);
}

#[test]
fn parts_and_kinds_of_places() {
    check(&[
        "The brawl was in [place North London], not in east [place Berlin].",
        "Floods hit [place Kibuzo] and [place Katalo] camps.",
        "They fished the [place Davis Strait] for decades.",
        "Two were held in [place Barangay San Vicente].",
        "They reached [place Actelo], in [place Chiapas].",
        "He rode the Tour of Portugal. He rode across [place Portugal].",
        "He won the Classic of Turin. He lives in [place Turin].",
        "[place BANTAM] - A mason was held. The [agency Bantam Superior Court] will hear it.",
        "The minister of the [agency Evangelical Presbyterian Church] was held near [place Zelmo Church].",
        "In [place Camarines Sur], Gov. [person Luigi Brandt] ordered it.",
    ]);
}

#[test]
fn papers_and_bodies_by_a_word() {
    check(&[
        "The daily [agency Sabah] said nine would go. They went to [place Sabah].",
        "He appeared at [agency Perth Sheriff Court], and [agency NHS Brandshire] said so.",
        "The [agency Campaign for Tobacco-Free Kids] sued.",
        "The campaign for mayor was long.",
    ]);
}
