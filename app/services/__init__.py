"""Use cases: `verb_noun(ctx, ...) -> value`. All that the window and the command line may call."""
