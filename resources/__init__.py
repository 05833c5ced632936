"""Icons, fonts, themes, words, codebook templates and the sample study."""
