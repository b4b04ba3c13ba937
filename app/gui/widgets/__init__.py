"""The widgets screens are made of. Each has one job, one setter, one signal; none starts work.

Import each from its own module; nothing is loaded from here. All texts are plain. Everything painted reads
`app.gui.theme.theme()` as it paints, mirrors itself for right-to-left, and grows with the text size.

Text
    text.TextBlock(text, role="interface", colour="ink", parent=None, *, alignment, selectable=True)
        .set_text(str), .set_spans([Span]), .set_role(role, colour), .set_colour(colour), .text(),
        .rects(start, end) -> [QRectF], .first_baseline(), .natural_width(), .selected_text();
        signal link_activated(str). Roles are the keys of `app.gui.theme.ROLES`.
    text.Span(start, end, role="", colour="", highlight=False, strike=False, link="")
Buttons
    buttons.Button(text, kind="second", key="", parent=None, *, mark="")   signal clicked
        kind: primary, second, quiet, link; mark: a glyph or an icon of resources/icons;
        .set_text, .set_key, .set_mark, .label. The key is only painted: the page listens for it.
    segmented.Segmented(name, [(value, words)], parent=None, *, optional=False)
        .set_value, .value(); signal chosen(str)
    check.CheckRow(words, hint="")   signal toggled(bool)
Fields
    fields.TextField(name, hint="", parent=None, *, width=240)    Qt's textEdited, editingFinished
    fields.SearchField(name, hint="", parent=None, *, width=280)  signal searched(str)
    fields.Select(name, [(value, words)], parent=None, *, filters=True)
        .set_options, .set_value, .value(); signal chosen(str)
Small painted things
    marks.KeyCap(key), marks.Rule(colour="hair"), marks.Badge(letter, state="idle"), marks.Avatar(name)
    glyphs.Glyph(name, word="", size=16); glyphs.draw_glyph(painter, rect, name, colour=None);
    glyphs.draw_dog_ear(painter, corner, size, colour)
        names: correct, wrong, partly, skipped, blank, flagged, not_flagged; established, oversimplified,
        contested, opinion, inaccurate; new, changed, same, problem; practice, exam, practice_latest, exam_latest
    labels.MarkedLabel(mark, text, role="meta", colour="ink2"), labels.StatusLabel(status, word),
    labels.VerdictLabel(verdict, word) .set_verdict(verdict, word, spoken), labels.SmallVerdict(verdict, word),
    labels.SavedMark() .set_saved(bool)
Bars and the line of scores
    bars.ProgressLine(*, thickness=4, colour="accent") .set_progress(done, total, sentence)
    bars.Meter(*, colour="accent", bar_width=96) .set_meter(share or None, words, label_width=0)
    line_chart.LineChart(*, height=176) .set_points([ScorePoint(score 0-100, "practice" or "exam", when)])
Pages
    page.PageColumn(*, margin=32, widest=0, spacing=8)  .add(widget or layout), .space(px), .clear(), .body
    page.PageHeading(title, sentence="") .set_heading, .add_right(widget)
    page.SectionHeading(title, aside="") .set_heading, .add_right(widget)
    page.ActionBar() .add(widget), .add_right(widget)
    card.Card(surface="sheet", *, padding=24) .body (QVBoxLayout), .set_surface("sheet", "desk" or "paper")
    flow.FlowRow(parent, *, gap=12, line_gap=8)  a layout: a row that wraps
    top_bar.TopBar() .set_tabs([(value, words)]), .set_current(value), .set_title(title, detail),
        .set_right([widgets]), .set_progress(share or None, sentence); signal tab_chosen(str)
    message_bar.MessageBar() .show_message(sentence, action="", *, tone="plain" or "problem"), .put_away();
        signals acted, closed
    states.EmptyState(title, sentence, [(value, words)], *, glyph="", first="second"), states.ErrorState(...)
        .set_state, .set_actions; signal chosen(str)
    states.LoadingState(title, sentence="", *, cancel="") .set_progress(done, total, sentence); signal cancelled
Shared by painted widgets
    paint.painting(widget), draw_box, draw_hairline, draw_text, draw_centred, baseline, text_width, elided,
    mirrored; marks.draw_keycap, marks.draw_badge; bars.draw_bar; speech.announce(widget, sentence)

The focus ring is drawn by the theme around whatever has the keyboard focus; a widget sets the property
`focus_radius` where its corners are not 6 px, and `no_focus_ring` where it draws its own.
"""
