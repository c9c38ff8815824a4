"""The particulars in which two matching claims differ, each with its evidence in both."""
