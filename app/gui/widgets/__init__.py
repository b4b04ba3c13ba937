"""The widgets screens are made of. Each has one job, one setter, one signal; none starts work.

Import each from its own module; nothing is loaded from here. All texts are plain. Everything painted reads
`app.gui.theme.theme()` as it paints, mirrors itself for right-to-left, and grows with the text size.

Text            text (`TextBlock`: one text in a role, with spans), text_lines (what it draws), running_text
                (numbered sentences), labels (a mark and words: status, verdict, saved), landing (a text where the
                keyboard lands), margin_rule, fact_row
Buttons         buttons (`Button`: primary, second, quiet, link), segmented, check, fold, status_button
Fields          fields (`TextField`, `SearchField`, `Select`), find_bar
Small marks     marks (key cap, rule, badge, avatar), glyphs (the shapes of states), bars (progress, meter)
Pages           page (column, headings, action bar), card, top_bar and top_bar_parts, message_bar,
                states (nothing there, an error, loading)
Layouts         flow (a row that wraps), spread and two_columns (side by side where there is room),
                item_layout (what all layouts share), direction (right to left)
Lists           row_list (rows that open something) drawn on row_canvas; attempt_table and attempt_columns,
                question_rows, works_list
Scores          line_chart and chart_maths
Answering       kinds (`make_input`: one input for each kind of question), panel and panel_cell (the numbered
                questions), explanation with right_answer and marking_words
Sources         closed_sources before an answer; source_stack, source_card, source_words after it
Reading         reader_spread: reader_head, reader_text (reader_chunk, reader_marks, reader_sentences) and the notes
                beside it (margin_notes, note_lane, sentence_note)
For painting    paint, speech (what is announced to screen readers)

The focus ring is drawn by the theme around whatever has the keyboard focus; a widget sets the property
`focus_radius` where its corners are not 6 px, and `no_focus_ring` where it draws its own.
"""
