"""Who says it: the speaker that a sentence states, or that the sentences before it leave in force."""
