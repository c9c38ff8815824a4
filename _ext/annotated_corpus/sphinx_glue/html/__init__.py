"""What a page of the site has around its text: styles and scripts, metadata, and the data of its scripts."""
