//! People whom no lexicon lists: rows of marked sentences, grouped by phenomenon; see `tests/marks`.

mod marks;

use marks::check;

#[test]
fn names_of_many_cultures() {
    check(&[
        "[person Khalid al-Harbi] told [person Salem bin Nasser al-Otaibi] nothing.",
        "[person Umm Kulthum Hassan], a lawyer, met [person Muhammad Ould Sidi Baba].",
        "[person Willem-Jan ter Horst] and [person Pieter van den Berg] were charged.",
        "[person Jean-Marie Le Gall] met [person Dominique de Rochefort].",
        "[person Niamh Ni Bhriain] and [person Sean O'Riordan] sued.",
        "[person Park Sung-ho] won. [person Park|Park Sung-ho] thanked her coach.",
        "[person Zhang Xiaoming] told [person Chen Guangwei] to wait.",
        "[person Shigeki Maruta] and [person Ayumi Tanino] won gold.",
        "[person Nguyen Van Luong] spoke first.",
        "[person Maria de los Angeles Lopez Ortega], 31, was found.",
        "[person Jose Luis Rodriguez Ferreira] lost. [person Rodriguez Ferreira|Jose Luis Rodriguez Ferreira] protested.",
        "[person Zoltan Kovacs] and [person Agnes Szabo] filed a claim.",
        "[person Halldor Asgrimsson] met [person Vigdis Palsdottir].",
        "[person Lyudmila Ivanovna Petrova] danced with [person Igor Sergeyevich Morozov].",
        "[person K. R. Narayan] told [person M.K. Rahman] to wait.",
        "[person Gurpreet Singh Dhillon] drove home.",
        "[person Denzel Washington] flew to [place London].",
        "[person Adebayo Afolabi] met [person Chukwuemeka Eze].",
    ]);
}

#[test]
fn single_names_by_what_somebody_does() {
    check(&[
        "A police spokesman, [person Suyitno], gave no figure.",
        "[person Tumwine], the army spokesman, gave no figure either.",
        "Mrs. [person Hawthorne] and Dr [person Oduya] came.",
        "His mother, [person Wang Lingyin], said he was well.",
        "[agency Zelodra], a mining company, gave no figure.",
    ]);
}

#[test]
fn titles_are_no_part_of_a_name() {
    check(&[
        "Prince [person Charles] met King [person Hussein] and Queen [person Elizabeth].",
        "Pope [person John Paul II] prayed with Cardinal [person Rossi].",
        "[person Prince Fielder] hit two home runs, said [person Duke Ellington].",
        "[person Don King] met King [person Abdullah].",
    ]);
}

#[test]
fn bylines_and_headlines() {
    check(&[
        "By [person ANNA KORVEL] [place NEW YORK] ([agency AP|Associated Press]) -- Shops closed early.",
        "By [person Claire Whitmore] and [person Deepak Rao]",
        "[person BRASK] TO HAVE EYE OPERATION\n\n[person Joren Brask] will have an operation, his manager said.",
        "SQUASH - [person JANSHER|Jansher Khan] IN FINAL\n\n[person Jansher Khan] won on Friday.",
        "[person Bud Selig] Has Surgery. Commissioner [person Bud Selig] had surgery on Monday.",
        "[person Stern|Howard Stern] Attacks Council. Radio host [person Howard Stern] was angry on Friday.",
        "SHARES FALL AS BANKS CLOSE EARLY",
    ]);
}

#[test]
fn whom_a_word_may_be() {
    check(&[
        "[person Will McEwin], the manager, left.",
        "Will Smith win the race? Nobody knows.",
        "Wind tore roofs off as Hurricane Ivan came ashore. Ivan was weaker by noon.",
        "The hurricanes Charley and Frances cost insurers a lot. Frances was the worse.",
        "[person Ivan Petrov] wept. [person Ivan|Ivan Petrov] had lost his house.",
        "[person Israel Gutierrez] wrote a book on the roads of [place Israel].",
    ]);
}

#[test]
fn people_by_office_and_in_lists() {
    check(&[
        "Judge [person Laity Kamara] signed the warrant.",
        "[person Ann Tolley], [person Grant Flower] and [person Lise Brandt] were there.",
        "[place Seattle]-based [agency Starbucks] closed.",
        "The shops closed at Easter. Easter was quiet.",
        "Sen. [person Frank Lauber] (D, [place N.J.]) wrote the law.",
    ]);
}

#[test]
fn places_by_their_articles_and_tails() {
    check(&[
        "They fled across the [place Niger] to [place Mali].",
        "[place Niger] closed its border.",
        "Floods hit [place Sylhet] division.",
        "The storm moved toward the [place Carolinas].",
    ]);
}

#[test]
fn usual_words_and_hyphens_in_surnames() {
    check(&[
        "The crew was led by [person Robert Cabana], who slept.",
        "The aides, [person Karl Rove] and [person Karen Hughes], wept.",
        "[person Ana Knight-Frank] slept. The driver woke [person Knight-Frank|Ana Knight-Frank] at nine.",
        "The letters W L stood at the head.",
    ]);
}
