//! Reports → statements: which stands in which, and the chain of reporters that follows from it.

use super::clause::Clause;
use super::reading::Reading;
use super::report::{Manner, Passer, Report};
use super::speakers::{Antecedent, Speakers};
use super::subjects::with_apposed_name;
use super::{Link, Reason, Speaker, Statement, StatementKind, finder};
use crate::language::tags::Tags;
use crate::span::Span;

/// Makes statements of reports, adding those that stand within quotations.
pub fn statements(reading: &Reading<'_>, reports: Vec<Report>, speakers: &mut Speakers<'_>) -> Vec<Statement> {
    let (links, reports): (Vec<Report>, Vec<Report>) = reports.into_iter().partition(|report| report.link);
    let mut all = Vec::with_capacity(reports.len());
    for report in reports {
        let within = reports_within(reading, &report);
        all.push(report);
        all.extend(within);
    }
    let mut statements: Vec<Statement> = Vec::with_capacity(all.len());
    for report in &all {
        let Some(mut statement) = statement(reading, report, speakers) else { continue };
        let repeated = statements.iter().rev().take(12).any(|earlier| earlier.spans == statement.spans);
        if repeated {
            continue;
        }
        statement.via = passers(reading, report);
        statements.push(statement);
    }
    statements.sort_by_key(|statement| (statement.span().start(), std::cmp::Reverse(statement.span().end())));
    nest(reading, &links, &mut statements);
    statements
}

/// What is reported within the quotations of a report.
fn reports_within(reading: &Reading<'_>, report: &Report) -> Vec<Report> {
    let mut found = Vec::new();
    for content in &report.contents {
        let first = reading.quotations.partition_point(|quotation| quotation.first < content.start);
        for quotation in reading.quotations[first..].iter().take_while(|quotation| quotation.first < content.end) {
            for items in reading.sentences_within(quotation) {
                let clause = Clause { reading, items: &items };
                let inner = finder::reports(&clause, report.sentence);
                found.extend(inner.into_iter().filter(|report| report.manner == Manner::Stated && !report.link));
            }
        }
    }
    found
}

fn statement(reading: &Reading<'_>, report: &Report, speakers: &mut Speakers<'_>) -> Option<Statement> {
    let spans: Vec<Span> =
        report.contents.iter().filter_map(|content| trimmed(reading, content.start, content.end)).collect();
    if spans.is_empty() {
        return None;
    }
    let mut because = report.because.clone();
    let written = report.subject.as_ref().and_then(|subject| trimmed(reading, subject.start, subject.end));
    let antecedent = antecedent(reading, report);
    let speaker = written.map(|written| match antecedent {
        Some(antecedent) => speakers.resolve_relative(written, antecedent, &mut because),
        None => speakers.resolve(written, &spans, &mut because),
    });
    if speaker.is_none() && !because.contains(&Reason::NoSource) {
        because.push(Reason::NoSource);
    }
    Some(Statement {
        kind: kind(reading, report),
        spans,
        cue: reading.span(&report.cue),
        speaker,
        addressee: report.addressee.as_ref().and_then(|addressee| trimmed(reading, addressee.start, addressee.end)),
        via: Vec::new(),
        parent: None,
        denied: report.denied,
        because,
    })
}

/// "the ministry, which said": the words that a relative pronoun stands for.
fn antecedent(reading: &Reading<'_>, report: &Report) -> Option<Antecedent> {
    let items = &reading.sentences.get(report.sentence)?.items;
    let clause = Clause { reading, items };
    let first = report.subject.as_ref()?.start;
    let at = items.binary_search_by_key(&first, |item| item.first).ok()?;
    if !clause.is_relative(at) {
        return None;
    }
    let comma = at.checked_sub(1).filter(|before| clause.tags(*before).any(Tags::COMMA));
    let phrase = with_apposed_name(&clause, clause.phrase_before(comma.unwrap_or(at), 0)?);
    let inside = phrase.start + 1..phrase.end;
    let is_plain = clause.tags(phrase.start).any(Tags::DETERMINER.or(Tags::GENITIVE))
        && !inside.is_empty()
        && inside.clone().all(|item| clause.is_nominal(item) && !clause.tags(item).any(Tags::PAST.or(Tags::NUMBER)));
    Some(Antecedent { words: reading.span(&clause.tokens(&phrase))?, is_plain })
}

/// The words from one token up to another, without the marks at their ends that only set them off.
fn trimmed(reading: &Reading<'_>, mut first: usize, mut after: usize) -> Option<Span> {
    let edge = Tags::COMMA.or(Tags::SEMICOLON).or(Tags::COLON).or(Tags::DASH);
    while first < after && reading.tags[first].any(edge) {
        first += 1;
    }
    while after > first && reading.tags[after - 1].any(edge.or(Tags::COORDINATOR)) {
        after -= 1;
    }
    let index = reading.quotations.partition_point(|quotation| quotation.first < first);
    if let Some(quotation) =
        reading.quotations.get(index).filter(|quotation| quotation.first == first && quotation.after == after)
    {
        let mut inner_after = quotation.inner_after;
        while inner_after > quotation.inner_first && reading.tags[inner_after - 1].any(Tags::COMMA) {
            inner_after -= 1;
        }
        return reading.span(&(quotation.inner_first..inner_after));
    }
    reading.span(&(first..after))
}

fn kind(reading: &Reading<'_>, report: &Report) -> StatementKind {
    let (mut quoted, mut plain) = (0usize, 0usize);
    for content in &report.contents {
        let mut index = reading.quotations.partition_point(|quotation| quotation.after <= content.start);
        for token in content.clone() {
            while reading.quotations.get(index).is_some_and(|quotation| quotation.after <= token) {
                index += 1;
            }
            if !reading.tags[token].any(Tags::WORD.or(Tags::NUMBER)) {
                continue;
            }
            // Words reported within a quotation are the quoted speaker's wording of another's.
            let inside = reading
                .quotations
                .get(index)
                .is_some_and(|quotation| quotation.first <= token && content.start <= quotation.first);
            if inside { quoted += 1 } else { plain += 1 }
        }
    }
    match (quoted, plain) {
        (0, _) => StatementKind::Indirect,
        (_, 0) => StatementKind::Direct,
        _ => StatementKind::Mixed,
    }
}

/// Those beside the cue who passed the words on.
fn passers(reading: &Reading<'_>, report: &Report) -> Vec<Link> {
    let link = |passer: &Passer| {
        Some(Link {
            reporter: trimmed(reading, passer.reporter.start, passer.reporter.end)?,
            cue: reading.span(&passer.cue)?,
        })
    };
    report.passers.iter().filter_map(link).collect()
}

/// "…, according to AFP" after words that have a speaker.
fn outside_links(reading: &Reading<'_>, links: &[Report], statement: &Statement) -> Vec<Link> {
    let first = links.partition_point(|link| {
        link.contents
            .last()
            .and_then(|content| reading.span(content))
            .is_some_and(|span| span.end() <= statement.span().start())
    });
    let mut via = Vec::new();
    for link in links[first..].iter().take(3) {
        let covers = link
            .contents
            .iter()
            .filter_map(|content| reading.span(content))
            .any(|span| span.overlaps(statement.span()));
        let reporter = link.subject.as_ref().and_then(|subject| reading.span(subject));
        if let (true, Some(reporter), Some(cue)) = (covers, reporter, reading.span(&link.cue)) {
            via.push(Link { reporter, cue });
            via.extend(passers(reading, link));
        }
    }
    via
}

/// Gives each statement the innermost one that holds it, and the chain that follows. Statements come sorted, outer
/// ones first.
fn nest(reading: &Reading<'_>, links: &[Report], statements: &mut [Statement]) {
    let mut open: Vec<usize> = Vec::new();
    for index in 0..statements.len() {
        let span = statements[index].span();
        while open.last().is_some_and(|outer| statements[*outer].span().end() <= span.start()) {
            open.pop();
        }
        let parent = open
            .iter()
            .rev()
            .copied()
            .find(|outer| statements[*outer].spans.iter().any(|piece| piece.contains(span) && *piece != span));
        let outside = outside_links(reading, links, &statements[index]);
        let outer = parent.map(|parent| &statements[parent]);
        // What stands within the words of the one who passes them on is nearer to the speaker than he is.
        let is_near = |link: &Link| outer.is_some_and(|outer| outer.span().contains(link.cue));
        let (near, far): (Vec<Link>, Vec<Link>) = outside.into_iter().partition(is_near);
        let inherited = outer.map_or_else(Vec::new, |outer| passed_on_by(reading, outer, &statements[index]));
        let statement = &mut statements[index];
        statement.parent = parent;
        for link in near.into_iter().chain(inherited).chain(far) {
            if !statement.via.iter().any(|known| known.reporter == link.reporter) {
                statement.via.push(link);
            }
        }
        if open.len() < 16 {
            open.push(index);
        }
    }
}

/// The chain that a statement gives those within its words: its speaker, then its own chain.
fn passed_on_by(reading: &Reading<'_>, outer: &Statement, inner: &Statement) -> Vec<Link> {
    let name = |statement: &Statement| statement.speaker.and_then(|speaker| speaker.name);
    let is_another = |speaker: &Speaker| reading.document.text(speaker.written).contains(" of ");
    // Nobody passes his own words on.
    let same = name(outer).is_some() && name(outer) == name(inner) && !outer.speaker.as_ref().is_some_and(is_another);
    let is_pronoun = outer.because.contains(&Reason::Pronoun);
    let speaker = outer.speaker.map(|speaker| match speaker.name {
        Some(name) if is_pronoun => name,
        _ => speaker.written,
    });
    let cue = outer.cue.unwrap_or(inner.span());
    let speaker = speaker.filter(|_| !same).map(|reporter| Link { reporter, cue });
    speaker.into_iter().chain(outer.via.iter().copied()).collect()
}
