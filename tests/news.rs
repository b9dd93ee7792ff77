//! The made-up news that benches run over (`benches/news/`): the same everywhere, and built like news.

use std::collections::HashSet;

use headcount::{Scratch, Tagger};

#[path = "../benches/news/mod.rs"]
mod news;

fn articles(seed: u64, count: usize) -> Vec<String> {
    let mut news = news::News::new(seed);
    let mut text = String::new();
    (0..count)
        .map(|_| {
            news.next(&mut text);
            text.clone()
        })
        .collect()
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    assert_eq!(articles(7, 50), articles(7, 50));
    assert_ne!(articles(7, 50), articles(8, 50));
}

#[test]
fn every_slot_is_filled_and_no_article_comes_twice() {
    let articles = articles(1, 1000);
    assert!(articles.iter().all(|text| !text.contains(['{', '}', '\t']) && !text.contains("..")));
    assert_eq!(articles.iter().collect::<HashSet<_>>().len(), articles.len());
}

/// As in the news that we have seen: a number each 300 bytes, an entity each 100, documents of some paragraphs.
#[test]
fn names_and_numbers_are_as_dense_as_in_news() {
    let articles = articles(1, 300);
    let (tagger, mut scratch) = (Tagger::bundled(), Scratch::default());
    let (mut entities, mut quantities, mut tolls) = (0, 0, 0);
    for text in &articles {
        let document = tagger.tag_with(text, None, &mut scratch);
        entities += document.entities.len();
        quantities += document.quantities.len();
        tolls += document.tolls.len();
    }
    let bytes: usize = articles.iter().map(String::len).sum();
    for (what, each, range) in [
        ("document", articles.len(), 1000..2000),
        ("entity", entities, 80..125),
        ("quantity", quantities, 240..360),
        ("toll", tolls, 600..4000),
    ] {
        let found = bytes / each;
        assert!(range.contains(&found), "a {what} each {found} bytes, not {range:?}");
    }
}
