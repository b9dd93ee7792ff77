//! Agencies by shape and by what stands around them: rows of marked sentences; see `tests/marks`.

mod marks;

use marks::check;

#[test]
fn of_for_and() {
    check(&[
        "The [agency Ministry of Water and Irrigation] and the [agency Department of Health and Human Services] met.",
        "The [agency Society for the Prevention of Cruelty to Animals] sued.",
        "The [agency Institute for War and Peace Reporting] and [agency Physicians for Human Rights] wrote it.",
        "The [agency House Committee on Ways and Means] met on Tuesday.",
        "The [agency Committee] on Tuesday said nothing.",
        "The [agency Oil, Chemical and Atomic Workers Union] agreed.",
        "In [place Berlin], [agency Health and Safety Executive] staff met.",
        "The [agency Boston Globe] and [agency Radio Kenora] said so.",
        "[agency Brask & Lumo] sold its shop, and [agency Baxter & Lowe LLP] bought it.",
        "[agency Tilbury Media] of [place Brisbane] printed it.",
        "He is president of [agency Rural Doctors Tasmania], and she works for [agency Beef and Barley Australia].",
        "The growers came from [place Lake Victoria] and from [place Western Australia].",
        "SOFTWARE FIRM [agency Microsoft|Microsoft] bent.",
    ]);
}

#[test]
fn companies_by_usual_words() {
    check(&[
        "Shares of [agency Apple] rose. [agency Apple] said it would sue. An apple fell.",
        "[agency Sears] said it would close nine shops.",
        "Police said [agency Target] had lost nothing, and the target was missed.",
        "The pastoral company [agency Elders] sold its cattle.",
        "The elders of the village met.",
        "[agency Qualdine] fell 12p to 461p, dealers said.",
        "[agency Kessler Farms] sold its corn, said [person Polly Kessler].",
        "[agency Gateway] ([agency NYSE]: GTW) has new owners.",
        "The shop was charged GST and sold him a PDA.",
        "Mr [person Sears] said it would rain.",
    ]);
}

#[test]
fn people_are_not_where_others_work() {
    check(&[
        "Nobody at [agency Wells] was told. The accounts at [agency Wells] were closed, and [agency Wells] has few left.",
        "Nobody at Wells's house was told.",
    ]);
}

#[test]
fn short_forms_ahead_of_the_full_name() {
    check(&[
        "[agency Freescale|Freescale Semiconductor Inc.] Unveils New Chip. [agency Freescale Semiconductor Inc.] showed it on Monday.",
        "[agency Vornado|Vornado Realty Trust] buys more. [agency Vornado Realty Trust] said so.",
        "[agency OTTERS|Dakar Otters] WIN AT LAST\n\n[agency Dakar Otters] won on Friday.",
    ]);
}

#[test]
fn bodies_of_parts_of_countries() {
    check(&[
        "The [agency Tasmanian Government] and the [agency Texas Legislature] voted.",
        "[people Tasmanian] farmers and the government of the day argued.",
    ]);
}

#[test]
fn hospitals() {
    check(&[
        "The [agency Tamale General Hospital] treated nine people.",
        "They were taken to [agency Tamale General Hospital].",
    ]);
}

#[test]
fn what_is_none() {
    check(&[
        "Operation Desert Plough began on Monday.",
        "He won the Stockholm Open and the [place Boston] Marathon.",
        "The Kyoto Protocol stands.",
        "The stock rose after the Lloyds Cup.",
        "CRICKET - [place AUSTRALIA] BEAT [place KENYA]",
    ]);
}

#[test]
fn acronyms_of_others() {
    check(&[
        // Who tells the story stands in brackets behind it.
        "Profit falls at [agency Brask Stores] ([agency AP|Associated Press]). [agency AP|Associated Press] said so.",
        "The [agency Kolari Defence Front] ([agency KDF|Kolari Defence Front]) left. [agency AP|Associated Press] saw it.",
    ]);
}

#[test]
fn agencies_by_what_stands_beside_them() {
    check(&[
        "[agency Infowakan] radio said that two had died.",
        "[agency Guilder Mills] spokeswoman [person Ann Tolley] had no comment.",
        "He bought a stake in [agency Zelodra] and bonds of [agency Snelda].",
        "[agency Omnetel], its phone unit, made a loss.",
        "Shares of [agency General Motors] and [agency Snelda] were sold.",
        "Two men told [agency Inforak] on Monday that the bridge was closed.",
        "Retailer [agency Kolter Ltd] closed three stores.",
        "The Mines and Energy Minister, [person Paulo Brito], resigned.",
        "[agency Pesquera Almeria] lost a boat, and [agency Minera Condesa] three trucks.",
        "The [agency Executive Council] of Governor [person Chris Tolley] met.",
        "The [agency Antara] news agency had no figure.",
        "Analysts at [agency Sal Olden] expect more.",
        "He spoke at the [agency Foreign Correspondents' Club].",
    ]);
}

#[test]
fn apposition_tells_what_somebody_or_something_is() {
    check(&[
        "The tanker's operator, [agency Delmira Gulf Shipping], gave no figure.",
        "The miners' union, [agency Yeralti Emek], gave no figure.",
        "By the word of [place Chile]'s disaster agency, [agency Sindezel], it is over.",
        "[agency Minvanda], a rights group, has the names.",
        "Tyre maker [agency Gumarex] is to close.",
        "[agency Mafuta Juu], which runs the refinery, gave no figure.",
        "[agency Serikat Buruh], which represents nurses, called a strike.",
        "The [agency Seafield Dockers] union gave no figure.",
        "Its owner, [agency Bright Harbour Foods], closed the plant.",
        "Its owner, [person Temur Baratov], closed the plant.",
        "[person Maria Kovac], a union leader, and [person Zelika Moran], the owner, wept.",
        "The ferry Dona Paz, which carried sheep, sank.",
        "He drove a Zelmo, which sells for little.",
        "In the agency, [person Olena Bondar] said, nobody knew.",
    ]);
}

#[test]
fn names_of_other_languages_and_near_misses() {
    check(&[
        "The [agency Fundación para el Clima] and the [agency Sindicato de Mineros] marched.",
        "The [agency Institut National de Santé Publique] gave no figure.",
        "[agency Serikat Buruh Jaya] gave no figure, and [agency Petrol Emek Sendikası] none either.",
        "The [agency Observatorio de Aguas] and [agency Bomberos de Talca] gave no figure.",
        "Their captain, [person Yeson Marula], wept.",
        "The minister told [agency ERK] that he would go.",
        "He beat the [agency Brask Oro] captain, [person Yeson Marula], by a minute.",
        "She got NZ$5 million, A$9 and US$4.",
        "White-goods prices rose, and the Green-energy plan failed.",
        "The ferry Rosa Delmar sank.",
    ]);
}
